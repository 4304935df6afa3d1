package io.dateline.cli;

import static io.dateline.cli.JobRun.csv;
import static io.dateline.cli.JobRun.dateline;
import static io.dateline.cli.JobRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.OutputLock;
import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.batch.database.TestDatabases;
import io.dateline.output.CsvTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(300)
class ExportCommandTests {

  private static final List<String> TABLES =
      List.of("articles.csv", "quotes.csv", "rejections.csv");

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void anArchive() throws IOException {
    input = Files.createDirectories(folder.resolve("papers"));
    output = folder.resolve("out");
  }

  @Nested
  class TheWholeArchive {

    @Test
    void ofThreeNightsEqualsOneFullRunOverTheLastInputByteForByte() throws Exception {
      Path other = Files.createDirectories(folder.resolve("other"));
      threeNights(other, "nightly");

      JsonNode export = export();

      Path whole = fullRun(other, "nightly");
      assertSameTables(output.resolve("nightly/export"), whole);
      assertThat(csv(whole.resolve("articles.csv")))
          .extracting(row -> row.get("source_path"))
          .containsSubsequence(
              "100%25.txt", "a%2541.txt", "aA.txt", "\uFF5E.txt", "\uD83D\uDE00.txt");
      assertThat(export.get("articles").asInt()).isGreaterThan(50);
      assertThat(export.get("rejections").asInt()).isGreaterThan(1);
    }

    @Test
    void ofRunsWithOtherFormulaGuardsIsWrittenWithTheOneOfToday() throws Exception {
      for (boolean today : List.of(true, false)) {
        output = folder.resolve("out-" + today);
        Path other = Files.createDirectories(folder.resolve("other-" + today));
        input = Files.createDirectories(folder.resolve("in-" + today + "/papers"));
        Path job = folder.resolve("guarded.yml");
        Files.writeString(job, "csv: {formula-guard: " + !today + "}\n");
        firstNight(other, job);
        Files.writeString(job, "csv: {formula-guard: " + today + "}\n");
        secondNight(other, job);

        export(job);

        Path whole = fullRun(other, job);
        assertSameTables(output.resolve("guarded/export"), whole);
        assertThat(Files.readString(whole.resolve("articles.csv")))
            .contains(today ? ",'=1+1 is what" : ",=1+1 is what")
            .contains(today ? ",''-5 degrees" : ",'-5 degrees");
      }
    }

    @Test
    void ofARunWithFewerColumnsHasThemEmpty() throws Exception {
      new ArchiveGenerator(5).write(input, 40);
      Files.writeString(input.resolve("formula.txt"), story("=1+1 is what the mayor counted on"));
      run("--input", input, "--output", output);
      List<Map<String, String>> before = csv(output.resolve("nightly/latest/articles.csv"));
      takeOutColumn("provider");

      export();

      List<Map<String, String>> after = csv(output.resolve("nightly/export/articles.csv"));
      before.forEach(row -> row.put("provider", ""));
      assertThat(after).isEqualTo(before);
      assertThat(after.get(0).keySet()).containsExactlyElementsOf(before.get(0).keySet());
    }

    @Test
    void isDescribedByExportJson() throws Exception {
      new ArchiveGenerator(2).write(input, 30);
      run("--input", input, "--output", output, "--date", "2020-02-03");

      JsonNode printed = export();

      Path export = output.resolve("nightly/export");
      JsonNode json =
          JsonMapper.builder().build().readTree(Files.readString(export.resolve("export.json")));
      assertThat(json).isEqualTo(printed);
      assertThat(json.get("job").asString()).isEqualTo("nightly");
      assertThat(json.at("/newest_run/folder").asString()).isEqualTo("2020-02-03-0001");
      assertThat(json.get("created_at").asString()).endsWith("Z");
      assertThat(json.get("where")).isEmpty();
      long bytes = 0;
      for (String table : TABLES) {
        byte[] content = Files.readAllBytes(export.resolve(table));
        JsonNode file = json.get("files").get(table);
        assertThat(file.get("bytes").asLong()).isEqualTo(content.length);
        assertThat(file.get("rows").asInt()).isEqualTo(csv(export.resolve(table)).size());
        assertThat(file.get("sha256").asString())
            .isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        bytes += content.length;
      }
      assertThat(json.get("bytes").asLong()).isEqualTo(bytes);
    }

