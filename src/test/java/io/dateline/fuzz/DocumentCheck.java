package io.dateline.fuzz;

import static io.dateline.fuzz.Invariants.require;

import io.dateline.article.Article;
import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Quote;
import io.dateline.article.RawDocument;
import io.dateline.article.RejectionReason;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.settings.JobSettings;
import io.dateline.output.ArticleColumn;
import io.dateline.output.PackagedTable;
import io.dateline.output.QuoteColumn;
import io.dateline.output.QuoteRow;
import io.dateline.output.RejectionColumn;
import io.dateline.source.container.ContainerEntry;
import io.dateline.source.container.ContainerLimits;
import io.dateline.source.container.MemoryContainers;
import io.dateline.source.container.RecordFields;
import io.dateline.validate.RuleAction;
import io.dateline.validate.ValidationSettings;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A file from its bytes to its rows: each document in it becomes an article or a rejection, whose
 * cells keep what the description of the columns promises.
 */
final class DocumentCheck implements Check {

  private static final LocalDate RUN_DATE = LocalDate.of(2026, 11, 1);

  /** Documents of one file: it is about the documents, not about their number. */
  private static final int MOST = 12;

  /** Text beyond the document's own, in UTF-16 code units for each byte: composing may add. */
  private static final int GROWTH = 3;

  private static final ContainerLimits LIMITS =
      new ContainerLimits(256 << 10, 1 << 20, 1 << 20, 4 << 20, 200, 1 << 20, 4, MOST, 4096);

  private final ArticlePipeline pipeline = ArticlePipeline.of(settings(), RUN_DATE);
  private final RowCheck<Accepted> articles =
      new RowCheck<>(List.of(ArticleColumn.values()), PackagedTable.ARTICLES);
  private final RowCheck<QuoteRow> quotes =
      new RowCheck<>(List.of(QuoteColumn.values()), PackagedTable.QUOTES);
  private final RowCheck<io.dateline.article.Rejection> rejections =
      new RowCheck<>(List.of(RejectionColumn.values()), PackagedTable.REJECTIONS);

  /** The rules of a job that only warn, so that what they find becomes a row as well. */
  private static JobSettings settings() {
    JobSettings usual = JobSettings.defaults();
    Map<RejectionReason, RuleAction> actions = new EnumMap<>(RejectionReason.class);
    for (RejectionReason reason : RejectionReason.values()) {
      if (reason.isRule()) {
        actions.put(reason, RuleAction.WARN);
      }
    }
    return new JobSettings(
        usual.input(),
        usual.archive(),
        usual.select(),
        usual.include(),
        usual.exclude(),
        usual.minAge(),
        usual.removed(),
        usual.removedLimit(),
        usual.output(),
        usual.database(),
        usual.threads(),
        usual.chunkSize(),
        usual.partition(),
        usual.limits(),
        usual.records(),
        usual.extraction(),
        new ValidationSettings(actions, 25, 0.02),
        usual.csv(),
        usual.quality(),
        usual.metrics(),
        usual.webhook(),
        usual.log());
  }

  @Override
  public void check(byte[] input) {
    if (MemoryContainers.format(input).isEmpty()) {
      document("", input, Capture.UNKNOWN);
      return;
    }
    for (ContainerEntry entry : MemoryContainers.entries(input, LIMITS, RecordFields.DEFAULTS, 0)) {
      if (entry instanceof ContainerEntry.Document document) {
        document(document.name(), document.content(), document.capture());
      }
    }
  }

  private void document(String name, byte[] content, Capture capture) {
    RawDocument document =
        new RawDocument(7, new EntryId("fuzz", "document", name), content, capture);
    Outcome outcome = pipeline.process(document);
    require(outcome.equals(pipeline.process(document)), "it differs the second time", outcome);
    require(outcome.ordinal() == 7, "another place", outcome);
    if (outcome instanceof Rejected rejected) {
      RejectionReason reason = rejected.rejection().reason();
      require(reason != RejectionReason.EXTRACTION_FAILED, "the rules failed", rejected);
      rejections.check(rejected.rejection());
    } else {
      article((Accepted) outcome, content.length + said(capture));
    }
  }

  private static int said(Capture capture) {
    return capture.statements().stream().mapToInt(s -> s.value().length()).sum();
  }

  private void article(Accepted row, int size) {
    articles.check(row);
    Article article = row.article();
    Invariants.requireDate("date_published", article.datePublished());
    Invariants.requireDate("date_modified", article.dateModified());
    Invariants.requireDate("date_created", article.dateCreated());
    Invariants.requireDate("capture_date", article.document().capture().date());
    String body = article.body();
    require(body.length() <= (long) GROWTH * size, "longer than the document", body.length());
    for (String paragraph : article.paragraphs()) {
      require(!paragraph.isBlank(), "a blank paragraph", article.paragraphs());
    }
    int number = 0;
    for (Quote quote : article.quotes()) {
      quotes.check(new QuoteRow(article.document().id().articleId(), quote));
      require(quote.number() == ++number, "quotes are not numbered in order", quote);
      requirePlace(quote, body, article.paragraphs().size());
    }
  }

  private static void requirePlace(Quote quote, String body, int paragraphs) {
    int length = body.codePointCount(0, body.length());
    require(
        0 <= quote.start() && quote.start() < quote.end() && quote.end() <= length,
        "a quote lies outside the body",
        quote);
    require(quote.paragraph() <= paragraphs, "a quote in no paragraph", quote);
    int from = body.offsetByCodePoints(0, quote.start());
    int to = body.offsetByCodePoints(from, quote.end() - quote.start());
    String printed = body.substring(from, to);
    long breaks = body.substring(0, from).split(Article.PARAGRAPH_BREAK, -1).length;
    require(quote.paragraph() == breaks, "a quote in another paragraph", quote);
    if (!printed.contains(Article.PARAGRAPH_BREAK)) {
      require(quote.text().equals(printed), "a quote does not stand where it says", quote);
    }
  }
}
