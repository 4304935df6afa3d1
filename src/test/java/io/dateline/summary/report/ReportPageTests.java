package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.summary.report.ReportedRun.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportPageTests {

  /** The elements of a page without a naughty text. */
  private static final List<String> PLAIN = shape(page(SampleReport.ordinary()));

  static List<String> naughtyTexts() {
    return NaughtyTexts.all();
  }

  private static Document page(RunReport report) {
    return Jsoup.parse(ReportPage.of(report));
  }

  private static JsonNode data(Document page) {
    return JsonMapper.shared().readTree(page.getElementById("report-data").data());
  }

  private static String text(Document page, String selector) {
    return page.select(selector).text();
  }

  @Test
  void saysWhatTheRunDidAndThatTheSumIsRight() {
    Document page = page(SampleReport.ordinary());

    assertThat(text(page, "#this-run"))
        .contains("7 entries = 4 articles + 2 rejections + 1 ignored")
        .contains("Quotes 9")
        .contains("Files read 6 2 unchanged, 1 removed")
        .contains("Duration 3.8 s");
    assertThat(text(page, "h1")).isEqualTo("nightly 2016-09-06-0003");
  }

  @Test
  void tellsFiguresOfTheRunFromThoseOfTheArchive() {
    Document page = page(SampleReport.ordinary());

    for (String section : List.of("this-run", "rejected", "slowest")) {
      assertThat(text(page, "#" + section + " h2")).endsWith("this run alone");
    }
    for (String section : List.of("archive", "quoted")) {
      assertThat(text(page, "#" + section + " h2")).endsWith("whole archive");
    }
    assertThat(text(page, "#fields h2")).endsWith("each run alone");
  }

  @Test
  void comparesTheRunWithThoseBeforeItNewestFirst() {
    Document page = page(SampleReport.ordinary());

    assertThat(page.select("#this-run table.wide tbody th").eachText())
        .containsExactly("2016-09-06-0003 this run", "2016-09-05-0002", "2016-09-04-0001");
    assertThat(data(page).get("history").get("articles").toString()).isEqualTo("[1,4,4]");
  }

  @Test
  void answersHowManyArticlesADayHas() {
    Document page = page(SampleReport.ordinary());

    assertThat(text(page, "#archive")).contains("2016-09-05 3 2");
    assertThat(data(page).get("days").get("2016-09-05").toString())
        .isEqualTo(
            "{\"articles\":3,\"places\":[[\"Accra\",3]],\"providers\":[[\"Accra\",2]],"
                + "\"speakers\":[[\"Accra\",5]]}");
  }

  @Test
  void givesDaysToTheChartByTheirDistances() {
    JsonNode days = data(page(SampleReport.ordinary())).get("time").get("days");

    // The 30th of August 2016 is day 17043 since 1970.
    assertThat(days.toString()).isEqualTo("{\"first\":17043,\"steps\":[0,6],\"counts\":[1,3]}");
  }

  @Test
  void pointsOutAFieldThatFell() {
    Document page = page(SampleReport.ordinary());

    assertThat(text(page, "#fields"))
        .contains("that the run warns of it")
        .contains(": byline; among the articles of single publishers authors.");
    assertThat(text(page, "#fields tr.falling")).contains("byline 40 % \u221250.0");
  }

  @Test
  void doesNotPointOutAFieldThatTheRunDoesNotWarnOf() {
    RunReport quiet = SampleReport.withoutDrops();

    Document page = page(quiet);

    assertThat(text(page, "#fields")).contains("The run warns of none.").contains("\u221250.0");
    assertThat(page.select("#fields tr.falling")).isEmpty();
    assertThat(data(page).at("/fill/fields/0/falling").asBoolean()).isFalse();
  }

  @Test
  void saysOfAWarningWhatTheRunPrints() {
    Document page = page(SampleReport.ordinary());

    assertThat(page.select("li:contains(of all publishers together)").text())
        .isEqualTo(
            "byline of all publishers together: in 4 of 40 articles (10 %), before in 90 of 100"
                + " (90 %)");
  }

  @Test
  void showsRejectionsWithTheirMeaningAndExamples() {
    Document page = page(SampleReport.ordinary());

    assertThat(text(page, "#rejected .reason"))
        .contains("NOT_AN_ARTICLE 2 entries")
        .contains("An index, error or login page")
        .contains("Accra in it Accra Accra")
        .contains("and 1 more");
  }

  @Test
  void everyChartHasALabelATableAndAFileBehindIt() {
    Document page = page(SampleReport.ordinary());

    for (Element chart : page.select(".chart")) {
      assertThat(chart.attr("role")).isEqualTo("img");
      assertThat(chart.attr("aria-label")).as(chart.id()).hasSizeGreaterThan(20);
      Element around = chart.parent();
      assertThat(around.select("table caption")).as(chart.id()).isNotEmpty();
      if (!chart.id().equals("chart-history")) {
        assertThat(around.select("a[href$=.csv]")).as(chart.id()).isNotEmpty();
      }
    }
  }

  @Test
  void needsNothingButItself() {
    Document page = page(SampleReport.ordinary());

    assertThat(page.select("[src], link, iframe, object, embed, img, base")).isEmpty();
    assertThat(page.select("style").outerHtml()).doesNotContain("url(", "@import");
    assertThat(page.select("a[href]").eachAttr("href"))
        .allMatch(
            href ->
                href.startsWith("#")
                    || href.equals("https://www.geonames.org/")
                    || href.matches("(summary/)?[a-z_]+\\.(csv|json)"));
  }

  @Test
  void admitsItsOwnStyleAndScriptsAndNoOthers() throws Exception {
    Document page = page(SampleReport.ordinary());

    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    List<String> hashes = new ArrayList<>();
    for (Element element : page.select("script:not([type])")) {
      hashes.add(hash(element.data()));
    }
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; script-src "
                + String.join(" ", hashes)
                + "; style-src "
                + hash(page.selectFirst("style").data())
                + "; base-uri 'none'; form-action 'none'");
    assertThat(hashes).hasSize(2);
    assertThat(page.select("[style]")).isEmpty();
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @ParameterizedTest
  @MethodSource("naughtyTexts")
  void takesEveryTextForTextAndNothingElse(String text) {
    Document page = page(SampleReport.hostile(List.of(text)));

    assertThat(shape(page)).isEqualTo(PLAIN);
    assertThat(data(page).get("places").get(0).get("name").asString())
        .isEqualTo(Figures.text(text));
    assertThat(page.select(".reason .path").first().wholeText()).isEqualTo(Figures.path(text));
  }

  /** Elements with the names of their attributes, and everything that could be followed or run. */
  private static List<String> shape(Document page) {
    List<String> shape = new ArrayList<>();
    for (Element element : page.getAllElements()) {
      StringBuilder one = new StringBuilder(element.normalName());
      element.attributes().forEach(attribute -> one.append(' ').append(attribute.getKey()));
      one.append(' ').append(element.attr("href")).append(element.attr("id"));
      shape.add(one.toString());
    }
    return shape;
  }

  @Test
  void isOneOfATrialThatSaysSo() {
    Document page = page(SampleReport.of(Kind.TRIAL));

    assertThat(text(page, ".notice")).contains("This was a trial");
    assertThat(text(page, "#archive h2")).isEqualTo("The articles of the trial this trial alone");
    assertThat(text(page, "#this-run")).contains("A trial or rehearsal is not compared");
  }

  @Test
  void isOneOfABaselineThatSaysSo() {
    Document page = page(SampleReport.of(Kind.BASELINE));

    assertThat(text(page, ".notice")).contains("It read no file");
    assertThat(text(page, ".lead")).startsWith("This baseline holds a copy of the 4 articles");
  }

  @Test
  void isAPageForAnEmptyArchiveToo() {
    Document page = page(SampleReport.empty());

    assertThat(text(page, "main"))
        .contains("0 entries = 0 articles + 0 rejections + 0 ignored")
        .contains("No article has a date of publication.")
        .contains("There are no quotes yet.");
    assertThat(page.select(".chart")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void hasHeadingsInOrder(Kind kind) {
    int last = 0;
    for (Element heading : page(SampleReport.of(kind)).select("h1, h2, h3, h4")) {
      int level = heading.normalName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(last + 1);
      last = level;
    }
    assertThat(last).isEqualTo(2);
  }
}