    @Test
    void isReadByPythonWithTheSameCounts() throws Exception {
      new ArchiveGenerator(2).write(input, 60);
      run("--input", input, "--output", output);
      JsonNode export = export();

      for (String table : TABLES) {
        String count =
            Python.run(
                folder,
                "import csv, sys; print(sum(1 for _ in csv.DictReader("
                    + "open(sys.argv[1], encoding='utf-8', newline=''))))",
                output.resolve("nightly/export").resolve(table).toString());

        assertThat(count.strip()).isEqualTo(export.get("files").get(table).get("rows").asString());
      }
    }

    @Test
    void readsTheRunsWhereTheOutputFolderIsNow() throws Exception {
      new ArchiveGenerator(2).write(input, 20);
      run("--input", input, "--output", output);
      byte[] articles = Files.readAllBytes(output.resolve("nightly/latest/articles.csv"));
      Path moved = folder.resolve("moved");
      Files.move(output, moved);
      TestDatabases.moved(output, moved);

      JobRun export = dateline("export", "--output", moved);

      assertThat(export.exitCode()).as(export.err()).isZero();
      assertThat(moved.resolve("nightly/export/articles.csv")).hasBinaryContent(articles);
    }

    @Test
    void ofMoreRunsThanFilesMayBeOpenReadsThemInTurn() throws Exception {
      int runs = 40;
      new ArchiveGenerator(2).write(input, 3 * runs);
      run("--input", input, "--output", output, "--date", "2020-01-01");
      Path only = output.resolve("nightly/2020-01-01-0001");
      List<String> statements = new ArrayList<>();
      for (int run = 2; run <= runs; run++) {
        Files.createSymbolicLink(
            output.resolve("nightly/2020-01-01-" + String.format(Locale.ROOT, "%04d", run)),
            only.getFileName());
        statements.add(
            "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
                + " config_sha256, frozen, started_at, resumed_count) SELECT "
                + run
                + ", job_name, "
                + run
                + ", run_date, state, extractor_version, config_sha256, frozen, started_at, 0"
                + " FROM runs WHERE run_id = 1");
        statements.add(
            "INSERT INTO run_partitions (run_id, partition_number, manifest_offset, files, entries,"
                + " articles, quotes, rejections, articles_part, articles_bytes, articles_offset,"
                + " quotes_part, quotes_bytes, rejections_part, rejections_bytes) SELECT "
                + run
                + ", partition_number, manifest_offset, files, entries, articles, quotes,"
                + " rejections, articles_part, articles_bytes, articles_offset, quotes_part,"
                + " quotes_bytes, rejections_part, rejections_bytes FROM run_partitions"
                + " WHERE run_id = 1");
      }
      for (String table : List.of("article_rows", "quote_rows", "rejection_rows", "source_files")) {
        statements.add("UPDATE " + table + " SET run_id = 1 + MOD(file_number, " + runs + ")");
      }
      execute(statements);

      export();

      assertSameTables(output.resolve("nightly/export"), only);
    }

    @Test
    void leavesAnUnfinishedRunAlone() throws Exception {
      new ArchiveGenerator(2).write(input, 20);
      run("--input", input, "--output", output);
      execute(
          List.of(
              "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
                  + " config_sha256, frozen, started_at, resumed_count) SELECT 2, job_name, 2,"
                  + " run_date, 'RUNNING', extractor_version, config_sha256, frozen, started_at, 0"
                  + " FROM runs",
              "INSERT INTO superseded_files (run_id, file_number, by_run_id)"
                  + " SELECT run_id, file_number, 2 FROM source_files"));

      export();

      assertSameTables(output.resolve("nightly/export"), output.resolve("nightly/latest"));
      assertThat(Tables.query(output, "SELECT state FROM runs WHERE run_id = 2"))
          .containsExactly(Map.of("state", "RUNNING"));
    }

    @Test
    void isToldInAFewLines() throws Exception {
      new ArchiveGenerator(2).write(input, 20);
      run("--input", input, "--output", output);

      JobRun export = dateline("export", "--output", output);

      assertThat(export.out().lines().map(line -> line.replaceAll("[ ,0-9.]+", " ").strip()))
          .startsWith("articles", "quotes", "rejections", "bytes", "s");
      assertThat(export.out()).endsWith(output.resolve("nightly/export") + "\n");
    }
  }

  @Nested
  class WithConditions {

    @BeforeEach
    void aPublishedRun() throws Exception {
      new ArchiveGenerator(8).write(input, 120);
      Files.writeString(input.resolve("british.html"), page("en-GB"));
      Files.writeString(input.resolve("french.html"), page("fr"));
      run("--input", input, "--output", output);
    }

