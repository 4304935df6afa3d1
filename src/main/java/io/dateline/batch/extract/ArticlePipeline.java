package io.dateline.batch.extract;

import io.dateline.article.Article;
import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Page;
import io.dateline.article.RawDocument;
import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.SourceItem;
import io.dateline.article.TextDocument;
import io.dateline.article.TimeLimit;
import io.dateline.article.Trace;
import io.dateline.article.Unreadable;
import io.dateline.batch.settings.JobSettings;
import io.dateline.extract.ArticleExtractor;
import io.dateline.page.PageParser;
import io.dateline.page.PageTooComplexException;
import io.dateline.source.DocumentDecoder;
import io.dateline.validate.ArticleRules;
import io.dateline.validate.DocumentRules;
import io.dateline.validate.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stages in their order: decode, check, parse, extract, check. One entry in, one outcome out;
 * nothing about a document stops it.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ArticlePipeline {

  private static final Logger log = LoggerFactory.getLogger(ArticlePipeline.class);

  private final DocumentDecoder decoder = new DocumentDecoder();
  private final ArticleExtractor extractor;
  private final DocumentRules documentRules;
  private final PageParser parser;
  private final ArticleRules articleRules;
  private final LocalDate runDate;
  private final Duration timeLimit;
  private final LongSupplier nanoTime;

  private ArticlePipeline(JobSettings settings, LocalDate runDate, LongSupplier nanoTime) {
    this.timeLimit = Duration.ofSeconds(settings.limits().documentSeconds());
    this.nanoTime = nanoTime;
    this.documentRules = new DocumentRules(settings.validation());
    this.parser =
        new PageParser(settings.limits().page(), JobKnowledge.sources(settings.extraction()));
    this.extractor = new ArticleExtractor(JobKnowledge.phrases(settings.extraction()));
    this.articleRules = new ArticleRules(settings.validation());
    this.runDate = runDate;
  }

  /** A pipeline with these settings, for a run of this date. */
  public static ArticlePipeline of(JobSettings settings, LocalDate runDate) {
    return of(settings, runDate, System::nanoTime);
  }

  static ArticlePipeline of(JobSettings settings, LocalDate runDate, LongSupplier nanoTime) {
    return new ArticlePipeline(settings, runDate, nanoTime);
  }

  /** Sends an entry through the stages. */
  public Outcome process(SourceItem item) {
    return process(item, Trace.NONE);
  }

  /** Sends an entry through the stages, telling {@code trace} why it comes out as it does. */
  public Outcome process(SourceItem item, Trace trace) {
    if (item instanceof Unreadable unreadable) {
      return new Rejected(item.ordinal(), unreadable.rejection());
    }
    RawDocument document = (RawDocument) item;
    try {
      return process(document, trace, new TimeLimit(timeLimit, nanoTime));
    } catch (TimeLimit.ExceededException e) {
      return reject(document, RejectionReason.TIME_LIMIT, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of the rules met a document nobody foresaw. The archive goes on without it.
      log.warn("Extraction failed on {} in {}", document.id().sourcePath(), e.toString());
      log.info("The failure in full", e);
      return reject(
          document,
          RejectionReason.EXTRACTION_FAILED,
          "the rules failed on this document: " + e.getClass().getSimpleName());
    }
  }

  private Outcome process(RawDocument document, Trace trace, TimeLimit time) {
    TextDocument text = decoder.decode(document);
    Verdict before = documentRules.check(text);
    if (before.rejection() != null) {
      return new Rejected(document.ordinal(), before.rejection());
    }
    time.check();
    Page page;
    try {
      page = parser.parse(text);
    } catch (PageTooComplexException e) {
      return reject(document, RejectionReason.TOO_COMPLEX, String.valueOf(e.getMessage()));
    }
    Article article = extractor.extract(page, trace, time);
    Verdict after = articleRules.check(page, article, runDate);
    Rejection rejection = after.rejection();
    if (rejection != null) {
      return new Rejected(document.ordinal(), rejection, retryOn(rejection, article));
    }
    List<String> warnings = new ArrayList<>(before.warnings());
    warnings.addAll(after.warnings());
    return new Accepted(document.ordinal(), article.withoutSource(), warnings);
  }

  private static @Nullable String retryOn(Rejection rejection, Article article) {
    return rejection.reason() == RejectionReason.DATE_IN_FUTURE
        ? ArticleRules.acceptableFrom(article).map(LocalDate::toString).orElse(null)
        : null;
  }

  private static Outcome reject(RawDocument document, RejectionReason reason, String message) {
    return new Rejected(
        document.ordinal(),
        new Rejection(document.id(), null, reason, message, (long) document.content().length));
  }
}
