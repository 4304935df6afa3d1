package io.dateline.extract.headline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Trace;
import io.dateline.extract.headline.TitleCandidate.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineChooserTests {

  private final HeadlineChooser chooser = new HeadlineChooser();

  private String choose(List<String> sites, TitleCandidate... candidates) {
    return chooser
        .choose(List.of(candidates), sites, Trace.NONE)
        .map(HeadlineChooser.Headline::text)
        .orElse("");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Ferry returns after nine years | Example Herald        ; Ferry returns after nine years
          Ferry returns after nine years - Example Herald        ; Ferry returns after nine years
          Ferry returns after nine years | News | Example Herald ; Ferry returns after nine years
          Example Herald: Ferry returns after nine years         ; Example Herald: Ferry returns after nine years
          Ferry returns - and the town is glad of it             ; Ferry returns - and the town is glad of it
          """)
  void takesSiteAndSectionOffTheTitleOfAWindow(String title, String headline) {
    assertThat(choose(List.of(), new TitleCandidate(title, "title", Kind.WINDOW)))
        .isEqualTo(headline);
  }

  @Test
  void takesAKnownSiteOffEveryTitle() {
    assertThat(
            choose(
                List.of("Example Herald"),
                new TitleCandidate("Ferry returns | Example Herald", "og", Kind.SHARED)))
        .isEqualTo("Ferry returns");
  }

  @Test
  void letsAgreementOfSourcesOutweighASingleOne() {
    assertThat(
            choose(
                List.of(),
                new TitleCandidate("Ferry is back!", "json-ld", Kind.STATED),
                new TitleCandidate("Ferry returns after nine years", "h1", Kind.HEADING),
                new TitleCandidate("Ferry returns after nine years", "og", Kind.SHARED)))
        .isEqualTo("Ferry returns after nine years");
  }

  @Test
  void findsNoHeadlineWhereNoCandidateHasWords() {
    assertThat(choose(List.of(), new TitleCandidate("—", "h1", Kind.HEADING))).isEmpty();
  }
}
