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

  @Test
  void hearsTitlesForWindowsAndForSharingAsOneVoiceAgainstTheHeadingOnThePage() {
    String printed =
        choose(
            List.of(),
            new TitleCandidate("Ferry news 2026: all you need to know", "og", Kind.SHARED),
            new TitleCandidate("Ferry news 2026: all you need to know", "twitter", Kind.SHARED),
            new TitleCandidate("Ferry news 2026: all you need to know", "title", Kind.WINDOW),
            new TitleCandidate("The ferry returns after nine years", "h1", Kind.MAIN_HEADING));

    assertThat(printed).isEqualTo("The ferry returns after nine years");
  }

  @Test
  void takesTheSiteOffATitleForSharingThatRepeatsTheWindows() {
    assertThat(
            choose(
                List.of(),
                new TitleCandidate("Ferry returns at last | Harbour Post", "og", Kind.SHARED),
                new TitleCandidate("Ferry returns at last | Harbour Post", "title", Kind.WINDOW)))
        .isEqualTo("Ferry returns at last");
  }

  @Test
  void takesOffAKickerThatAnotherTitleLeavesOut() {
    assertThat(
            choose(
                List.of(),
                new TitleCandidate("Harbour talks: Ferry returns at last", "json-ld", Kind.STATED),
                new TitleCandidate("Ferry returns at last", "og", Kind.SHARED)))
        .isEqualTo("Ferry returns at last");
  }

  @Test
  void takesOffKickersThatDifferBeforeTheSameHeadline() {
    assertThat(
            choose(
                List.of(),
                new TitleCandidate(
                    "Harbour: The old ferry returns to the island at last", "og", Kind.SHARED),
                new TitleCandidate(
                    "Island life - The old ferry returns to the island at last",
                    "h1",
                    Kind.HEADING)))
        .isEqualTo("The old ferry returns to the island at last");
  }

  @Test
  void keepsBothPartsOfATitleThatThePageSetsInTwoLines() {
    assertThat(
            choose(
                List.of(),
                new TitleCandidate("After the storm: Ferry returns at last", "og", Kind.SHARED),
                new TitleCandidate("Ferry returns at last", "h1", Kind.MAIN_HEADING)))
        .isEqualTo("After the storm: Ferry returns at last");
  }

  @Test
  void takesSectionAndSiteBehindBareMarksOffAChineseTitle() {
    assertThat(choose(List.of(), new TitleCandidate("渡轮停航九年之后终于复航_社会_示例网", "title", Kind.WINDOW)))
        .isEqualTo("渡轮停航九年之后终于复航");
  }
}
