package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static io.dateline.cli.Nights.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.batch.database.LongOnPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The summaries say what the tables say, whether they were counted night by night or at once. */
class SummaryTests {

  private static final String[] PLACES = {"Accra", "Bergen", "Cork", "Évora", "Łódź", "東京"};
  private static final String[] SPEAKERS = {"Ama Mensah", "Nils Aune", "Nora Daly", "Zoë Ángel"};

  @TempDir static Path template;
  private static Nights eightNights;

  @TempDir Path folder;
  private Nights nights;

  /** Eight nights of files that come, go, change, and are copies of each other. */
  @BeforeAll
  static void someNights() throws Exception {
    Nights nights = Nights.in(template, "removed-limit: 1.0");
    Random random = new Random(5);
    for (int night = 1; night <= 8; night++) {
      for (int i = 0; i < 6; i++) {
        nights.file("f" + random.nextInt(20) + ".txt", text(random));
      }
      if (night > 2) {
        for (int i = 0; i < 3; i++) {
          Files.deleteIfExists(nights.input().resolve("f" + random.nextInt(20) + ".txt"));
        }
      }
      nights.run("2020-01-0" + night);
    }
    eightNights = nights;
  }

  @BeforeEach
  void anArchiveOfThem() throws Exception {
    nights = eightNights.copyTo(folder);
  }

  private static String text(Random random) {
    return random.nextInt(6) == 0
        ? "Not much\n\nto read here.\n"
        : story(
            PLACES[random.nextInt(PLACES.length)],
            SPEAKERS[random.nextInt(SPEAKERS.length)],
            random.nextBoolean() ? "The night boat must stay" : "Let the night boat go at last");
  }

  @Test
  void countedNightByNightAreThoseOfOneRunOverTheSameFiles() throws Exception {
    Nights once = Nights.in(folder.resolve("once"));
    copyInput(once);

    once.run("2020-01-08");

    assertThat(summaries(nights.latest())).isEqualTo(summaries(once.latest()));
  }

  @Test
  void countedAnewFromNothingAreTheSameBytes() throws Exception {
    Tables.query(nights.output(), "UPDATE runs SET summary_version = NULL");
    nights.file("late.txt", story("Faro", "Rui Sá", "The night boat must stay"));
    nights.run("2020-01-09");
    Tables.query(nights.output(), "UPDATE runs SET summary_version = NULL");
    nights.remove("late.txt");
    nights.file("later.txt", story("Gela", "Rosa Neri", "The night boat must stay"));
    nights.run("2020-01-09");
    Map<String, String> anew = summaries(nights.latest());

    Nights once = Nights.in(folder.resolve("once"));
    copyInput(once);
    once.run("2020-01-09");

    assertThat(anew).isEqualTo(summaries(once.latest()));
  }

  @Test
  void countATextInItsNewGroupWhenOnlyTheGroupHasChanged() throws Exception {
    Nights moving = Nights.in(folder.resolve("moving"), "removed-limit: 1.0");
    moving.file("a.html", page("Sea"));
    moving.file("other.txt", text(new Random(1)));
    moving.run("2020-01-01");
    moving.file("a.html", page("Harbour"));
    moving.run("2020-01-02");
    Map<String, String> sections =
        file(moving.latest().resolve("summary/articles_by_section.csv"), "article_section");
    moving.remove("a.html");

    int exit = moving.attempt("2020-01-03").exitCode();

    assertThat(sections).containsEntry("Harbour", "1/1").doesNotContainKey("Sea");
    assertThat(exit).isZero();
    assertThat(file(moving.latest().resolve("summary/articles_by_section.csv"), "article_section"))
        .doesNotContainKeys("Sea", "Harbour");
  }

  @Test
  void areCountedAnewWhenTheTotalsOfTheLastRunDoNotFitItsRows() throws Exception {
    Tables.query(nights.output(), "UPDATE summary_groups SET group_rows = 0, second_count = 0");
    for (int i = 0; i < 10; i++) {
      Files.deleteIfExists(nights.input().resolve("f" + i + ".txt"));
    }
    nights.run("2020-01-09");
    Nights once = Nights.in(folder.resolve("once"));
    copyInput(once);
    once.run("2020-01-09");

    assertThat(summaries(nights.latest())).isEqualTo(summaries(once.latest()));
  }

