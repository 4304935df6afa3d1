package io.dateline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dateline.cli.DatelineApplication;
import io.dateline.summary.report.NaughtyTexts;
import io.dateline.summary.report.ReportPage;
import io.dateline.summary.report.SampleReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * report.html as a reader has it: opened from the disk by a real browser. Skipped where no Chromium
 * is installed; the gate of CI installs one.
 */
@Tag("browser")
@Timeout(300)
class ReportBrowserTests {

  /** How many different colours each canvas of the page has; a blank one has none. */
  private static final String COLOURS =
      """
      Array.from(document.querySelectorAll('.chart.drawn')).map(function (chart) {
        var colours = new Set();
        chart.querySelectorAll('canvas').forEach(function (canvas) {
          var box = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          for (var i = 0; i < box.length; i += 4) {
            if (box[i + 3] > 0) {
              colours.add([box[i], box[i + 1], box[i + 2], box[i + 3]].join());
            }
          }
        });
        return colours.size;
      })
      """;

  /** Bars that a chart has at most. */
  private static final int BARS = 12;

  /** How wide the page is, if it is wider than the window. */
  static final String TOO_WIDE =
      "document.documentElement.scrollWidth > window.innerWidth"
          + " ? document.documentElement.scrollWidth : 0";

  /** Rules of accessibility that are broken, once axe is loaded. */
  static final String VIOLATIONS =
      "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v =>"
          + " v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join(' ')))";

  @TempDir static Path browserFolder;
  @TempDir static Path folder;
  private static Chromium browser;
  private static Path samples;

  private Chromium.Tab tab;

  @BeforeAll
  static void openABrowserAndRunTheSamples() throws Exception {
    Optional<Path> executable = Chromium.find();
    if (!"true".equals(System.getenv("BROWSER_REQUIRED"))) {
      assumeThat(executable)
          .as("no Chromium is installed: nobody looks at report.html")
          .isPresent();
    }
    browser = new Chromium(executable.orElseThrow(), browserFolder);
    samples = run("2026-11-01", Path.of("input")).toRealPath();
  }

  @AfterAll
  static void closeTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openATab() throws Exception {
    tab = browser.newTab();
    tab.appear(1200, 900, false);
  }

