package io.dateline.page;

import static io.dateline.article.Block.Region.ARTICLE;
import static io.dateline.article.Block.Region.ASIDE;
import static io.dateline.article.Block.Region.FIGURE;
import static io.dateline.article.Block.Region.FOOTER;
import static io.dateline.article.Block.Region.FORM;
import static io.dateline.article.Block.Region.HEADER;
import static io.dateline.article.Block.Region.HIDDEN;
import static io.dateline.article.Block.Region.LIST;
import static io.dateline.article.Block.Region.MAIN;
import static io.dateline.article.Block.Region.NAV;
import static io.dateline.article.Block.Region.PREFORMATTED;
import static io.dateline.article.Block.Region.QUOTE;
import static io.dateline.article.Block.Region.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTextTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          <p>Rain</p><p>Sun</p>                           = Rain|Sun
          <p>Rain<p>Sun                                   = Rain|Sun
          <div>Rain<p>Sun</p>Wind</div>                   = Rain|Sun|Wind
          <p>Rain and <b>s</b>un<i>shine</i></p>          = Rain and sunshine
          <ul><li>Rain<li>Sun</ul>                        = Rain|Sun
          <dl><dt>Rain<dd>Sun</dl>                        = Rain|Sun
          <table><tr><td>Rain<td>Sun<tr><th>Wind</table>  = Rain|Sun|Wind
          <h1>Rain</h1>Sun<h6>Wind</h6>                   = Rain|Sun|Wind
          <p>Rain<br>Sun</p>                              = Rain Sun
          <p>Rain<br><br>Sun</p>                          = Rain|Sun
          <p>Rain<br> &nbsp;<br/>Sun</p>                  = Rain|Sun
          <p>Rain<br>Sun<br>Wind</p>                      = Rain Sun Wind
          Rain<hr>Sun                                     = Rain|Sun
          <p>  Rain &nbsp;  and&#8201;Sun </p>            = Rain and Sun
          <p>Har&shy;bour&#8203;s&#xFEFF;</p>             = Harbours
          <p>Rain &amp; Sun &lt;b&gt;</p>                 = Rain & Sun <b>
          <p>Cafe&#769;</p>                               = Café
          <p>می&zwnj;خواهم</p>                            = می‌خواهم
          <p>She said <q>rain</q>.</p>                    = She said “rain”.
          <p>漢<ruby>字<rp>(</rp><rt>じ</rt></ruby></p>      = 漢字
          <pre>Rain<!-- x --> fell</pre>                  = Rain fell
          """)
  void fallsIntoBlocksAsItStandsOnThePage(String html, String texts) {
    assertThat(texts(html)).containsExactly(texts.split("\\|"));
  }

  @Test
  void fallsIntoParagraphsWhereAPreformattedTextHasBlankLines() {
    assertThat(texts("<pre>Rain\nfell.\n\nThe sun\ncame.</pre>"))
        .containsExactly("Rain fell.", "The sun came.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "<script>rain()</script>",
    "<style>p { }</style>",
    "<template>Rain</template>",
    "<svg><text>Rain</text></svg>",
    "<iframe>Rain</iframe>",
    "<noscript>Rain</noscript>",
    "<select><option>Rain</select>",
    "<textarea>Rain</textarea>",
    "<video>Rain</video>",
    "<!-- Rain -->",
    "<title>Rain</title>",
    "<script type=application/ld+json>[\"Rain\"]</script>"
  })
  void leavesOutWhatNoReaderSees(String html) {
    assertThat(texts(html + "<p>Sun")).containsExactly("Sun");
  }

  @Test
  void takesTheTextForReadersWithoutScriptsIfThereIsNoOther() {
    assertThat(texts("<div></div><noscript><p>Rain</p></noscript>")).containsExactly("Rain");
  }

  static Stream<Arguments> regions() {
    return Stream.of(
        Arguments.of("<main><article><p>x", Set.of(MAIN, ARTICLE)),
        Arguments.of("<header><nav><ul><li>x", Set.of(HEADER, NAV, LIST)),
        Arguments.of("<aside>x", Set.of(ASIDE)),
        Arguments.of("<footer>x", Set.of(FOOTER)),
        Arguments.of("<form>x", Set.of(FORM)),
        Arguments.of("<button>x", Set.of(FORM)),
        Arguments.of("<figure><img><figcaption>x", Set.of(FIGURE)),
        Arguments.of("<table><td>x", Set.of(TABLE)),
        Arguments.of("<blockquote><p>x", Set.of(QUOTE)),
        Arguments.of("<pre>x", Set.of(PREFORMATTED)),
        Arguments.of("<div role=navigation>x", Set.of(NAV)),
        Arguments.of("<div role=MAIN>x", Set.of(MAIN)),
        Arguments.of("<div class='wide Sidebar'>x", Set.of(ASIDE)),
        Arguments.of("<div id=footer>x", Set.of(FOOTER)),
        Arguments.of("<div class=with-sidebar>x", Set.of()),
        Arguments.of("<body class=sidebar>x", Set.of()),
        Arguments.of("<div hidden>x", Set.of(HIDDEN)),
        Arguments.of("<div aria-hidden=true><p>x", Set.of(HIDDEN)),
        Arguments.of("<div style='color: red; DISPLAY : none'>x", Set.of(HIDDEN)),
        Arguments.of("<dialog>x", Set.of(HIDDEN)),
        Arguments.of("<nav></nav><p>x", Set.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("regions")
  void knowsTheRegionsItStandsIn(String html, Set<Region> regions) {
    assertThat(Pages.html(html).blocks())
        .singleElement()
        .extracting(Block::regions)
        .isEqualTo(regions);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"<form>", "<header>", "<div hidden>", "<div class=sidebar>"})
  void isNotInARegionThatHoldsMostOfThePagesProse(String around) {
    String prose = "<p>" + "The ferry sailed again after a week of storms. ".repeat(2);

    List<Block> blocks = Pages.html(around + prose.repeat(4) + "<nav>Home</nav>").blocks();

    assertThat(blocks.get(0).regions()).isEmpty();
    assertThat(blocks.get(4).regions()).containsExactly(NAV);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"<form>, 3", "<div role=dialog>, 9"})
  void isInARegionThatHoldsANoticeEvenIfThereIsNoOtherProse(String around, int paragraphs) {
    String prose = "<p>" + "We use small files to remember what you like. ".repeat(2);

    List<Block> blocks = Pages.html(around + prose.repeat(paragraphs)).blocks();

    assertThat(blocks).allMatch(block -> block.in(FORM) || block.in(HIDDEN));
  }

  @Test
  void saysHowMuchOfItIsLinked() {
    Block block = only("<p>See <a href=/x>the  harbour</a> and <a>the town</a>.</p>");

    assertThat(block.text()).isEqualTo("See the harbour and the town.");
    assertThat(block.linkChars()).isEqualTo("the harbour".length());
  }

  @Test
  void isNamedAfterTheNearestBlockElement() {
    assertThat(only("<h2><a href=/x><span>Rain</span></a></h2>").tag()).isEqualTo("h2");
    assertThat(only("<li><p>Rain</p></li>").tag()).isEqualTo("p");
    assertThat(only("Rain").tag()).isEqualTo("body");
  }

  @Test
  void bringsTheNamesOfTheElementsAroundItNearestFirst() {
    Block block = only("<div id=Story><p class='Lead Big'><span itemprop=description>Rain");

    assertThat(block.hints()).isEqualTo("description lead big story");
  }

  @Test
  void bringsNoNameThatHoldsOnlyAPartOfIt() {
    assertThat(only("<p class=lead><b class=place>ACCRA</b> Rain fell.").hints()).isEqualTo("lead");
  }

  @Test
  void cutsLongNames() {
    assertThat(only("<p class='" + "x ".repeat(5_000) + "'>Rain").hints()).hasSizeLessThan(301);
  }

  private static Block only(String html) {
    List<Block> blocks = Pages.html(html).blocks();
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  private static List<String> texts(String html) {
    return Pages.html(html).blocks().stream().map(Block::text).toList();
  }
}