  @Test
  @LongOnPostgres
  void areReadPageByPageWhateverTheNumberOfGroupsAndOfCopiesOfOneText() throws Exception {
    Nights large = Nights.in(folder.resolve("large"), "removed-limit: 1.0");
    for (int i = 0; i < 1_100; i++) {
      large.file("g" + i + ".html", page("Section " + i));
    }
    large.run("2020-01-01");
    large.file("g7.html", page("Another"));
    large.remove("g8.html");
    large.run("2020-01-02");
    Nights once = Nights.in(folder.resolve("once"));
    try (var files = Files.list(large.input())) {
      for (Path file : files.toList()) {
        Files.copy(file, once.input().resolve(file.getFileName()));
      }
    }
    once.run("2020-01-02");

    assertThat(summaries(large.latest())).isEqualTo(summaries(once.latest()));
    assertThat(JobRun.csv(large.latest().resolve("summary/articles_by_section.csv")))
        .hasSize(1_099)
        .allSatisfy(row -> assertThat(row.get("distinct_texts")).isEqualTo("1"));
  }

  @Test
  @EmbeddedDatabaseOnly("checkpoints of HSQLDB wait for open transactions; PostgreSQL's do not")
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void doNotWaitForThemselvesWhenTheDatabaseMakesACheckpoint() throws Exception {
    Nights large = Nights.in(folder.resolve("large"), "removed-limit: 1.0");
    // Each has groups of its own for every field: some 20,000 rows that no one transaction holds.
    for (int i = 0; i < 1_200; i++) {
      large.file("g" + i + ".html", page("Section " + i));
    }
    large.run("2020-01-01");
    // One megabyte in place of fifty, so that it is due while the archive is counted anew.
    Tables.query(large.output(), "SET FILES LOG SIZE 1");
    Tables.query(large.output(), "UPDATE runs SET summary_version = NULL");
    large.file("new.html", page("New"));

    assertThat(large.attempt("2020-01-02").exitCode()).isZero();
  }

  /** A page whose text is always the same, and its section and publisher not. */
  private static String page(String section) {
    return "<html><head><title>Ferry stays</title><meta property=\"og:site_name\" content=\"Paper of "
        + section
        + "\"><meta property=\"article:section\" content=\""
        + section
        + "\"></head><body><article><h1>Ferry stays</h1><p>The ferry between the two quays will stay"
        + " for another year, the council decided on Tuesday after a long and lively debate.</p>"
        + "<p>Its owner had wanted to sell it and to put a bridge in its place, which nobody else"
        + " seemed to want, least of all those who live by the water.</p></article></body></html>";
  }

  @Test
  void countWhatTheViewsShow() throws Exception {
    for (String column : List.of("provider", "publisher", "in_language", "dateline_country")) {
      String file = column.equals("in_language") ? "language" : column.replace("dateline_", "");
      assertThat(file("articles_by_" + file + ".csv", column))
          .as(column)
          .isEqualTo(countsOf("articles", row -> text(row.get(column))));
    }
    assertThat(file("articles_by_month.csv", "month_published"))
        .isEqualTo(
            countsOf(
                "articles", row -> text(row.get("date_published")).replaceAll("^(.{7}).*", "$1")));
    Map<String, String> rejections = new TreeMap<>();
    JobRun.csv(nights.latest().resolve("summary/rejections_by_reason.csv"))
        .forEach(row -> rejections.put(row.get("reason"), row.get("rejections")));
    assertThat(rejections).isEqualTo(Map.of("NO_BODY", "" + nights.rejections().size()));
  }

  @Test
  void countTextsThatSeveralFilesShareOnce() throws Exception {
    Map<String, String> speakers = file("quotes_by_speaker.csv", "speaker");

    assertThat(speakers).isEqualTo(speakersInTables());
    assertThat(speakers.values())
        .as("some speaker has more quotes than texts")
        .anyMatch(counts -> !counts.matches("(\\d+)/\\1"));
  }