    @Test
    void holdsTheArticlesThatMeetThemTheirQuotesAndNoRejections() throws Exception {
      JsonNode export = export("--where", "provider=Reuters", "--where", "provider=AP");

      assertFiltered(row -> Set.of("Reuters", "AP").contains(row.get("provider")));
      assertThat(export.get("rejections").isNull()).isTrue();
      assertThat(export.get("where")).hasSize(2);
      assertThat(output.resolve("nightly/selection/rejections.csv")).doesNotExist();
    }

    @Test
    void mayNameDatesAndSeveralColumns() throws Exception {
      export("--where", "date_published=2014-03..2014-08", "--where", "provider=Xinhua");

      assertFiltered(
          row ->
              row.get("provider").equals("Xinhua")
                  && row.get("date_published").compareTo("2014-03") >= 0
                  && row.get("date_published").compareTo("2014-09") < 0);
    }

    @Test
    void mayNameAPublisher() throws Exception {
      export("--where", "publisher=The Gazette");

      assertFiltered(row -> row.get("publisher").equals("The Gazette"));
    }

    @Test
    void mayNameALanguage() throws Exception {
      export("--where", "in_language=en");

      assertFiltered(row -> row.get("in_language").matches("en(-.*)?"));
    }

    @Test
    void saysThatRejectionsAreLeftOut() {
      JobRun export = dateline("export", "--output", output, "--where", "provider=Nobody");

      assertThat(export.exitCode()).isZero();
      assertThat(export.out())
          .containsPattern("rejections +left out")
          .containsPattern("articles +0");
    }

    @Test
    void onAnotherColumnEndsWith64AndNamesThoseAllowed() {
      JobRun export = dateline("export", "--output", output, "--where", "headline=Ferry");

      assertThat(export.exitCode()).isEqualTo(64);
      assertThat(export.err()).contains("date_published, provider, publisher, in_language");
      assertThat(output.resolve("nightly/selection")).doesNotExist();
    }

    private void assertFiltered(Predicate<Map<String, String>> wanted) throws IOException {
      Path latest = output.resolve("nightly/latest");
      Path export = output.resolve("nightly/selection");
      List<Map<String, String>> all = csv(latest.resolve("articles.csv"));
      List<Map<String, String>> articles = all.stream().filter(wanted).toList();
      Set<String> ids =
          articles.stream().map(row -> row.get("article_id")).collect(Collectors.toSet());
      assertThat(articles).isNotEmpty().hasSizeLessThan(all.size());
      assertThat(csv(export.resolve("articles.csv"))).isEqualTo(articles);
      assertThat(csv(export.resolve("quotes.csv")))
          .isEqualTo(
              csv(latest.resolve("quotes.csv")).stream()
                  .filter(row -> ids.contains(row.get("article_id")))
                  .toList());
    }

    private static String page(String language) {
      return "<!DOCTYPE html><html lang=\""
          + language
          + "\"><head><title>Ferry</title></head><body><article><h1>La traversée reprend sur les deux"
          + " îles</h1><p>Le bac entre les deux îles a repris mardi après une semaine de brouillard,"
          + " a dit le capitaine du port, et il a transporté quelque deux cents passagers lors de sa"
          + " première traversée de la journée vers le nord de la baie.</p></article></body></html>";
    }
  }

  @Nested
  @EmbeddedDatabaseOnly("no database shows in where an export goes")
  class ThePlace {

    @BeforeEach
    void aPublishedRun() throws Exception {
      new ArchiveGenerator(3).write(input, 25);
      run("--input", input, "--output", output);
    }

    @Test
    void isALinkToAFolderThatTheNextExportReplaces() throws Exception {
      Path target = folder.resolve("shared/all articles");

      export("--to", target);
      Path first = target.toRealPath();
      export("--to", target);

      assertThat(target).isSymbolicLink();
      assertThat(target.toRealPath()).isNotEqualTo(first);
      assertSameTables(target, output.resolve("nightly/latest"));
      assertThat(names(target.getParent())).hasSize(2);
      assertThat(names(target))
          .containsExactly(
              "articles.csv", "datapackage.json", "export.json", "quotes.csv", "rejections.csv");
    }

