package io.dateline.cli;

import static io.dateline.cli.JobRun.csv;
import static io.dateline.cli.JobRun.dateline;
import static io.dateline.cli.JobRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(300)
class ScoreCommandTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String FERRY =
      """
      Ferry to Lunna stops carrying cars

      By Ailsa Drever

      14 March 2018

      LUNNA, March 14 (Northwire) - The ferry to Lunna will carry no more cars from May, the island council said on Wednesday after a vote that lasted until midnight.

      "We had more cars than sheep last August, and the sheep were here first," Donald Isbister, the harbour master, said.

      Councillors had asked the company for a larger ship three times and were refused three times, according to the minutes of the meeting.

      Isbister said the pier would be "too small for lorries by summer" in any case, and that nobody had to leave a bicycle behind.
      """;

  private static final String BRIDGE =
      """
      Toll on the Orrin bridge falls to two crowns

      9 April 2019

      ORRIN, April 9 (Northwire) - Drivers will pay two crowns instead of five on the bridge at Orrin from June, the transport ministry announced on Tuesday.

      The ministry had earned back what the bridge cost eleven years earlier than planned, it said in a statement that gave no further figures.

      Hauliers in the valley welcomed the change and asked for the same on the tunnel, which still costs nine crowns a lorry each way.
      """;

  /** The run that most tests score: none of them changes it. */
  @TempDir static Path archive;

  private static Path output;
  private static Path latest;

  @TempDir Path folder;

  @BeforeAll
  static void aRunOverThreeFiles() throws IOException {
    Path input = Files.createDirectories(archive.resolve("papers"));
    output = archive.resolve("out");
    latest = output.resolve("nightly/latest");
    Files.writeString(input.resolve("bridge.txt"), BRIDGE);
    Files.writeString(input.resolve("empty.txt"), " ");
    Files.writeString(input.resolve("ferry.txt"), FERRY);
    run("--input", input, "--output", output, "--date", "2020-02-03");
  }

  @Nested
  class OfArticles {

    @Test
    void countsWhatAgreesWhatDiffersAndWhatIsTooMuch() throws Exception {
      Path gold =
          gold(
              """
              source_path,headline,authors,provider
              ferry.txt,"Ferry to LUNNA stops carrying cars.",Ailsa Drever; Magnus Halcro,
              bridge.txt,Toll on the Orrin bridge falls,,Northwire
              """);

      JsonNode report = json("score", gold, latest);

      assertThat(field(report, "headline")).isEqualTo("2 2 1 0.5 0.5 0.5");
      assertThat(field(report, "authors")).isEqualTo("2 1 1 1.0 0.5 0.6666666666666666");
      assertThat(field(report, "provider")).isEqualTo("1 2 1 0.5 1.0 0.6666666666666666");
      assertThat(report.get("fields")).as("what has no column is not judged").hasSize(3);
      assertThat(report.get("disagreements").asInt()).isEqualTo(3);
    }

    @Test
    void judgesDatesAsPreciselyAsTheGoldTellsThem() throws Exception {
      Path gold =
          gold(
              """
              source_path,date_published,date_created
              ferry.txt,2018-03,2018-03-14
              bridge.txt,2019-04-10,2019
              """);

      JsonNode report = json("score", gold, latest);

      assertThat(field(report, "date_published")).startsWith("2 2 1 ");
      assertThat(field(report, "date_created")).startsWith("2 2 2 ");
    }

    @Test
    void judgesTheBodyByTheRunsOfFourWordsThatBothHave() throws Exception {
      List<Map<String, String>> articles = csv(latest.resolve("articles.csv"));
      String ferry = articles.get(1).get("article_body");
      String half = ferry.substring(0, ferry.indexOf("\n\n"));
      Path gold =
          gold(
              "source_path,article_body\nferry.txt,\""
                  + half.replace("\"", "\"\"")
                  + "\"\nbridge.txt,\""
                  + articles.get(0).get("article_body").toUpperCase(java.util.Locale.ROOT)
                  + "\"\n");

      JsonNode body = json("score", gold, latest).at("/fields/0");

      assertThat(body.get("correct").asInt()).isEqualTo(1);
      assertThat(body.get("recall").asDouble()).isEqualTo(1.0);
      assertThat(body.get("precision").asDouble()).isBetween(0.6, 0.8);
    }

    @Test
    void countsARejectedArticleAndOneThatIsNotThereAsNotFound() throws Exception {
      Path gold =
          gold(
              """
              source_path,headline
              ferry.txt,Ferry to Lunna stops carrying cars
              empty.txt,A headline
              nowhere.txt,Another headline
              """);

      JsonNode report = json("score", gold, latest);

      assertThat(report.get("gold_articles").asInt()).isEqualTo(3);
      assertThat(report.get("found_articles").asInt()).isEqualTo(1);
      assertThat(report.get("rejected_articles").asInt()).isEqualTo(1);
      assertThat(field(report, "headline")).startsWith("3 1 1 1.0 0.3333");
      assertThat(report.at("/shown/0/run").asString()).isEqualTo("rejected: EMPTY");
      assertThat(report.at("/shown/1/run").asString()).isEqualTo("not in the run");
    }

    @Test
    void findsArticlesByTheirIdsWhereTheGoldHasNoPaths() throws Exception {
      String id = csv(latest.resolve("articles.csv")).get(1).get("article_id");
      Path gold = gold("article_id,headline\n" + id + ",Ferry to Lunna stops carrying cars\n");

      JsonNode report = json("score", gold, latest);

      assertThat(field(report, "headline")).isEqualTo("1 1 1 1.0 1.0 1.0");
    }

    @Test
    void readsWhatExcelSavesAndTakesTheGuardOffBothSides() throws Exception {
      Path input = Files.createDirectories(folder.resolve("papers"));
      Path guarded = folder.resolve("out/nightly/latest");
      Files.writeString(input.resolve("plus.txt"), BRIDGE.replace("Toll on", "+40 a toll on"));
      run("--input", input, "--output", folder.resolve("out"), "--date", "2020-02-04");
      String cell = Files.readString(guarded.resolve("articles.csv"));
      Path gold =
          gold(
              "\uFEFF"
                  + String.join(
                      "\r\n",
                      "source_path,headline",
                      "plus.txt,'+40 a toll on the Orrin bridge falls to two crowns",
                      "",
                      ""));

      JsonNode report = json("score", gold, guarded);

      assertThat(cell).contains(",'+40 a toll");
      assertThat(field(report, "headline")).isEqualTo("1 1 1 1.0 1.0 1.0");
    }

    @Test
    void scoresAnExportLikeARun() throws Exception {
      dateline("export", "--output", output);
      Path gold = gold("source_path,provider\nbridge.txt,Northwire\n");

      JsonNode report = json("score", gold, output.resolve("nightly/export"));

      assertThat(field(report, "provider")).isEqualTo("1 1 1 1.0 1.0 1.0");
    }
  }

  @Nested
  class OfQuotes {

    private static final String GOLD =
        "source_path,headline\nferry.txt,Ferry to Lunna stops carrying cars\n";

    @Test
    void pairsQuotesByTheirWordsAndJudgesTheSpeakerOfThePairs() throws Exception {
      Path quotes =
          write(
              "quotes.csv",
              """
              source_path,text,speaker
              ferry.txt,"We had more cars than sheep last August, and the sheep were here first",Donald Isbister
              ferry.txt,too small for lorries by the summer,Ailsa Drever
              ferry.txt,Nobody ever said this,Donald Isbister
              """);

      JsonNode report = json("score", gold(GOLD), latest, "--quotes", quotes);

      assertThat(quoteField(report, "quote")).startsWith("3 2 2 1.0 0.6666");
      assertThat(quoteField(report, "quote and speaker")).startsWith("3 2 1 0.5 0.3333");
      assertThat(report.at("/shown/0/field").asString()).isEqualTo("speaker");
      assertThat(report.at("/shown/0/gold").asString()).isEqualTo("Ailsa Drever");
      assertThat(report.at("/shown/0/run").asString()).isEqualTo("Donald Isbister");
      assertThat(report.at("/shown/1/gold").asString()).isEqualTo("Nobody ever said this");
    }

    @Test
    void aRowWithoutATextSaysThatAnArticleHasNoQuotes() throws Exception {
      Path quotes = write("quotes.csv", "source_path,text\nferry.txt,\nbridge.txt,\n");

      JsonNode report = json("score", gold(GOLD), latest, "--quotes", quotes);

      assertThat(quoteField(report, "quote")).isEqualTo("0 2 0 0.0 null 0.0");
    }

    @Test
    void articlesThatTheGoldOfQuotesDoesNotNameAreNotJudged() throws Exception {
      Path quotes = write("quotes.csv", "source_path,text\nbridge.txt,\n");

      JsonNode report = json("score", gold(GOLD), latest, "--quotes", quotes);

      assertThat(quoteField(report, "quote")).isEqualTo("0 0 0 null null null");
    }
  }

  @Nested
  class TheAnswer {

    @Test
    void isATableAndTheFirstDisagreements() throws Exception {
      Path gold = gold("source_path,headline,authors\nferry.txt,No,Nobody\nbridge.txt,No,\n");

      JobRun score = dateline("score", gold, latest, "--show", 2);

      assertThat(score.exitCode()).isZero();
      assertThat(score.out().lines())
          .startsWith(
              "2 articles in the gold: 2 in the run, 0 rejected, 0 neither.",
              "",
              "field                             cases    found  correct  precision   recall       F1",
              "headline                              2        2        0     0.0000   0.0000   0.0000",
              "authors                               1        1        0     0.0000   0.0000   0.0000",
              "",
              "bridge.txt  headline  wrong",
              "  gold  No",
              "  run   Toll on the Orrin bridge falls to two crowns")
          .endsWith(
              "3 disagreements, 2 shown; --show N shows more, --disagreements FILE writes all.");
    }

    @Test
    void isTheSameEachTime() throws Exception {
      Path gold = gold("source_path,headline,authors\nferry.txt,No,Nobody\nbridge.txt,No,\n");

      String first = dateline("score", gold, latest).out();
      String second = dateline("score", gold, latest).out();

      assertThat(second).isEqualTo(first);
    }

    @Test
    void goesWholeIntoAFileOfDisagreements() throws Exception {
      Path gold = gold("source_path,article_body,headline\nferry.txt,=Short,Ferry\n");
      Path file = folder.resolve("differences.csv");

      JobRun score = dateline("score", gold, latest, "--show", 0, "--disagreements", file);

      assertThat(score.exitCode()).isZero();
      List<Map<String, String>> rows = csv(file);
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0))
          .containsEntry("article", "ferry.txt")
          .containsEntry("field", "headline")
          .containsEntry("kind", "wrong");
      assertThat(rows.get(1)).containsEntry("gold", "=Short");
      assertThat(rows.get(1).get("run"))
          .isEqualTo(csv(latest.resolve("articles.csv")).get(1).get("article_body"));
      assertThat(Files.readString(file)).contains(",'=Short,");
    }

    @Test
    void cannotSteerTheTerminal() throws Exception {
      Path gold = gold("source_path,headline\nferry.txt,\"\033[2Jred\"\n");

      String out = dateline("score", gold, latest).out();

      assertThat(out).contains("[2Jred").doesNotContain("\033");
    }
  }

  @Nested
  class Refusals {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            a misspelt column      | source_path,headlin\\nferry.txt,x\\n        | has a column "headlin", which is none of a run's
            no name of the article | headline\\nx\\n                            | names no articles
            nothing to judge       | source_path\\nferry.txt\\n                 | has no column to judge
            no rows                | source_path,headline\\n                    | has no rows
            one article twice      | source_path,headline\\na,x\\na,y\\n        | line 3 that it has named before
            a row without a name   | source_path,headline\\n,x\\n               | names no article in line 2
            a cell too few         | source_path,headline\\na\\n                | line 2 has 1 cells and the header 2
            semicolons             | source_path;headline\\na;x\\n              | has no commas between its columns
            a date of another form | source_path,date_published\\na,14/3/2018\\n | that is no ISO date such as
            a number in words      | source_path,dateline_month\\na,March\\n    | that is no number such as
            nothing at all         | ''                                         | it is empty
            an open quotation mark | source_path,headline\\na,"x\\n             | is no CSV file of the form
            """)
    void ofAGoldFileThatCannotBeUsedSayWhy(String name, String text, String sentence)
        throws Exception {
      Path gold = gold(text.replace("\\n", "\n"));

      JobRun score = dateline("score", gold, latest);

      assertThat(score.exitCode()).isEqualTo(64);
      assertThat(score.err().lines().findFirst().orElseThrow())
          .startsWith("dateline: " + gold)
          .contains(sentence);
      assertThat(score.out()).isEmpty();
    }

    @Test
    void ofAGoldFileInAnotherEncodingNameTheOneThatIsRead() throws Exception {
      Path gold = folder.resolve("latin.csv");
      Files.write(gold, "source_path,headline\na,Häfen\n".getBytes(StandardCharsets.ISO_8859_1));

      JobRun score = dateline("score", gold, latest);

      assertThat(score.exitCode()).isEqualTo(64);
      assertThat(score.err()).contains("is not in UTF-8");
    }

    @Test
    void ofFilesThatAreMissingEndWith66() throws Exception {
      Path gold = gold("source_path,headline\nferry.txt,x\n");

      JobRun noGold = dateline("score", folder.resolve("none.csv"), latest);
      JobRun noRun = dateline("score", gold, folder.resolve("none"));
      JobRun noQuotes = dateline("score", gold, latest, "--quotes", folder.resolve("none.csv"));

      JobRun otherFolder = dateline("score", gold, Files.createDirectories(folder.resolve("in")));

      assertThat(
              List.of(
                  noGold.exitCode(), noRun.exitCode(), noQuotes.exitCode(), otherFolder.exitCode()))
          .containsOnly(66);
      assertThat(noGold.err().lines()).singleElement().asString().contains("There is no file ");
      assertThat(noRun.err().lines()).singleElement().asString().contains("articles.csv");
    }

    @Test
    void ofAFolderWhoseTablesAreNoRunsEndWith74() throws Exception {
      Path other = Files.createDirectories(folder.resolve("other"));
      Files.writeString(other.resolve("articles.csv"), "id,title\n1,x\n");
      Path gold = gold("source_path,headline\nferry.txt,x\n");

      JobRun score = dateline("score", gold, other);

      assertThat(score.exitCode()).isEqualTo(74);
      assertThat(score.err().lines()).singleElement().asString().contains("no column source_path");
    }

    @Test
    void ofAPlaceThatCannotBeWrittenEndWith73() throws Exception {
      Path gold = gold("source_path,headline\nferry.txt,x\n");

      JobRun score =
          dateline("score", gold, latest, "--disagreements", folder.resolve("none/file.csv"));

      assertThat(score.exitCode()).isEqualTo(73);
      assertThat(score.err().lines()).hasSize(1);
    }

    @Test
    void ofQuotesThatNameNoArticleEndWith74() throws Exception {
      Path other = Files.createDirectories(folder.resolve("unnamed"));
      Files.copy(latest.resolve("articles.csv"), other.resolve("articles.csv"));
      Files.writeString(other.resolve("quotes.csv"), "text,speaker\r\nx,y\r\n");
      Path gold = gold("source_path,headline\nferry.txt,x\n");
      Path quotes = Files.writeString(folder.resolve("q.csv"), "source_path,text\nferry.txt,x\n");

      JobRun score = dateline("score", gold, other, "--quotes", quotes);

      assertThat(score.exitCode()).isEqualTo(74);
      assertThat(score.err().lines()).singleElement().asString().contains("no column article_id");
    }

    @Test
    void ofDisagreementsInPlaceOfTheGoldOrTheRunLeaveBothAlone() throws Exception {
      Path gold = gold("source_path,headline\nferry.txt,x\n");
      String before = Files.readString(gold);

      for (Path place : List.of(gold, latest.resolve("articles.csv"), Path.of("/"))) {
        JobRun score = dateline("score", gold, latest, "--disagreements", place);

        assertThat(score.exitCode()).isEqualTo(64);
        assertThat(score.err()).contains("--disagreements must name a file of its own");
      }
      assertThat(gold).hasContent(before);
    }

    @Test
    void ofPathsThatNameSeveralArticlesSayWhatTellsThemApart() throws Exception {
      Path merged = Files.createDirectories(folder.resolve("merged"));
      String csv = Files.readString(latest.resolve("articles.csv"));
      Files.writeString(
          merged.resolve("articles.csv"), csv + csv.substring(csv.indexOf("\r\n") + 2));
      Path gold = gold("source_path,headline\nferry.txt,x\n");

      JobRun score = dateline("score", gold, merged);

      assertThat(score.exitCode()).isEqualTo(64);
      assertThat(score.err()).contains("give the gold the column entry_name too");
    }
  }

  private JsonNode json(Object... arguments) throws IOException {
    Object[] words = new Object[arguments.length + 1];
    System.arraycopy(arguments, 0, words, 0, arguments.length);
    words[arguments.length] = "--json";
    JobRun score = dateline(words);
    assertThat(score.exitCode()).as(score.err()).isZero();
    return JSON.readTree(score.out());
  }

  private static String field(JsonNode report, String name) {
    return numbers(report.get("fields"), name);
  }

  private static String quoteField(JsonNode report, String name) {
    return numbers(report.get("quotes"), name);
  }

  private static String numbers(JsonNode fields, String name) {
    for (JsonNode field : fields) {
      if (field.get("field").asString().equals(name)) {
        return String.join(
            " ",
            field.get("cases").toString(),
            field.get("found").toString(),
            field.get("correct").toString(),
            field.get("precision").toString(),
            field.get("recall").toString(),
            field.get("f1").toString());
      }
    }
    throw new AssertionError("no " + name + " in " + fields);
  }

  private Path gold(String text) throws IOException {
    return write("gold.csv", text);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
