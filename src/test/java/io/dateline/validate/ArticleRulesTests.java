package io.dateline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.Page;
import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.Trace;
import io.dateline.extract.ArticleExtractor;
import io.dateline.extract.Pages;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleRulesTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();
  private static final LocalDate RUN_DATE = LocalDate.of(2020, 6, 15);
  private static final String STORY =
      "The ferry across the sound sailed again on Thursday, nine years after it was laid up. "
          .repeat(3);

  private static Verdict check(Page page, ValidationSettings settings) {
    Article article = EXTRACTOR.extract(page, Trace.NONE);
    return new ArticleRules(settings).check(page, article, RUN_DATE);
  }

  private static Verdict check(Page page) {
    return check(page, ValidationSettings.defaults());
  }

  private static Page dump(String date) {
    return Pages.ofText("Ferry returns after nine years\n\nPublished: " + date + "\n\n" + STORY);
  }

  @Test
  void passesAStoryWithHeadlineBodyAndDate() {
    Verdict verdict = check(dump("2020-06-14"));

    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  void warnsOfADateWhoseDayAndMonthNothingTellsApart() {
    assertThat(check(dump("03/02/2020")).warnings())
        .containsExactly(ArticleRules.DATE_ORDER_ASSUMED);
    assertThat(check(dump("03/02/2020 (3 February 2020)")).warnings()).isEmpty();
    assertThat(check(dump("13/02/2020")).warnings()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2020-06-16, -",
        "2020-06-17, DATE_IN_FUTURE",
        "1600-01-01, -",
        "1599-12-31, DATE_TOO_OLD"
      })
  void rejectsDatesThatCannotBe(String date, RejectionReason reason) {
    Verdict verdict = check(dump(date));

    assertThat(verdict.rejection() == null ? null : verdict.rejection().reason()).isEqualTo(reason);
  }

  @Test
  void rejectsAPageWithoutAStory() {
    assertThat(check(Pages.ofText("Home\nNews\nSport")).rejection())
        .extracting(r -> r.reason())
        .isEqualTo(RejectionReason.NO_BODY);
  }

  @Test
  void rejectsABodyOfAFewWordsAndSaysHowMany() {
    Verdict verdict =
        check(Pages.ofText("Ferry returns after nine years\n\nThe ferry sailed again."));

    assertThat(verdict.rejection())
        .extracting(Rejection::reason)
        .isEqualTo(RejectionReason.BODY_TOO_SHORT);
    assertThat(verdict.rejection())
        .extracting(Rejection::message)
        .isEqualTo("The body has 4 words, fewer than 25.");
  }

  @Test
  void listsTheRulesThatWarnInTheirOrder() {
    ValidationSettings warnings =
        new ValidationSettings(
            Map.of(
                RejectionReason.NO_HEADLINE, RuleAction.WARN,
                RejectionReason.BODY_TOO_SHORT, RuleAction.WARN),
            25,
            0.02);

    assertThat(check(Pages.ofText("ACCRA (Reuters) - Rain fell on the city."), warnings).warnings())
        .containsExactly("BODY_TOO_SHORT", "NO_HEADLINE");
  }

  @Test
  void takesAListOfLinksForNoArticle() {
    StringBuilder list = new StringBuilder("<title>Ferries</title><h1>Ferries</h1>");
    for (int i = 0; i < 30; i++) {
      list.append("<h3><a href='/")
          .append(i)
          .append("'>The ferry number ")
          .append(i)
          .append(" sailed again on Thursday</a></h3>");
    }

    assertThat(check(Pages.ofHtml(list.toString())).rejection())
        .extracting(r -> r.reason())
        .isEqualTo(RejectionReason.NOT_AN_ARTICLE);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"404 Not Found", "Page not found", "Seite nicht gefunden", "Log in"})
  void takesAnErrorOrLoginPageForNoArticle(String title) {
    Page page =
        Pages.ofHtml(
            "<title>"
                + title
                + "</title><h1>"
                + title
                + "</h1><p>Please go to the front page.</p>");

    assertThat(check(page).rejection())
        .extracting(r -> r.reason())
        .isEqualTo(RejectionReason.NOT_AN_ARTICLE);
  }

  @Test
  void takesAShortStoryWithDateAndAuthorForAnArticleInSpiteOfItsManyLinks() {
    StringBuilder html =
        new StringBuilder(
            "<title>Ferry returns to the sound after nine years</title>"
                + "<meta property='article:published_time' content='2020-06-01'>"
                + "<h1>Ferry returns to the sound after nine years</h1><p>By Ann Example</p><p>"
                + STORY
                + "</p>");
    for (int i = 0; i < 40; i++) {
      html.append("<li><a href='/x'>Another story about the harbour and its boats</a></li>");
    }

    assertThat(check(Pages.ofHtml(html.toString())).passes()).isTrue();
  }
}