    @Test
    void thatIsTakenByAFolderAFileOrALinkEndsWith73AndIsNotTouched() throws Exception {
      Path taken = Files.createDirectories(folder.resolve("taken"));
      Files.writeString(taken.resolve("export.json"), "mine");
      Path file = Files.writeString(folder.resolve("file"), "mine");
      Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("taken"));
      List<String> before = names(folder);

      for (Path target : List.of(taken, file, link)) {
        JobRun export = dateline("export", "--output", output, "--to", target);

        assertThat(export.exitCode()).isEqualTo(73);
        assertOneSentence(export, target.toString());
      }

      assertThat(names(folder)).isEqualTo(before);
      assertThat(taken.resolve("export.json")).hasContent("mine");
      assertThat(file).hasContent("mine");
      assertThat(Files.readSymbolicLink(link)).hasToString("taken");
    }

    @Test
    void whereSomebodyElsesFolderBearsOurHiddenNameEndsWith73OrIsLeftAlone() throws Exception {
      Path foreign = Files.createDirectories(folder.resolve(".mine.partial"));
      Files.writeString(foreign.resolve("thesis.txt"), "years of work");
      Path numbered = Files.createDirectories(folder.resolve(".yours-4"));
      Files.writeString(numbered.resolve("thesis.txt"), "years of work");

      JobRun mine = dateline("export", "--output", output, "--to", folder.resolve("mine"));
      JobRun yours = dateline("export", "--output", output, "--to", folder.resolve("yours"));

      assertThat(mine.exitCode()).isEqualTo(73);
      assertOneSentence(mine, foreign.toString());
      assertThat(foreign.resolve("thesis.txt")).exists();
      assertThat(yours.exitCode()).as(yours.err()).isZero();
      assertThat(numbered.resolve("thesis.txt")).exists();
    }

    @Test
    void belowAFileEndsWith73() throws Exception {
      Path file = Files.writeString(folder.resolve("file"), "in the way");

      JobRun export = dateline("export", "--output", output, "--to", file.resolve("export"));

      assertThat(export.exitCode()).isEqualTo(73);
      assertOneSentence(export, file.toString());
    }

    @Test
    void thatIsAnInputOrHoldsSomethingOfOursEndsWith64() throws Exception {
      Path run = output.resolve("nightly/latest").toRealPath();
      Path round = Files.createSymbolicLink(folder.resolve("round"), input);

      for (Path target :
          List.of(
              input.resolve("export"),
              input.resolve("deep/er"),
              round.resolve("export"),
              run,
              run.resolve("export"),
              output.resolve("nightly/latest/export"),
              output.resolve("nightly/latest"),
              output.resolve("nightly/logs"),
              output.resolve("nightly/.0002.partial"),
              output.resolve("nightly"),
              output.resolve("db/export"),
              output,
              folder,
              Path.of("/"))) {
        JobRun export = dateline("export", "--output", output, "--to", target);

        assertThat(export.exitCode()).as(target + ": " + export.err()).isEqualTo(64);
        assertThat(export.err()).contains(target.toString());
      }
      assertThat(names(run)).doesNotContain("export");
      assertThat(names(input)).doesNotContain("export", "deep");
    }

    @Test
    void mayLieInAnOutputFolderBelowTheInput() throws Exception {
      Path inside = input.resolve("tables");
      run("--input", input, "--output", inside);

      JobRun export = dateline("export", "--output", inside);
      JsonNode again = run("--input", input, "--output", inside, "--full");

      assertThat(export.exitCode()).as(export.err()).isZero();
      assertThat(again.at("/ignored_by_kind/output").asInt()).isEqualTo(1);
    }

