package io.dateline.diff.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.summary.report.NaughtyTexts;
import io.dateline.summary.report.PageResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DiffPageTests {

  @Test
  void hostileTextsAreTextAndNothingElse() {
    for (String naughty : NaughtyTexts.all()) {
      Document page = page(naughty, naughty + " new");

      assertThat(page.select("script, iframe, img, object, embed, form, base")).isEmpty();
      assertThat(page.select("link, a[href^=javascript]")).isEmpty();
      assertThat(page.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
          .noneMatch(attribute -> attribute.getKey().startsWith("on"));
      assertThat(page.select(".side p").get(0).wholeText())
          .isEqualToNormalizingNewlines(
              Jsoup.parse("<p></p>").selectFirst("p").appendText(naughty).wholeText());
    }
  }

  @Test
  void itsPolicyLetsItsStyleInAndNothingMore() {
    Document page = page("old", "new");

    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .matches(
            "default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'");
    assertThat(policy).contains(PageResource.hash(page.selectFirst("style").data()));
    assertThat(page.html()).doesNotContain("http://", "https://");
  }

  @Test
  void marksWordByWordWhatTheOtherSideDoesNotHave() {
    Document page = page("The old ferry sails", "The new ferry sails on");

    Element card = page.selectFirst(".card");
    assertThat(card.select("del").eachText()).containsExactly("old");
    assertThat(card.select("ins").eachText()).containsExactly("new", "on");
  }

  @Test
  void tellsTheCommandThatOpensTheSourceAndTheBrokenGate() {
    Document page = page("a", "b");

    assertThat(page.selectFirst(".command").text())
        .isEqualTo("./dateline inspect '/srv/our papers/b.zip' --entry 7.html --explain");
    assertThat(page.selectFirst(".alarm").text())
        .isEqualTo("Gate failed. MAX_EMPTIED byline: 3 of 20 (15 %), allowed 0.1%");
  }

  private static Document page(String before, String after) {
    return Jsoup.parse(SampleComparison.html(before, after));
  }
}
