package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every run leaves a report that agrees with its files. */
class ReportTests {

  @TempDir static Path folder;
  private static Nights nights;
  private static JsonNode second;

  @BeforeAll
  static void someNights() throws Exception {
    nights = Nights.in(folder);
    nights.file("accra.txt", dated(story("Accra", "Ama Mensah", "It is for good this time")));
    nights.file("bergen.txt", dated(story("Bergen", "Nils Aune", "The boat needs paint")));
    nights.file("short.txt", "Not much of a story\n\nReally not.\n");
    nights.run("2020-01-01");
    nights.file("lima.txt", dated(story("Lima", "Ama Mensah", "We shall see what they say")));
    nights.file("empty.txt", "");
    nights.file("also-short.txt", "Not much of a story\n\nReally not.\n");
    second = nights.run("2020-01-02");
    // Whatever became of older folders since, a run does not fail because of them.
    run("2020-01-03", "one.txt");
    Path third = nights.output().resolve("nightly/2020-01-03-0003");
    Files.writeString(third.resolve("run.json"), "{\"state\": [");
    run("2020-01-04", "two.txt");
    Path fourth = nights.output().resolve("nightly/2020-01-04-0004");
    Path runJson = fourth.resolve("run.json");
    Files.writeString(runJson, Files.readString(runJson).replace("\"filled\"", "\"full_up\""));
    Files.createDirectories(nights.output().resolve("nightly/2019-01-01-0000"));
    run("2020-01-05", "three.txt");
  }

  private static void run(String date, String name) throws Exception {
    nights.file(name, dated(story("Cork", "Nora Daly", "Nobody asked us: " + name)));
    nights.run(date);
  }

  private static String dated(String story) {
    return story.replaceFirst("\n\n", "\nPublished: 5 September 2016\n\n");
  }

  private static Document report(String run) throws Exception {
    return Jsoup.parse(
        Files.readString(nights.output().resolve("nightly").resolve(run).resolve("report.html")));
  }

  private static String text(Document page, String selector) {
    return page.select(selector).text();
  }

  @Test
  void hasTheFiguresOfRunJson() throws Exception {
    Document page = report("2020-01-02-0002");

    assertThat(text(page, "#this-run .note"))
        .contains(
            "%d entries = %d article + %d rejections + %d ignored"
                .formatted(
                    second.get("entries").asInt(),
                    second.get("articles").asInt(),
                    second.get("rejections").asInt(),
                    second.get("ignored").asInt()));
    assertThat(text(page, ".figures"))
        .contains("Quotes " + second.get("quotes").asInt())
        .contains("Files read 3 3 unchanged, 0 removed");
  }

  @Test
  void tellsHowManyArticlesADayHasFromWhereByWhomAndWhoIsQuoted() throws Exception {
    Document page = report("2020-01-02-0002");

    assertThat(page.select("#archive table:contains(day of publication) tbody tr").eachText())
        .containsExactly("2016-09-05 3 3");
    assertThat(page.select("#country tbody tr").eachText())
        .containsExactlyInAnyOrder(
            "Ghana GH 1 33.3 % 1", "Norway NO 1 33.3 % 1", "Peru PE 1 33.3 % 1");
    assertThat(page.select("#provider tbody tr").eachText()).containsExactly("Reuters 3 100 % 3");
    assertThat(page.select("#speaker tbody tr").eachText())
        .containsExactly("Ama Mensah 2 66.7 % 2", "Nils Aune 1 33.3 % 1");
    JsonNode data = data(page);
    assertThat(data.get("days").toString())
        .isEqualTo(
            "{\"2016-09-05\":{\"articles\":1,\"places\":[[\"Lima (Peru)\",1]],"
                + "\"providers\":[[\"Reuters\",1]],\"speakers\":[[\"Ama Mensah\",1]]}}");
    assertThat(data.get("places")).hasSize(3);
  }

  private static JsonNode data(Document page) {
    return JsonMapper.shared().readTree(page.getElementById("report-data").data());
  }

  @Test
  void tellsWhatWasThrownAwayAndWhy() throws Exception {
    Document page = report("2020-01-02-0002");

    assertThat(page.select(".reason").eachText())
        .containsExactly(
            "EMPTY 1 entry No bytes, or white space alone. empty.txt " + rejection("empty.txt"),
            "NO_BODY 1 entry No paragraph of a story was found. also-short.txt "
                + rejection("also-short.txt"));
    assertThat(page.select("#rejected tbody tr").eachText())
        .containsExactly("EMPTY 1 50 % 1", "NO_BODY 1 50 % 2");
  }