    @Test
    void neverShowsReadersAMissingOrAHalfFile() throws Exception {
      Path target = output.resolve("nightly/export");
      export();
      byte[] all = Files.readAllBytes(target.resolve("articles.csv"));
      export("--where", "provider=AP", "--to", target);
      byte[] some = Files.readAllBytes(target.resolve("articles.csv"));
      AtomicBoolean enough = new AtomicBoolean();
      ExecutorService reader = Executors.newSingleThreadExecutor();
      Future<Set<Integer>> seen =
          reader.submit(
              () -> {
                Set<Integer> lengths = new HashSet<>();
                while (!enough.get()) {
                  byte[] read = Files.readAllBytes(target.resolve("articles.csv"));
                  assertThat(read).isEqualTo(read.length == all.length ? all : some);
                  lengths.add(read.length);
                }
                return lengths;
              });

      for (int i = 0; i < 3; i++) {
        export();
        export("--where", "provider=AP", "--to", target);
      }
      enough.set(true);

      assertThat(seen.get()).containsExactlyInAnyOrder(all.length, some.length);
      reader.shutdown();
    }
  }

  @Nested
  @EmbeddedDatabaseOnly("it is the published folders that are bad")
  class BadSurroundings {

    @Test
    void nothingPublishedEndsWith66AndMakesNothing() {
      JobRun nowhere = dateline("export", "--output", output);

      assertThat(nowhere.exitCode()).isEqualTo(66);
      assertOneSentence(nowhere, output.toString());
      assertThat(output).doesNotExist();
    }

    @Test
    void aJobThatHasPublishedNothingEndsWith66() throws Exception {
      new ArchiveGenerator(2).write(input, 5);
      run("--input", input, "--output", output);

      JobRun other = dateline("export", "evaluate", "--output", output);

      assertThat(other.exitCode()).isEqualTo(66);
      assertOneSentence(other, "evaluate");
      assertThat(output.resolve("evaluate")).doesNotExist();
    }

    @Test
    void aRunFolderThatIsGoneEndsWith74AndLeavesTheOldExport() throws Exception {
      new ArchiveGenerator(2).write(input, 20);
      run("--input", input, "--output", output);
      export();
      byte[] before = Files.readAllBytes(output.resolve("nightly/export/articles.csv"));
      Path run = output.resolve("nightly/latest").toRealPath();
      Files.move(run, folder.resolve("elsewhere"));

      JobRun export = dateline("export", "--output", output);

      assertThat(export.exitCode()).isEqualTo(74);
      assertOneSentence(export, run.toString());
      assertThat(output.resolve("nightly/export/articles.csv")).hasBinaryContent(before);
      assertThat(names(output.resolve("nightly"))).doesNotContain(".export.partial");
    }

    @Test
    void aRunFolderThatWasChangedEndsWith74() throws Exception {
      new ArchiveGenerator(2).write(input, 20);
      run("--input", input, "--output", output);
      Path file = output.resolve("nightly/latest/articles.csv");
      byte[] whole = Files.readAllBytes(file);
      byte[] shifted = whole.clone();
      System.arraycopy(whole, 600, shifted, 601, whole.length - 601);
      byte[] quoted = whole.clone();
      quoted[new String(whole, StandardCharsets.ISO_8859_1).indexOf("council approved")] = '"';

      for (byte[] content : List.of(Arrays.copyOf(whole, whole.length - 1), shifted, quoted)) {
        Files.write(file, content);
        JobRun export = dateline("export", "--output", output);

        assertThat(export.exitCode()).isEqualTo(74);
        assertOneSentence(export, file.toRealPath().getParent().toString());
      }
      assertThat(output.resolve("nightly/export")).doesNotExist();
    }

    @Test
    void aRunAtTheSameTimeEndsWith75AndTheSentenceSaysWhatIsGoingOn() throws Exception {
      new ArchiveGenerator(2).write(input, 5);
      run("--input", input, "--output", output);
      Path locked = TestDatabases.of(output).lockFolder(output, "nightly");
      try (OutputLock run = OutputLock.take(locked)) {
        JobRun export = dateline("export", "--output", output);

        assertThat(export.exitCode()).isEqualTo(75);
        assertOneSentence(export, "(run by ");
      }
      try (OutputLock export = OutputLock.take(locked, "export")) {
        JobRun run = dateline("run", "--input", input, "--output", output);

        assertThat(run.exitCode()).isEqualTo(75);
        assertOneSentence(run, "(export by ");
      }
    }

    @Test
    void anotherExportToTheSamePlaceEndsWith75() throws Exception {
      new ArchiveGenerator(2).write(input, 5);
      run("--input", input, "--output", output);
      Path partial = Files.createDirectories(folder.resolve(".shared.partial"));
      try (OutputLock other = OutputLock.take(partial, "export")) {
        JobRun export = dateline("export", "--output", output, "--to", folder.resolve("shared"));

        assertThat(export.exitCode()).isEqualTo(75);
        assertOneSentence(export, partial.toString());
      }
    }
  }

  private void threeNights(Path other, Object job) throws Exception {
    firstNight(other, job);
    secondNight(other, job);
    // A good article turns into a rejection, and a rejection into a good article.
    rewrite(input.resolve("aA.txt"), story("The ferry resumes for good"));
    rewrite(input.resolve("z-gone.txt"), "404 Not Found\n");
    rewrite(input.resolve("empty.txt"), story("Not empty any more on the third night"));
    run(arguments(job, other));
  }

  private void firstNight(Path other, Object job) throws Exception {
    new ArchiveGenerator(4).write(input, 60);
    new ArchiveGenerator(5).write(other, 20);
    for (String name : List.of("\uD83D\uDE00.txt", "100%.txt", "aA.txt", "z-gone.txt")) {
      Files.writeString(input.resolve(name), story("Ferry news of length " + name.length()));
    }
    Files.write(input.resolve("empty.txt"), new byte[0]);
    Files.writeString(input.resolve("formula.txt"), story("=1+1 is what the mayor counted on"));
    Files.writeString(input.resolve("apostrophe.txt"), story("'-5 degrees in the harbour at noon"));
    run(arguments(job, other));
  }

  private void secondNight(Path other, Object job) throws Exception {
    for (String name : List.of("\uFF5E.txt", "a%41.txt", "0000/between.txt", "a/b.txt", "=2.txt")) {
      Path file = input.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, story("Second night, length " + name.length()));
    }
    rewrite(other.resolve("0000/0000007.txt"), story("A changed story about a ferry"));
    run(arguments(job, other));
  }

  private Path fullRun(Path other, Object job) throws Exception {
    Path whole = folder.resolve("whole-" + output.getFileName());
    List<Object> arguments = new ArrayList<>(List.of(arguments(job, other)));
    arguments.set(arguments.indexOf(output), whole);
    arguments.add("--full");
    return Path.of(run(arguments.toArray()).get("folder").asString());
  }

  private Object[] arguments(Object job, Path other) {
    return new Object[] {
      job,
      "--input",
      input,
      "--input",
      "archive=" + other,
      "--output",
      output,
      "--date",
      "2020-01-01"
    };
  }

  private static void rewrite(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
  }

  private JsonNode export(Object... arguments) throws IOException {
    List<Object> words = new ArrayList<>(List.of("export"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--output", output, "--json"));
    JobRun export = dateline(words.toArray());
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(export.err()).isEmpty();
    return JsonMapper.builder().build().readTree(export.out());
  }

  /** Rewrites the published articles.csv as a program without this column would have written it. */
  private void takeOutColumn(String column) throws Exception {
    Path file = output.resolve("nightly/latest/articles.csv").toRealPath();
    List<CSVRecord> records;
    try (var parser = CsvTable.FORMAT.parse(Files.newBufferedReader(file))) {
      records = parser.getRecords();
    }
    int leftOut = records.get(0).toList().indexOf(column);
    StringBuilder all = new StringBuilder();
    try (Connection connection = connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE article_rows SET row_offset = ?, row_bytes = ? WHERE article_id = ?")) {
      long header = 0;
      long offset = 0;
      for (CSVRecord record : records) {
        List<String> cells = new ArrayList<>(record.toList());
        cells.remove(leftOut);
        String line = CsvTable.FORMAT.format(cells.toArray()) + "\r\n";
        int bytes = line.getBytes(StandardCharsets.UTF_8).length;
        all.append(line);
        if (header == 0) {
          header = bytes;
          continue;
        }
        update.setLong(1, offset);
        update.setLong(2, bytes);
        update.setString(3, cells.get(0));
        assertThat(update.executeUpdate()).isEqualTo(1);
        offset += bytes;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "UPDATE run_partitions SET articles_offset = "
                + header
                + ", articles_bytes = "
                + offset);
      }
      TestDatabases.shutdown(connection);
    }
    Files.writeString(file, all);
  }

  private void execute(List<String> statements) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      TestDatabases.shutdown(connection);
    }
  }

  private Connection connect() throws Exception {
    return TestDatabases.open(output);
  }

  private static void assertSameTables(Path export, Path run) {
    for (String table : TABLES) {
      assertThat(export.resolve(table)).hasSameBinaryContentAs(run.resolve(table));
    }
  }

  private static void assertOneSentence(JobRun run, String what) {
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("dateline: ").contains(what).doesNotContain("Exception");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static String story(String headline) {
    return headline
        + "\n\nOSLO, May 4 (Reuters) - The ferry between the two islands resumed on Tuesday after a"
        + " week of fog, \"and none too soon,\" harbour master Berit Solheim said, and carried some"
        + " two hundred passengers on its first crossing.\n\nMore crossings will follow in the course"
        + " of the week, and the timetable is to be posted at both quays by the end of the month.\n";
  }
}
