package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.article.Block;
import io.dateline.article.Page;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageParserTests {

  private static final PageLimits SMALL = new PageLimits(10, 20, 5, 1_000, 8, 100, 1_000);

  @Test
  void givesTheSameParagraphsForHtmlAndForPlainText() {
    Page html = Pages.html("<p>Rain fell on the harbour.<p>The ferry sailed.");
    Page plain = Pages.plain("Rain fell on the harbour.\n\nThe ferry sailed.\n");

    assertThat(texts(plain)).isEqualTo("Rain fell on the harbour.|The ferry sailed.");
    assertThat(texts(html)).isEqualTo(texts(plain));
  }

  @Test
  void givesNoBlocksForNothing() {
    assertThat(Pages.html("").blocks()).isEmpty();
    assertThat(Pages.plain(" \n\u00A0\n").blocks()).isEmpty();
  }

  @Test
  void rejectsPagesOfMoreBlocksThanAllowed() {
    String paragraphs = "<p>x".repeat(SMALL.maxBlocks());

    assertThat(Pages.parse("text/html", paragraphs, SMALL).blocks()).hasSize(10);
    assertThatThrownBy(() -> parse("text/html", paragraphs + "<p>y"))
        .isInstanceOf(PageTooComplexException.class)
        .hasMessage("The page has more than 10 blocks of text.");
    assertThatThrownBy(() -> parse("text/plain", "x\n".repeat(11)))
        .isInstanceOf(PageTooComplexException.class);
  }

  @Test
  void rejectsPagesThatNestDeeperThanAllowed() {
    // Document, html and body are above the first element.
    String allowed = "<div>".repeat(SMALL.maxDepth() - 2) + "x";

    assertThat(texts(Pages.parse("text/html", allowed, SMALL))).isEqualTo("x");
    assertThatThrownBy(() -> parse("text/html", "<div>" + allowed))
        .isInstanceOf(PageTooComplexException.class)
        .hasMessage("The page nests more than 20 elements in each other.");
  }

  @Test
  void leavesOutStatementsBeyondTheLimit() {
    String keywords = "<meta name=keywords content=rain>".repeat(SMALL.maxMetadata() + 1);

    assertThat(Pages.parse("text/html", keywords, SMALL).metadata()).hasSize(5);
  }

  @Test
  void splitsBlocksThatAreTooLongAtASpaceAndLosesNothing() {
    String words = "harbour ".repeat(300).strip();

    for (String mediaType : new String[] {"text/plain", "text/html"}) {
      Page page = Pages.parse(mediaType, words, SMALL);

      assertThat(page.blocks()).hasSizeBetween(3, 4);
      assertThat(texts(page).replace('|', ' ')).isEqualTo(words);
    }
  }

  @Test
  void splitsBlocksWithoutSpacesToo() {
    String run = "\uD83D\uDEA2".repeat(2_500);

    for (String mediaType : new String[] {"text/plain", "text/html"}) {
      Page page = Pages.parse(mediaType, "x" + run, SMALL);

      assertThat(texts(page).replace("|", "")).isEqualTo("x" + run);
      assertThat(page.blocks()).allMatch(block -> block.text().length() <= 2_001);
    }
  }

  @Test
  @Timeout(20)
  void takesLinearTimeForHostileText() {
    PageLimits limits = new PageLimits(10_000_000, 512, 2_000, 1_000_000, 64, 0, 200_000);
    int million = 1_000_000;

    Pages.parse("text/plain", "a-\n".repeat(million), limits);
    Pages.parse("text/plain", "x".repeat(5 * million), limits);
    Pages.parse("text/plain", "the harbour of the town is\n".repeat(200_000) + "x-", limits);
    Pages.parse("text/html", "<br>".repeat(million), limits);
    Pages.parse("text/html", "<p>" + "<i>x</i>".repeat(million / 4), limits);
    Pages.parse("text/html", "<div itemprop=author>".repeat(400) + "x ".repeat(million), limits);
    Pages.parse("text/html", "<i itemscope itemprop=headline></i>".repeat(million / 10), limits);
    Pages.parse("text/html", "<script type=application/ld+json>" + "[".repeat(900_000), limits);
    Pages.parse(
        "text/html", "<script type=application/ld+json>" + "{\"a\":\"b\"c".repeat(90_000), limits);
  }

  @Test
  void neverFailsOnHtmlCutOrFlippedAnywhere() {
    String html =
        """
        <!DOCTYPE html><html lang=en><head><title>Rain</title><meta property="og:title" content=x>
        <link rel="canonical author" href="http://[bad"><base href="::"></head><body class="a b">
        <div itemscope itemtype="http://schema.org/Article"><h1 itemprop="headline name">Rain &amp;
        <q>sun</q></h1><p itemprop=author itemscope><b itemprop=name>Ana</b><br><br>x<time pubdate
        datetime=''>y</time></p></div><table><td>1<td hidden>2</table><pre>a

        b</pre><svg><title>t</title></svg><noscript><p>n</noscript><form><button>ok</form></html>
        """;
    for (int i = 0; i < html.length(); i++) {
      String flipped = html.substring(0, i) + (char) (html.charAt(i) ^ 2) + html.substring(i + 1);

      assertThat(Pages.html(html.substring(0, i)).blocks()).noneMatch(b -> b.text().isBlank());
      assertThat(Pages.html(flipped).metadata()).noneMatch(it -> it.value().isBlank());
    }
  }

  private static Page parse(String mediaType, String text) throws PageTooComplexException {
    return new PageParser(SMALL).parse(Pages.document(mediaType, text));
  }

  private static String texts(Page page) {
    return page.blocks().stream().map(Block::text).collect(Collectors.joining("|"));
  }
}
