package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.extract.headline.TitleCandidate;
import io.dateline.extract.headline.TitleCandidate.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TopHeadingsTests {

  private static List<TitleCandidate> candidates(String html, String... sites) {
    return TopHeadings.candidates(Pages.ofHtml(html), List.of(sites));
  }

  @Test
  void takesTheHeadingThatTheOtherTitlesSpeakOfForThePagesOwn() {
    List<TitleCandidate> candidates =
        candidates(
            """
            <title>The ferry timetable 2026 | Harbour Post</title>
            <h1>Our newsletter</h1><h1>The ferry sails again</h1>
            """);

    assertThat(candidates)
        .contains(new TitleCandidate("The ferry sails again", "h1", Kind.MAIN_HEADING));
  }

  @Test
  void trustsASoleHeadingLessThatSaysSomethingElse() {
    List<TitleCandidate> candidates =
        candidates("<title>Ferry timetable</title><h1>News from all islands</h1>");

    assertThat(candidates)
        .containsExactly(new TitleCandidate("News from all islands", "h1", Kind.SOLE_HEADING));
  }

  @Test
  void leavesOutLogosTrailsAndTheSitesName() {
    List<TitleCandidate> candidates =
        candidates(
            """
            <h1 class="site-logo">All the news</h1>
            <h1 class="breadcrumb-last">Ferry sails again, says the trail</h1>
            <h1>Harbour Post</h1>
            """,
            "Harbour Post");

    assertThat(candidates).isEmpty();
  }

  @Test
  void findsAStatedTitlePrintedInAnotherElementWhereNoTopHeadingIsTheHeadline() {
    List<TitleCandidate> candidates =
        candidates(
            """
            <meta property="og:title" content="Ferry sails again after nine years">
            <h2>Ferry sails again after nine years</h2>
            """);

    assertThat(candidates)
        .containsExactly(
            new TitleCandidate("Ferry sails again after nine years", "text", Kind.HEADING));
  }

  @Test
  @Timeout(10)
  void readsABoundedNumberOfHeadingsAndNoWholeParagraphs() {
    String paragraph = "<p>" + "the ferry sails and sails ".repeat(4_000) + "</p>";
    String page =
        "<title>The ferry sails again</title>"
            + paragraph.repeat(300)
            + "<h1>Another heading of the page</h1>".repeat(3_000);

    assertThat(candidates(page)).hasSizeLessThanOrEqualTo(2 * Titles.MAX_RIVALS);
  }
}
