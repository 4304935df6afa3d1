package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Block;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.article.SelectedParts;
import io.dateline.article.SelectedParts.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageSelectionTests {

  private static final String PAGE =
      """
      <body><h1>Courier</h1><div class=teaser><h2>Other news</h2><time>2001-01-01</time></div>
      <div class=text>First <b>line</b>.<div class=teaser>Read on</div><p>Second.</p></div>
      <p>Foot</p></body>
      """;

  @Test
  void marksTheBlocksInsideTheStory() {
    Page page = parse(PAGE, source(null, "div.text", List.of(), Map.of()));

    assertThat(storyTexts(page)).containsExactly("First line.", "Read on", "Second.");
    assertThat(page.selected().source()).isEqualTo("extraction.sources[0]");
    assertThat(page.selected().storySelector()).isEqualTo("div.text");
  }

  @Test
  void parsesWhatIsRemovedAsIfItWereNotThere() {
    Page page =
        parse(
            PAGE,
            source(
                null,
                "div.text",
                List.of(".teaser"),
                Map.of(SelectedField.DATE_PUBLISHED, "time")));

    assertThat(storyTexts(page)).containsExactly("First line.", "Second.");
    assertThat(page.blocks()).extracting(Block::text).doesNotContain("Other news", "Read on");
    assertThat(page.metadata("datePublished")).isEmpty();
    assertThat(page.selected().findings())
        .containsExactly(
            new Finding("story", "div.text", 1),
            new Finding("remove", ".teaser", 2),
            new Finding("date-published", "time", 0));
  }

  @Test
  void endsABlockWhereAnInlineElementHoldsTheStory() {
    Page page =
        parse(
            "<p>Before <span>the story</span> after</p>",
            source(null, "span", List.of(), Map.of()));

    assertThat(storyTexts(page)).containsExactly("the story");
    assertThat(page.blocks())
        .extracting(Block::text)
        .containsExactly("Before", "the story", "after");
  }

  @Test
  void readsFieldsFromTheAttributesMeantForThemAndElseFromTheText() {
    String html =
        """
        <meta name=kicker content='Harbour'>
        <h1>Ferry <i class=new>new</i> sails</h1>
        <time class=pub datetime='2016-05-05T10:00'>Thursday</time><b class=mod>6 May 2016</b>
        <a class=by>Ana Gomes</a><a class=by> </a><a class=by>Joe Doe</a>
        """;
    Page page =
        parse(
            html,
            source(
                null,
                null,
                List.of(".new"),
                Map.of(
                    SelectedField.HEADLINE, "h1",
                    SelectedField.ALTERNATIVE_HEADLINE, "meta[name=kicker]",
                    SelectedField.DATE_PUBLISHED, "time.pub",
                    SelectedField.DATE_MODIFIED, "b.mod",
                    SelectedField.AUTHORS, "a.by")));

    assertThat(
            page.metadata().stream()
                .filter(m -> m.source() == Source.SELECTOR)
                .map(m -> m.key() + ": " + m.property() + " " + m.value()))
        .containsExactly(
            "h1: headline Ferry sails",
            "meta[name=kicker]: alternativeHeadline Harbour",
            "time.pub: datePublished 2016-05-05T10:00",
            "b.mod: dateModified 6 May 2016",
            "a.by: author Ana Gomes",
            "a.by: author Joe Doe");
  }

  @Test
  void takesTheFirstSourceThatIsAboutThePageByAnyOfItsAddresses() {
    String html = "<link rel=canonical href='https://www.courier.example/1'><p>Text</p>";

    Page page =
        parse(
            html,
            source("other.example", "p", List.of(), Map.of()),
            source("courier.example", "p", List.of(), Map.of()),
            source(null, "p", List.of(), Map.of()));

    assertThat(page.selected().source()).isEqualTo("extraction.sources[1]");
    assertThat(parse("<p>Text</p>", source("other.example", "p", List.of(), Map.of())).selected())
        .isEqualTo(SelectedParts.NONE);
    // Where it was fetched from.
    assertThat(
            parse("<p>Text</p>", source("harbour.example", "p", List.of(), Map.of()))
                .selected()
                .source())
        .isNotNull();
  }

  @Test
  void findsNothingWhereTheStorysElementIsBlank() {
    Page page =
        parse("<div class=text> </div><p>Text</p>", source(null, ".text", List.of(), Map.of()));

    assertThat(page.selected().story()).isEmpty();
    assertThat(page.selected().findings()).containsExactly(new Finding("story", ".text", 0));
  }

  @Test
  void findsNothingOnAPageWithMoreElementsThanTheLimit() throws PageTooComplexException {
    PageLimits limits = new PageLimits(1_000, 50, 50, 1_000, 8, 10, 1_000);
    PageParser parser = new PageParser(limits, List.of(source(null, "p", List.of(), Map.of())));

    Page small = parser.parse(Pages.document("text/html", "<p>Text"));
    Page large = parser.parse(Pages.document("text/html", "<p>Text" + "<b>x</b>".repeat(20)));

    assertThat(small.selected().story()).isNotEmpty();
    assertThat(large.selected().findings()).containsExactly(new Finding("story", "p", 0));
  }

  @Test
  void comparesAPageOfAsManyElementsAsTheLimitThatNestAsNewsPagesDo() {
    Page page =
        parse(
            "<main>" + "<p><i></i></p>".repeat(49_000) + "<b>x</b></main>",
            source(null, "b", List.of("table i"), Map.of()));

    assertThat(page.selected().findings())
        .containsExactly(new Finding("story", "b", 1), new Finding("remove", "table i", 0));
  }

  @Test
  @Timeout(60)
  void findsNothingWhereEachOfManyElementsIsToBeComparedWithHundredsAroundIt() {
    String deep = "<div>".repeat(400) + "<i></i>".repeat(90_000) + "</div>".repeat(400) + "<p>x";
    List<String> removed = Collections.nCopies(20, "table div i, table div div i");

    Page page = parse(deep, source(null, "p", removed, Map.of()));

    assertThat(page.selected().findings()).extracting(Finding::elements).containsOnly(0);
    assertThat(page.selected().findings()).hasSize(21);
  }

  private static List<String> storyTexts(Page page) {
    return page.blocks().stream()
        .filter(block -> page.selected().story().contains(block.index()))
        .map(Block::text)
        .toList();
  }

  private static SourceSelectors source(
      @Nullable String host,
      @Nullable String story,
      List<String> remove,
      Map<SelectedField, String> fields) {
    Map<SelectedField, CssSelector> selectors = new EnumMap<>(SelectedField.class);
    fields.forEach((field, selector) -> selectors.put(field, CssSelector.of(selector)));
    return new SourceSelectors(
        "",
        id -> true,
        host == null ? null : HostName.of(host),
        story == null ? null : CssSelector.of(story),
        remove.stream().map(CssSelector::of).toList(),
        selectors);
  }

  /** Parses a page with sources that are named by their place. */
  private static Page parse(String html, SourceSelectors... sources) {
    List<SourceSelectors> named = new ArrayList<>();
    for (SourceSelectors s : sources) {
      named.add(
          new SourceSelectors(
              "extraction.sources[" + named.size() + "]",
              s.entries(),
              s.host(),
              s.story(),
              s.remove(),
              s.fields()));
    }
    try {
      return new PageParser(PageLimits.defaults(), named).parse(Pages.document("text/html", html));
    } catch (PageTooComplexException e) {
      throw new AssertionError(e);
    }
  }
}
