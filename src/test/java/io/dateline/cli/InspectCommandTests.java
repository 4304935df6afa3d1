package io.dateline.cli;

import static io.dateline.cli.JobRun.dateline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTests {

  private static final Path SAMPLE = Path.of("input/text/en-cms-dump.txt");

  @TempDir Path folder;

  @Test
  void showsWhatAFileGives() {
    JobRun run = dateline("inspect", SAMPLE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("headline               Baltic ministers agree")
        .contains("dateline_country       LT")
        .contains("quote 1, paragraph ");
  }

  @Test
  void explainsEachFieldAndEachBlock() {
    JobRun run = dateline("inspect", SAMPLE, "--explain");

    assertThat(run.out())
        .containsPattern("date_published\\n    \\* label:")
        .contains("+ line       ")
        .contains("- line       ")
        .contains("Add new comment");
  }

  @Test
  void givesTheSameAsJson() {
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(dateline("inspect", SAMPLE, "--explain", "--json").out());

    assertThat(json.at("/article/dateline_place").asString()).isEqualTo("Klaipeda");
    assertThat(json.at("/quotes").size()).isEqualTo(json.at("/article/quote_count").asInt());
    assertThat(json.at("/candidates/headline").size()).isPositive();
    assertThat(json.at("/blocks").size()).isPositive();
  }

  @Test
  void saysWhyAFileWouldBeRejected() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");

    JobRun run = dateline("inspect", empty);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Rejected: EMPTY");
  }

  @Test
  void neverLetsAnArticleSteerTheTerminal() throws Exception {
    Path hostile =
        Files.writeString(
            folder.resolve("hostile.html"),
            "<title>Ferry \u001b[2J sails\u009b31m again</title><p>"
                + "Fog \u001b]0;x\u0007 lifted over the bay. ".repeat(9));

    JobRun run = dateline("inspect", hostile, "--explain");

    assertThat(run.out().chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
  }

  @Test
  void listsWhatAContainerHoldsAndShowsOneEntryOfIt() throws Exception {
    Path zip = folder.resolve("papers.zip");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("old/", "");
    texts.put("old/accra.txt", Nights.story("Accra", "Ama Mensah", "We have seen owners come"));
    texts.put("old/form.pdf", "%PDF-1.4 a form");
    Zips.of(zip, texts);

    JobRun list = dateline("inspect", zip);
    JobRun entry = dateline("inspect", zip, "--entry", "old/accra.txt");
    JobRun none = dateline("inspect", zip, "--entry", "accra.txt");

    assertThat(list.out())
        .containsPattern("\\d  text/plain +old/accra.txt")
        .containsPattern("\\d  application/pdf +old/form.pdf")
        .contains("1  ignored: directories", "3  entries");
    assertThat(entry.out())
        .contains("headline               Accra ferry changes hands once more")
        .contains("entry_name             old/accra.txt");
    assertThat(none.exitCode()).isEqualTo(66);
    assertThat(none.err()).contains("has no entry accra.txt");
    JsonNode json = JsonMapper.builder().build().readTree(dateline("inspect", zip, "--json").out());
    assertThat(json.at("/entries").size()).isEqualTo(2);
    assertThat(json.at("/ignored_by_kind/directories").asInt()).isEqualTo(1);
  }

  @Test
  void showsTheDocumentOfAFileThatIsMerelyCompressed() throws Exception {
    Path file = folder.resolve("accra.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          Nights.story("Accra", "Ama Mensah", "We have seen owners come")
              .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(dateline("inspect", file).out())
        .contains("headline               Accra ferry changes hands once more");
  }

  @Test
  void givesAPageWithTheTextMarkedBesideTheRow() {
    JobRun run = dateline("inspect", SAMPLE, "--html");

    Document page = Jsoup.parse(run.out());
    assertThat(run.exitCode()).isZero();
    assertThat(page.title()).startsWith("Baltic ministers agree");
    assertThat(page.select(".kept mark.quote").eachText())
        .containsExactly(
            "harder than anyone expected",
            "a common reading",
            "no minister in this room will put a season above the survival of the species.",
            "modest",
            "symbolic",
            "We asked the villages to wait three years and they waited six, so this was owed to them",
            "We haven't promised anybody that next year's quota will be the same");
    assertThat(page.select(".kept mark.speaker").eachText()).contains("Ozolins", "she");
    assertThat(page.select(".kept mark.dateline").eachText())
        .containsExactly("KLAIPEDA, Lithuania, March 14 (Xinhua)");
    assertThat(page.select(".dropped mark.date_published").eachText())
        .containsExactly("14 March 2018");
    assertThat(page.select("dt:contains(dateline_place) + dd").text()).isEqualTo("Klaipeda");
    assertThat(page.select("dt:contains(headline) + dd .why").text()).startsWith("title: ");
  }

  @Test
  void givesAPageOfARejectedFileThatSaysWhy() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");

    Document page = Jsoup.parse(dateline("inspect", empty, "--html").out());

    assertThat(page.select(".rejected").text()).startsWith("Rejected: EMPTY");
    assertThat(page.title()).contains("empty.txt");
  }

  @Test
  void letsNothingOfAnArticleBecomePartOfThePage() throws Exception {
    String attack = "</p></style><script>alert(1)</script><img src=x onerror=alert(2)>{{title}}";
    String shown = attack.replace("&", "&amp;").replace("<", "&lt;");
    Path hostile =
        Files.writeString(
            folder.resolve("\"onload=alert(3) hostile.html"),
            "<title>%s</title><link rel=canonical href='javascript:alert(4)'>".formatted(shown)
                + "<meta name=author content=\"Ann '&quot;onclick=alert(5)\">"
                + "<p>\u201c%s\u201d, said Ann Lee.</p>".formatted(shown)
                + "<p>Fog lifted over the bay before the ferries sailed to the north.</p>"
                    .repeat(9));

    String html = dateline("inspect", hostile, "--html").out();

    Document page = Jsoup.parse(html);
    assertThat(page.text()).contains("alert(1)", "{{title}}");
    assertThat(page.select("script, img, iframe, object, [onload], [onclick], [onerror]"))
        .isEmpty();
    assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.startsWith("http"));
    assertThat(page.select("style")).hasSize(1);
  }

  @Test
  void allowsThePageItsOwnStyleAndNothingElse() throws Exception {
    Document page = Jsoup.parse(dateline("inspect", SAMPLE, "--html").out());

    String style = page.select("style").first().data();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains(Base64.getEncoder().encodeToString(digest))
        .doesNotContain("unsafe");
  }

  @Test
  void refusesAPageOfAContainerAndTwoFormsAtOnce() throws Exception {
    Path zip = folder.resolve("papers.zip");
    Zips.of(zip, Map.of("accra.txt", Nights.story("Accra", "Ama Mensah", "We have seen owners")));

    JobRun container = dateline("inspect", zip, "--html");
    JobRun both = dateline("inspect", SAMPLE, "--html", "--json");

    assertThat(container.exitCode()).isEqualTo(66);
    assertThat(container.err()).contains("name one of its documents with --entry");
    assertThat(dateline("inspect", zip, "--html", "--entry", "accra.txt").out())
        .contains("Accra ferry changes hands");
    assertThat(both.exitCode()).isEqualTo(64);
  }

  @Test
  void endsWith66WhereThereIsNoFile() {
    JobRun run = dateline("inspect", folder.resolve("nowhere.txt"));

    assertThat(run.exitCode()).isEqualTo(66);
    assertThat(run.err()).startsWith("dateline: There is no file").doesNotContain("Exception");
  }
}
