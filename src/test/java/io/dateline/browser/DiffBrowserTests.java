package io.dateline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dateline.diff.page.SampleComparison;
import io.dateline.summary.report.NaughtyTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** diff.html in a real browser. Skipped where no Chromium is installed; CI installs one. */
@Tag("browser")
@Timeout(120)
class DiffBrowserTests {

  @TempDir static Path folder;
  private static Chromium browser;

  @BeforeAll
  static void openABrowser() throws Exception {
    Optional<Path> executable = Chromium.find();
    if (!"true".equals(System.getenv("BROWSER_REQUIRED"))) {
      assumeThat(executable).as("no Chromium is installed: nobody looks at diff.html").isPresent();
    }
    browser = new Chromium(executable.orElseThrow(), folder);
  }

  @AfterAll
  static void closeTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest(name = "{0} wide, dark: {1}")
  @CsvSource({"1200,true", "360,false"})
  void fitsItsWindowAndBreaksNoRuleOfAccessibility(int width, boolean dark) throws Exception {
    Chromium.Tab tab = tab(width, dark, SampleComparison.html("The old ferry", "The new ferry"));

    tab.evaluate(ReportBrowserTests.axe());

    assertThat(tab.evaluate(ReportBrowserTests.VIOLATIONS)).isEmpty();
    assertThat(tab.evaluate(ReportBrowserTests.TOO_WIDE).asInt()).isZero();
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void hostileTextsStayInert() throws Exception {
    String all = String.join(" ", NaughtyTexts.all());

    Chromium.Tab tab = tab(1200, false, SampleComparison.html(all, all + " new"));

    assertThat(tab.evaluate("typeof window.hacked").asString()).isEqualTo("undefined");
    assertThat(tab.evaluate("document.scripts.length + document.images.length").asInt()).isZero();
    assertThat(tab.requests()).hasSize(1);
    assertThat(tab.complaints()).isEmpty();
  }

  private static Chromium.Tab tab(int width, boolean dark, String html) throws Exception {
    Path page = Files.writeString(Files.createTempFile(folder, "diff", ".html"), html);
    Chromium.Tab tab = browser.newTab();
    tab.appear(width, 800, dark);
    tab.load(page);
    return tab;
  }
}