  /** Runs the job and returns where its report is. */
  private static Path run(String date, Path... inputs) {
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("run", "--date", date));
    words.addAll(List.of("--output", folder.resolve("output").toString()));
    for (Path input : inputs) {
      words.addAll(List.of("--input", input.toString()));
    }
    int code =
        DatelineApplication.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err, true))
            .execute(words.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    return folder.resolve("output/nightly/latest/report.html");
  }

  private Path page(String html) throws Exception {
    return Files.writeString(Files.createTempFile(folder, "report", ".html"), html);
  }

  private static List<Integer> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
  }

  @ParameterizedTest(name = "{0} wide, dark: {1}")
  @CsvSource({"1200,false", "1200,true", "360,false", "360,true"})
  void drawsEveryChartWithoutAComplaint(int width, boolean dark) throws Exception {
    tab.appear(width, 800, dark);

    tab.load(samples);

    assertThat(numbers(tab.evaluate(COLOURS))).hasSize(11).allMatch(colours -> colours > 2);
    assertThat(tab.evaluate(TOO_WIDE).asInt()).isZero();
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests()).containsExactly(samples.toUri().toString());
  }

  @Test
  @EnabledIfSystemProperty(named = "browser.pictures", matches = ".+")
  void leavesPicturesToLookAt() throws Exception {
    Path pictures = Files.createDirectories(Path.of(System.getProperty("browser.pictures")));
    tab.appear(1040, 1000, false);
    tab.load(samples);
    Files.write(pictures.resolve("report-light.png"), tab.picture(false));
    Files.write(pictures.resolve("report-whole.png"), tab.picture(true));
    Files.write(pictures.resolve("report-paper.pdf"), tab.print());

    tab.appear(840, 1080, true);
    tab.load(samples);
    tab.evaluate("document.getElementById('archive').scrollIntoView()");
    Files.write(pictures.resolve("report-dark.png"), tab.picture(false));

    tab.appear(360, 740, false);
    tab.load(samples);
    Files.write(pictures.resolve("report-phone.png"), tab.picture(true));
  }

  @Test
  void isNoWiderThanAPhoneWithEveryTableOpen() throws Exception {
    tab.appear(360, 740, false);
    tab.load(page(ReportPage.of(SampleReport.hostile(List.of("W".repeat(400))))));

    tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");

    assertThat(tab.evaluate(TOO_WIDE).asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 840, 1200})
  void keepsAFigureOfManyDigitsOnOneLine(int width) throws Exception {
    tab.appear(width, 900, false);
    tab.load(samples);

    JsonNode lines =
        tab.evaluate(
            """
            Array.from(document.querySelectorAll('.figure b')).map(function (figure) {
              figure.textContent = '1';
              var line = figure.offsetHeight;
              figure.textContent = '12,345,678';
              return figure.offsetHeight / line;
            })
            """);

    assertThat(numbers(lines)).hasSize(7).containsOnly(1);
    assertThat(tab.evaluate(TOO_WIDE).asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void breaksNoRuleOfAccessibility(boolean dark) throws Exception {
    tab.appear(1200, 900, dark);
    tab.load(samples);
    tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");

    tab.evaluate(axe());
    assertThat(tab.evaluate(VIOLATIONS)).isEmpty();
  }

  static String axe() throws Exception {
    try (var in = ReportBrowserTests.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          + "; 'ready'";
    }
  }

  @Test
  void looksUpADayAndSaysFromWhereAndByWhomItsArticlesAre() throws Exception {
    tab.load(samples);

    lookUp("2018-03-14");
    String detail = tab.evaluate("document.getElementById('day-detail').textContent").asString();

    assertThat(answer()).isEqualTo("14 March 2018: 1 article");
    assertThat(detail)
        .contains("Of that day this run read 1 article.")
        .contains("Filed from: Klaipeda (Lithuania) 1")
        .contains("Agency or source: Xinhua 1")
        .contains("Most quoted: Rasa Petrauskaite 4");

    lookUp("2018-03-15");
    assertThat(answer()).isEqualTo("15 March 2018: no articles");
    assertThat(tab.evaluate("document.getElementById('day-detail').hidden").asBoolean()).isTrue();
  }

  private void lookUp(String day) throws Exception {
    tab.evaluate(
        "var day = document.getElementById('day'); day.value = '"
            + day
            + "'; day.dispatchEvent(new Event('input'))");
  }

  private String answer() throws Exception {
    return tab.evaluate("document.getElementById('day-answer').textContent").asString();
  }

  @Test
  void countsTheArticlesOfAChosenStretchOfTime() throws Exception {
    tab.load(samples);
    String whole = tab.evaluate("document.getElementById('range').textContent").asString();

    String part =
        tab.evaluate(
                """
                echarts.getInstanceByDom(document.getElementById('chart-time')).dispatchAction(
                  {type: 'dataZoom', startValue: Date.UTC(2018, 0, 1), endValue: Date.UTC(2018, 11, 1)});
                new Promise(done => setTimeout(
                  () => done(document.getElementById('range').textContent), 300))
                """)
            .asString();

    assertThat(whole).isEqualTo("September 2003 to November 2022: 17 articles. ");
    assertThat(part).isEqualTo("March 2018: 1 article. ");
  }

  @Test
  void switchesBetweenDaysAndMonthsByButtonsThatSayWhichIsOn() throws Exception {
    tab.load(samples);

    tab.evaluate("document.getElementById('by-day').click()");

    assertThat(tab.evaluate("document.getElementById('by-day').getAttribute('aria-pressed')"))
        .hasToString("\"true\"");
    assertThat(tab.evaluate("document.getElementById('range').textContent").asString())
        .isEqualTo("19 September 2003 to 8 November 2022: 17 articles. ");
  }

  @Test
  void isPrintedOnPaperInTheColoursOfPaper() throws Exception {
    tab.appear(1200, 900, true);
    tab.load(samples);
    String ofChart =
        "echarts.getInstanceByDom(document.getElementById('chart-country'))"
            + ".getOption().series[0].itemStyle.color";
    String dark = tab.evaluate(ofChart).asString();

    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    String paper = tab.evaluate(ofChart).asString();
    int widest =
        tab.evaluate(
                "Math.max(...Array.from(document.querySelectorAll('canvas')).map(c => c.width))")
            .asInt();
    tab.evaluate("window.dispatchEvent(new Event('afterprint'))");
    byte[] pdf = tab.print();

    assertThat(dark).isEqualTo("#6fb5f5");
    assertThat(paper).isEqualTo("#0b5fa5");
    assertThat(widest).isLessThanOrEqualTo(680);
    assertThat(tab.evaluate(ofChart).asString()).isEqualTo(dark);
    assertThat(pages(pdf)).isBetween(3L, 12L);
    assertThat(tab.complaints()).isEmpty();
  }

  private static long pages(byte[] pdf) throws Exception {
    return Pattern.compile("/Type ?/Page\\b")
        .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }

  @Test
  void takesNoTextForMoreThanText() throws Exception {
    List<String> texts = NaughtyTexts.all();
    for (int from = 0; from < texts.size(); from += BARS) {
      List<String> some = texts.subList(from, Math.min(texts.size(), from + BARS));
      tab.load(page(ReportPage.of(SampleReport.hostile(some))));
      tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      lookUp("2016-09-05");
      showTooltips(some.size());

      assertThat(tab.evaluate("window.hacked === undefined").asBoolean()).as("" + some).isTrue();
      assertThat(tab.evaluate("document.scripts.length").asInt()).as("" + some).isEqualTo(3);
      assertThat(tab.evaluate(TOO_WIDE).asInt()).as("" + some).isZero();
      assertThat(numbers(tab.evaluate(COLOURS))).as("" + some).hasSize(12).allMatch(n -> n > 2);
      assertThat(tab.evaluate("document.querySelectorAll('#day-detail bdi').length").asInt())
          .as("" + some)
          .isEqualTo(3 * some.size());
    }
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests()).allMatch(url -> url.startsWith("file:"));
  }

  private static String textOf(String selector) {
    return "document.querySelector('" + selector + "').textContent";
  }

  /** In each chart, one after the other, those of its bars, bubbles and points. */
  private void showTooltips(int number) throws Exception {
    tab.evaluate(
        """
        document.querySelectorAll('.chart.drawn').forEach(function (chart) {
          for (var series = 0; series < 2; series++) {
            for (var data = 0; data < NUMBER; data++) {
              echarts.getInstanceByDom(chart).dispatchAction(
                {type: 'showTip', seriesIndex: series, dataIndex: data});
            }
          }
        })
        """
            .replace("NUMBER", String.valueOf(number)));
  }

  @Test
  void staysInertOverAnArchiveOfHostileArticles() throws Exception {
    Path input = Files.createDirectories(folder.resolve("hostile"));
    List<String> texts = NaughtyTexts.all();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).replace("\n", " ");
      Files.writeString(input.resolve(i + ".html"), HostileArticle.html(text, i));
      String name = text.replaceAll("[/\\x00]", "_");
      name =
          name.substring(
              0, name.offsetByCodePoints(0, Math.min(40, name.codePointCount(0, name.length()))));
      Files.writeString(input.resolve(i + name + ".txt"), "Not much of a story\n\nReally not.\n");
    }

    Path report = run("2026-11-02", Path.of("input"), input);
    tab.load(report);
    tab.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    showTooltips(BARS);

    assertThat(tab.evaluate("window.hacked === undefined").asBoolean()).isTrue();
    assertThat(tab.evaluate("document.scripts.length").asInt()).isEqualTo(3);
    assertThat(tab.evaluate(textOf("#publisher")).asString()).contains("<img src=x onerror");
    assertThat(numbers(tab.evaluate(COLOURS))).hasSize(12).allMatch(colours -> colours > 2);
    assertThat(tab.evaluate(TOO_WIDE).asInt()).isZero();
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests()).containsExactly(report.toUri().toString());
  }
}
