package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/analysis.md answer what the page says, from a run over the samples. */
@Timeout(300)
class AnalysisRecipesTests {

  private static final String HEADLINE = "=Quay + pier: the sum the harbour cannot pay";
  private static final String PLAIN_PYTHON = "Python, without anything else";
  private static final String PACKAGE = "By datapackage.json";
  private static final String DATABASE = "The database";

  @TempDir static Path folder;

  private static Nights nights;
  private static List<Recipe> page;

  @BeforeAll
  static void runsOverTheSamplesAndADayWithTheSameStoryInTwoPapers() throws Exception {
    page = Recipe.on(Path.of("docs/analysis.md"));
    nights = Nights.in(folder);
    String quay =
        HEADLINE
            + "\n\nBy Johanna Shikongo\n\nSeptember 5, 2016\n\n"
            + "WALVIS BAY, Namibia, Sept. 5 (Reuters) - The harbour at Walvis Bay will close its"
            + " oldest quay in October, because worms have eaten the timber that carries it and"
            + " nobody has offered to pay for new piles.\n\n\"A quay is only as old as its worst"
            + " plank,\" said Selma Amupolo, who inspects the harbour for the ministry.\n";
    nights.file("herald/quay.txt", quay);
    nights.file("courier/quay.txt", quay);
    StringBuilder minutes =
        new StringBuilder(
            "Council reads its minutes aloud for a whole night\n\nSeptember 6, 2016\n\n"
                + "BERGEN, Norway, Sept. 6 (AP) - The council read every page of its minutes aloud"
                + " on Tuesday, because the law says that somebody has to have heard them.\n\n");
    for (int i = 1; i <= 1_000; i++) {
      minutes
          .append("Page ")
          .append(i)
          .append(" told of a culvert, a fence; and a goat that the clerk had counted twice, while")
          .append(" the mayor poured coffee and the gulls walked up and down on the roof.\n\n");
    }
    nights.file("courier/minutes.txt", minutes.toString());
    nights.run("2026-11-01", "--input", "samples=" + Path.of("input"));
  }

  @Test
  void everyRecipeThatATestCanRunStandsWhereATestRunsIt() {
    assertThat(page)
        .filteredOn(recipe -> List.of("python", "sql", "r").contains(recipe.language()))
        .extracting(recipe -> recipe.section() + ": " + recipe.language())
        .containsOnly(
            PLAIN_PYTHON + ": python",
            "pandas: python",
            "DuckDB: sql",
            "Parquet: sql",
            "R: r",
            PACKAGE + ": python",
            DATABASE + ": sql");
  }

  @Test
  void plainPythonPrintsEveryArticleWithItsHeadlineAsItWas() throws Exception {
    List<Map<String, String>> articles = JobRun.csv(nights.latest().resolve("articles.csv"));

    List<String> printed = run(Interpreter.python("csv"), PLAIN_PYTHON, "python");

    assertThat(articles).anyMatch(row -> row.get("article_body").length() > 131_072);
    assertThat(printed.get(0).lines())
        .containsExactlyElementsOf(
            articles.stream()
                .map(
                    row ->
                        String.join(
                            " ",
                            row.get("date_published"),
                            row.get("headline"),
                            row.get("article_body").lines().findFirst().orElse("")))
                .toList());
    assertThat(printed.get(0)).contains("2016-09-05 " + HEADLINE + " The harbour");
  }

  @Test
  void pythonReadsEveryFileByItsDescriptionWithAsManyRowsAndColumnsAsItHas() throws Exception {
    List<String> printed = run(Interpreter.python("csv"), PACKAGE, "python");

    List<String> files = new ArrayList<>();
    for (String file : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      List<Map<String, String>> rows = JobRun.csv(nights.latest().resolve(file));
      files.add(file + " " + rows.size() + " rows, " + rows.get(0).size() + " columns");
    }
    assertThat(printed.get(0).lines())
        .hasSizeGreaterThan(10)
        .startsWith(files.toArray(String[]::new));
  }

  @Test
  void pandasAnswersEveryQuestion() throws Exception {
    assertAnswers(run(Interpreter.python("pandas"), "pandas", "python"));
  }

  @Test
  void rAnswersEveryQuestion() throws Exception {
    assertAnswers(run(Interpreter.r(), "R", "r"));
  }