  private static String rejection(String path) throws Exception {
    return JobRun.csv(nights.output().resolve("nightly/2020-01-02-0002/rejections.csv")).stream()
        .filter(row -> row.get("source_path").equals(path))
        .map(row -> row.get("message"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesTheDocumentsThatTookLongest() throws Exception {
    List<String> documents = report("2020-01-02-0002").select("#slowest tbody th").eachText();

    assertThat(documents).containsExactlyInAnyOrder("lima.txt", "empty.txt", "also-short.txt");
  }

  @Test
  void comparesWithTheRunsWhoseFoldersCanBeRead() throws Exception {
    Document page = report("2020-01-05-0005");

    assertThat(page.select("#this-run table.wide tbody th").eachText())
        .containsExactly(
            "2020-01-05-0005 this run", "2020-01-04-0004", "2020-01-02-0002", "2020-01-01-0001");
    assertThat(data(page).get("fill").get("runs").toString())
        .isEqualTo("[\"2020-01-01-0001\",\"2020-01-02-0002\",\"2020-01-05-0005\"]");
  }

  @Test
  void linksToFilesThatAreThere() throws Exception {
    Path run = nights.output().resolve("nightly/2020-01-02-0002");

    List<String> links =
        report("2020-01-02-0002").select("a[href]").stream()
            .map(a -> a.attr("href"))
            .filter(href -> !href.startsWith("#") && !href.startsWith("https:"))
            .distinct()
            .toList();

    assertThat(links).contains("articles.csv", "rejections.csv", "summary/articles_by_day.csv");
    assertThat(links).allSatisfy(href -> assertThat(run.resolve(href)).isRegularFile());
    assertThat(report("2020-01-02-0002").select("nav a").eachAttr("href"))
        .allSatisfy(href -> assertThat(report("2020-01-02-0002").select(href)).hasSize(1));
  }

  @Test
  void isWrittenForATrialOfWhichItSaysThatItIsOne(@TempDir Path other) throws Exception {
    Nights trial = Nights.in(other);
    trial.file("accra.txt", story("Accra", "Ama Mensah", "It is for good this time"));

    trial.run("2020-01-01", "--limit", 1);

    Document page =
        Jsoup.parse(
            Files.readString(trial.output().resolve("nightly/2020-01-01-0001-trial/report.html")));
    assertThat(text(page, ".notice")).contains("This was a trial");
    assertThat(text(page, "#archive")).contains("1 article");
  }

  @Test
  void isTheSameTwiceButForWhatTellsOfTheRunning(@TempDir Path other) throws Exception {
    Nights again = Nights.in(other);
    try (Stream<Path> files = Files.list(nights.input())) {
      for (Path file : files.toList()) {
        again.file(file.getFileName().toString(), Files.readString(file));
      }
    }
    again.run("2020-01-01", "--threads", 2);
    Nights once = again.copyTo(other.resolve("copy"));
    again.run("2020-01-02", "--full", "--threads", 1);
    once.run("2020-01-02", "--full", "--threads", 2);

    assertThat(withoutTimes(once)).isEqualTo(withoutTimes(again));
  }

  private static String withoutTimes(Nights nights) throws Exception {
    Document page = Jsoup.parse(Files.readString(nights.latest().resolve("report.html")));
    page.select("#slowest, footer, .figure:contains(Duration), .spark").forEach(Element::remove);
    page.select("table.wide td:last-child").forEach(Element::remove);
    return page.html();
  }

  @Test
  void thatCannotBeMadeIsReplacedByAPageThatSaysSoAndTheRunIsPublished() throws Exception {
    Nights broken = Nights.in(Files.createDirectories(folder.resolve("broken")));
    broken.file("accra.txt", dated(story("Accra", "Ama Mensah", "It is for good this time")));
    broken.run("2020-01-01");
    broken.file("lima.txt", dated(story("Lima", "Ama Mensah", "We shall see what they say")));
    // The run stops after it has extracted, so that its own files can be spoilt.
    Tables.query(broken.output(), "ALTER TABLE run_fields RENAME TO run_fields_elsewhere");
    assertThat(broken.attempt("2020-01-02").exitCode()).isNotZero();
    Tables.query(broken.output(), "ALTER TABLE run_fields_elsewhere RENAME TO run_fields");
    Path work = broken.output().resolve("nightly/.0002.partial/work");
    Files.writeString(work.resolve("slowest.p99999.a1"), "{\"documents\": [null]}");

    JobRun resumed = broken.attempt("2020-01-02");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(broken.articles()).containsExactly("accra.txt", "lima.txt");
    assertThat(broken.latest().resolve("report.html"))
        .content()
        .contains("The report of this run could not be made", "Its tables are whole");
    assertThat(broken.latest().resolve("run.json")).exists();
    assertThat(broken.output().resolve("nightly/logs/2020-01-02-0002.log"))
        .content()
        .contains("The report of 2020-01-02-0002 cannot be made; its tables are whole.");
  }
}