  @Test
  void areOrderedByTheBytesOfTheirKeysWithTheAbsentValueFirst() throws Exception {
    assertThat(
            JobRun.csv(nights.latest().resolve("summary/quotes_by_speaker.csv")).stream()
                .map(row -> row.get("speaker")))
        .hasSizeGreaterThan(2)
        .isSortedAccordingTo(
            Comparator.comparing(
                name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    assertThat(
            JobRun.csv(nights.latest().resolve("summary/articles_by_place.csv")).stream()
                .map(row -> row.get("dateline_place")))
        .endsWith("Łódź", "東京");
    assertThat(Files.readString(nights.latest().resolve("summary/articles_by_section.csv")))
        .startsWith("article_section,articles,distinct_texts\r\n\"\",");
  }

  @Test
  void sayOfEachPublisherHowOftenEachFieldWasFilled() throws Exception {
    Map<String, Map<String, String>> fields = new HashMap<>();
    JobRun.csv(nights.latest().resolve("summary/fields_by_publisher.csv"))
        .forEach(row -> fields.put(row.get("field"), row));
    String articles = "" + nights.articles().size();

    assertThat(fields.get("headline"))
        .containsEntry("articles", articles)
        .containsEntry("filled", articles);
    assertThat(fields.get("article_section"))
        .containsEntry("articles", articles)
        .containsEntry("filled", "0");
  }

  @Test
  void standInTheDatabaseAsInTheFiles() throws Exception {
    for (String summary :
        List.of("articles_by_place", "quotes_by_speaker", "fields_by_publisher")) {
      List<Map<String, String>> rows =
          JobRun.csv(nights.latest().resolve("summary/" + summary + ".csv"));
      String columns = String.join(", ", rows.get(0).keySet());
      List<Map<String, String>> inTables =
          Tables.query(nights.output(), "SELECT " + columns + " FROM summary_" + summary);
      inTables.forEach(row -> row.replaceAll((column, value) -> text(value)));

      assertThat(inTables).containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  private void copyInput(Nights to) throws Exception {
    try (var files = Files.list(nights.input())) {
      for (Path file : files.toList()) {
        Files.copy(file, to.input().resolve(file.getFileName()));
      }
    }
  }

  /** Rows and distinct texts of a summary file by its key, as {@code rows/texts}. */
  private Map<String, String> file(String name, String key) throws Exception {
    return file(nights.latest().resolve("summary/" + name), key);
  }

  private static Map<String, String> file(Path file, String key) throws Exception {
    Map<String, String> counts = new TreeMap<>();
    for (Map<String, String> row : JobRun.csv(file)) {
      String rows = row.containsKey("quotes") ? row.get("quotes") : row.get("articles");
      counts.put(row.get(key), rows + "/" + row.get("distinct_texts"));
    }
    return counts;
  }

  /** The same counted from the rows of a view, in this test's own way. */
  private Map<String, String> countsOf(String view, Function<Map<String, String>, String> key)
      throws Exception {
    return counts(Tables.query(nights.output(), "SELECT * FROM " + view), key);
  }

  private Map<String, String> speakersInTables() throws Exception {
    return counts(
        Tables.query(
            nights.output(),
            "SELECT q.speaker, a.content_sha256 FROM quotes q JOIN articles a"
                + " ON a.run_id = q.run_id AND a.ordinal = q.ordinal"),
        row -> text(row.get("speaker")));
  }

  private static Map<String, String> counts(
      List<Map<String, String>> rows, Function<Map<String, String>, String> key) {
    Map<String, Integer> numbers = new TreeMap<>();
    Map<String, Set<String>> texts = new HashMap<>();
    for (Map<String, String> row : rows) {
      numbers.merge(key.apply(row), 1, Integer::sum);
      texts.computeIfAbsent(key.apply(row), k -> new HashSet<>()).add(row.get("content_sha256"));
    }
    Map<String, String> counts = new TreeMap<>();
    numbers.forEach((k, number) -> counts.put(k, number + "/" + texts.get(k).size()));
    return counts;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