  @Test
  void duckDbAnswersEveryQuestion() throws Exception {
    List<String> printed = new ArrayList<>();
    try (DuckDb duckDb = new DuckDb()) {
      duckDb.execute("SET file_search_path = '" + nights.latest() + "'");
      for (Recipe recipe : recipes("DuckDB", "sql")) {
        List<String> statements = List.of(recipe.code().strip().split(";\\n|;$"));
        for (String statement : statements.subList(0, statements.size() - 1)) {
          duckDb.execute(statement);
        }
        String question = statements.get(statements.size() - 1);
        List<String> rows =
            duckDb.column("SELECT concat_ws(' ', *COLUMNS(*)) FROM (" + question + ")");
        printed.add(String.join("\n", rows));
      }
    }

    assertAnswers(printed);
  }

  @Test
  void parquetAnswersWithTheNumbersOfTheCsvFiles() throws Exception {
    JobRun export = JobRun.dateline(nights.command("export", "--format", "parquet"));
    assertThat(export.exitCode()).as(export.err()).isZero();
    List<Recipe> recipes = recipes("Parquet", "sql");
    try (DuckDb duckDb = new DuckDb()) {
      duckDb.execute(
          "SET file_search_path = '"
              + nights.output().resolve("nightly/export-parquet").toAbsolutePath()
              + "'");
      List<String> answers = new ArrayList<>();
      for (Recipe recipe : recipes) {
        String question = recipe.code().strip().replaceFirst(";$", "");
        answers.addAll(duckDb.column("SELECT concat_ws(' ', *COLUMNS(*)) FROM (" + question + ")"));
      }

      List<Map<String, String>> articles = JobRun.csv(nights.latest().resolve("articles.csv"));
      List<Map<String, String>> namibia =
          articles.stream().filter(row -> row.get("dateline_country").equals("NA")).toList();
      int words = namibia.stream().mapToInt(row -> Integer.parseInt(row.get("word_count"))).sum();
      int longest =
          JobRun.csv(nights.latest().resolve("quotes.csv")).stream()
              .filter(quote -> quote.get("kind").equals("direct"))
              .mapToInt(quote -> quote.get("text").codePointCount(0, quote.get("text").length()))
              .max()
              .orElseThrow();
      assertThat(answers)
          .contains("NA " + namibia.size() + " " + words + " 2016-09-05")
          .anyMatch(answer -> answer.contains(" " + longest + " "));
    }
  }

  @Test
  void theDatabaseAnswersEveryQuestionThatIsNotAmongTheTen() throws Exception {
    StringBuilder printed = new StringBuilder();
    for (Recipe recipe : recipes(DATABASE, "sql")) {
      List<Map<String, String>> rows = Tables.query(nights.output(), recipe.code());
      assertThat(rows).as(recipe.code()).isNotEmpty();
      printed.append(rows);
    }

    assertThat(printed)
        .contains("month_published=2016-09, dateline_country=NA, articles=2, texts=1")
        .contains("headline=" + HEADLINE)
        .contains("speaker=Selma Amupolo, text=A quay is only as old as its worst plank");
  }

  /** Each block printed something, and all of them together what is special about this run. */
  private static void assertAnswers(List<String> printed) {
    assertThat(printed).allSatisfy(text -> assertThat(text).isNotBlank());
    assertThat(String.join("\n", printed))
        .as("a headline without the guard, copies, a speaker, a reason, a point, a country")
        .contains(HEADLINE, "herald/quay.txt", "courier/quay.txt")
        .contains("Selma Amupolo", "BODY_TOO_SHORT", "14.5053")
        .containsPattern("2016-09\\b.{1,40}\\bNA\\b.{1,40}\\b2\\b")
        .doesNotContain("'=Quay");
  }

  private static List<String> run(Interpreter interpreter, String section, String language)
      throws IOException, InterruptedException {
    Path latest = nights.latest();
    List<String> before = files(latest);
    List<Recipe> recipes = recipes(section, language);

    List<String> printed = interpreter.run(latest, recipes);

    assertThat(printed).hasSameSizeAs(recipes);
    assertThat(files(latest)).as("a recipe writes nothing").isEqualTo(before);
    return printed;
  }

  private static List<Recipe> recipes(String section, String language) {
    List<Recipe> recipes =
        page.stream()
            .filter(recipe -> recipe.section().equals(section))
            .filter(recipe -> recipe.language().equals(language))
            .toList();
    assertThat(recipes).as(section).isNotEmpty();
    return recipes;
  }

  private static List<String> files(Path run) throws IOException {
    try (var files = Files.walk(run.toRealPath())) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
