package io.dateline.diff.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.diff.ChangeKind;
import io.dateline.diff.Comparison;
import io.dateline.diff.DiffReport;
import io.dateline.diff.FieldChanges;
import io.dateline.diff.GateResult;
import io.dateline.diff.PublisherChanges;
import io.dateline.diff.Sample;
import io.dateline.diff.Sampled;
import io.dateline.summary.report.NaughtyTexts;
import io.dateline.summary.report.PageResource;
import java.util.List;
import java.util.Map;
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
      assertThat(page.select(".side p").get(0).wholeText()).isEqualToNormalizingNewlines(
          Jsoup.parse("<p></p>").selectFirst("p").appendText(naughty).wholeText());
    }
  }

  @Test
  void itsPolicyLetsItsStyleInAndNothingMore() {
    Document page = page("old", "new");

    String policy =
        page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .matches(
            "default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'");
    assertThat(policy)
        .contains(
            PageResource.hash(page.selectFirst("style").data()));
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
    Sample sample =
        new Sample(
            "id", "papers", "b.zip", "7.html", before, before, before, after, "");
    DiffReport report =
        new DiffReport(
            new DiffReport.Side(before, "/old", 30, 1, 2L, 3),
            new DiffReport.Side("new", "/new", 30, 1, 2L, 3),
            "id",
            "files",
            7L,
            20,
            10,
            1,
            1,
            2,
            1,
            4,
            30,
            List.of(new FieldChanges("byline", 20, 20, 18, 1, 3, 5)),
            List.of("quotes"),
            List.of(new GateResult("MAX_EMPTIED", "byline", "0.1%", 3, 20, true)),
            1);
    return Jsoup.parse(
        DiffPage.of(
            new Comparison(
                report,
                List.of(new PublisherChanges(before, 20, 10, 1, 2)),
                List.of(new Sampled(ChangeKind.CHANGED, "byline", 5, List.of(sample)))),
            Map.of("papers", "/srv/our papers"),
            "nightly"));
  }
}
