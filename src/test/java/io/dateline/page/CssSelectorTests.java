package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssSelectorTests {

  private static final String PAGE =
      """
      <div id=a class='text main'><p class=x data-k='v:1'>one</p><p lang=de>two</p></div>
      <div id=b><span><p>three</p></span></div>
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p                        | one two three
          #b p                     | three
          div.text.main > p        | one two
          p.x + p                  | two
          p.x, #b p                | one three
          p:not(.x)                | two three
          :is(#a, #b) > p          | one two
          [data-k="v:1"]           | one
          [data-k^=v]              | one
          p[lang$=e]               | two
          [class*=ain] > [lang]    | two
          p[lang!=de]              | one three
          """)
  void selectsWhatCssSays(String selector, String texts) {
    assertThat(CssSelector.of(selector).in(Jsoup.parse(PAGE)))
        .extracting(Element::text)
        .containsExactly(texts.split(" ", -1));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "div.x >",
        "p[",
        "p[x",
        "a,,b",
        "div..x",
        "!x",
        "p:hover",
        "p:has(b)",
        "p:matches((a+)+b)",
        "[href~=(a+)+b]",
        "h1 ~ p",
        "p:nth-child(2)",
        "p:contains(x)",
        "::text",
        "p:not(b:has(i))",
        "[a=\"\\\"\"] p:matches((a+)+b)",
        "",
      })
  void refusesWhatIsNoSelectorOrMayCostMuch(String selector) {
    assertThatThrownBy(() -> CssSelector.of(selector))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .containsAnyOf("allowed are", "1 to 200 characters");
  }

  @ParameterizedTest(name = "{0} deep")
  @ValueSource(ints = {1, 66})
  void admitsTwoHundredCharactersAndNoMore(int parts) {
    String selector = "a".repeat(200 - 2 * (parts - 1)) + " b".repeat(parts - 1);

    assertThat(CssSelector.of(selector).toString()).isEqualTo(selector);
    assertThatThrownBy(() -> CssSelector.of(selector + "c"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
