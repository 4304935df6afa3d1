package io.dateline.validate;

import io.dateline.article.Article;
import io.dateline.article.Page;
import io.dateline.article.RejectionReason;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that an article must keep after extraction, in order: the page is an article at all, it
 * has a body of some length and a headline, and its date is possible.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ArticleRules {

  /**
   * The warning of a page on which a selector of the job finds nothing that every article has: the
   * site may have changed.
   */
  public static final String SELECTOR_UNMATCHED = "SELECTOR_UNMATCHED";

  /**
   * The warning of an article whose day and month could be the other way round, where nothing on
   * the page tells and its language's usual order was taken.
   */
  public static final String DATE_ORDER_ASSUMED = "DATE_ORDER_ASSUMED";

  /** The warning of a newsroom's document whose markup is damaged: what stood before was read. */
  public static final String MARKUP_DAMAGED = "MARKUP_DAMAGED";

  /** The warning of a story that its newsroom withheld or canceled. */
  public static final String WITHDRAWN = "WITHDRAWN";

  /** Settings of such selectors. */
  private static final Set<String> EVERYWHERE = Set.of("story", "headline", "date-published");

  /** The first newspaper was printed in 1605. */
  private static final int FIRST_YEAR = 1600;

  /** Days after the run date that are no error: somewhere it is tomorrow already. */
  private static final int DAYS_AHEAD = 1;

  private final ValidationSettings settings;
  private final PageKind pageKind = new PageKind();

  public ArticleRules(ValidationSettings settings) {
    this.settings = settings;
  }

  /**
   * What the rules say of {@code article}.
   *
   * @param runDate the run's own date, against which the future is measured
   */
  public Verdict check(Page page, Article article, LocalDate runDate) {
    LocalDate published = day(article.datePublished());
    return new Breaches(page.document(), settings)
        .ask(RejectionReason.NOT_AN_ARTICLE, () -> pageKind.whyNoArticle(page, article))
        .ask(RejectionReason.NO_BODY, () -> noBody(article))
        .ask(RejectionReason.BODY_TOO_SHORT, () -> tooShort(article))
        .ask(RejectionReason.NO_HEADLINE, () -> noHeadline(article))
        .ask(RejectionReason.DATE_IN_FUTURE, () -> inFuture(published, runDate))
        .ask(RejectionReason.DATE_TOO_OLD, () -> tooOld(published))
        .warn(DATE_ORDER_ASSUMED, article.dateOrderAssumed())
        .warn(MARKUP_DAMAGED, page.metadata("damage").findAny().isPresent())
        .warn(SELECTOR_UNMATCHED, missesSelected(page))
        .warn(WITHDRAWN, NewsItemKind.isWithdrawn(page))
        .verdict();
  }

  /** The first run date at which the article is not from the future; empty if it has no date. */
  public static Optional<LocalDate> acceptableFrom(Article article) {
    return Optional.ofNullable(day(article.datePublished())).map(day -> day.minusDays(DAYS_AHEAD));
  }

  private static boolean missesSelected(Page page) {
    return page.selected().findings().stream()
        .anyMatch(finding -> finding.elements() == 0 && EVERYWHERE.contains(finding.key()));
  }

  private static Optional<String> noBody(Article article) {
    return article.paragraphs().isEmpty()
        ? Optional.of("No paragraph of a story was found.")
        : Optional.empty();
  }

  private Optional<String> tooShort(Article article) {
    return !article.paragraphs().isEmpty() && article.wordCount() < settings.bodyMinWords()
        ? Optional.of(
            "The body has "
                + article.wordCount()
                + " words, fewer than "
                + settings.bodyMinWords()
                + ".")
        : Optional.empty();
  }

  private static Optional<String> noHeadline(Article article) {
    return article.headline() == null ? Optional.of("No headline was found.") : Optional.empty();
  }

  private static Optional<String> inFuture(@Nullable LocalDate published, LocalDate runDate) {
    return published != null && published.isAfter(runDate.plusDays(DAYS_AHEAD))
        ? Optional.of("It is dated " + published + ", after the run date " + runDate + ".")
        : Optional.empty();
  }

  private static Optional<String> tooOld(@Nullable LocalDate published) {
    return published != null && published.getYear() < FIRST_YEAR
        ? Optional.of("It is dated " + published + ", before " + FIRST_YEAR + ".")
        : Optional.empty();
  }

  private static @Nullable LocalDate day(@Nullable String iso) {
    return iso == null ? null : IsoDay.of(iso);
  }
}
