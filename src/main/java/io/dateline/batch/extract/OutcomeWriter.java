package io.dateline.batch.extract;

import io.dateline.article.EntryId;
import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Quote;
import io.dateline.article.Rejection;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.report.SlowestDocuments;
import io.dateline.batch.rows.LedgerRows;
import io.dateline.batch.rows.RowInserts;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.ReadPosition;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunCounts;
import io.dateline.batch.run.RunStore;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import io.dateline.output.QuoteColumn;
import io.dateline.output.QuoteRow;
import io.dateline.output.RejectionColumn;
import io.dateline.source.FileSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes a partition's outcomes: rows to the part files and to the database, in the transaction of
 * the chunk's checkpoint.
 *
 * <p>Catches nothing: a chunk that cannot be written rolls back and fails the step, and the next
 * run resumes from the checkpoint.
 */
public class OutcomeWriter implements ItemStreamWriter<ProcessedSlice> {

  /** Where an article's cells have the hash of its text. */
  private static final int CONTENT_SHA256 =
      List.of(ArticleColumn.values()).indexOf(ArticleColumn.CONTENT_SHA256);

  private final Run run;
  private final PartitionState partition;
  private final RunStore store;
  private final Progress progress;
  private final DocumentWatch watch;
  private final RowInserts inserts;
  private final CsvTable<Accepted> articleTable;
  private final CsvTable<QuoteRow> quoteTable;
  private final CsvTable<Rejection> rejectionTable;
  private final PartFile articleFile;
  private final PartFile quoteFile;
  private final PartFile rejectionFile;
  private final SlowestDocuments slowest = new SlowestDocuments();
  private final Path slowestFile;
  private RunCounts counts = RunCounts.NONE;
  private ReadPosition position = ReadPosition.START;
  private @Nullable String committedPart;

  public OutcomeWriter(
      Run run,
      PartitionState partition,
      String attempt,
      RunStore store,
      JdbcTemplate jdbc,
      Progress progress,
      DocumentWatch watch) {
    this.watch = watch;
    this.run = run;
    this.partition = partition;
    this.store = store;
    this.progress = progress;
    this.inserts = new RowInserts(jdbc);
    boolean guard = run.frozen().settings().csv().formulaGuard();
    this.articleTable = new CsvTable<>(List.of(ArticleColumn.values()), guard);
    this.quoteTable = new CsvTable<>(List.of(QuoteColumn.values()), guard);
    this.rejectionTable = new CsvTable<>(List.of(RejectionColumn.values()), guard);
    this.articleFile = part("articles", attempt);
    this.quoteFile = part("quotes", attempt);
    this.rejectionFile = part("rejections", attempt);
    this.slowestFile = SlowestDocuments.file(run.folders().work(), partition.number(), attempt);
  }

  private PartFile part(String table, String attempt) {
    return new PartFile(run.folders().work(), table, partition.number(), attempt);
  }

  @Override
  public void open(ExecutionContext state) {
    articleFile.open(partition.articles(), state);
    quoteFile.open(partition.quotes(), state);
    rejectionFile.open(partition.rejections(), state);
    counts = partition.counts();
    position = partition.position();
    committedPart = partition.articles().name();
  }

  @Override
  public void write(Chunk<? extends ProcessedSlice> chunk) throws Exception {
    for (ProcessedSlice slice : chunk) {
      write(slice);
    }
  }

  private void write(ProcessedSlice slice) throws Exception {
    if (slice.outcomes().isEmpty()) {
      writeRows(slice);
      return;
    }
    // All of them are in memory; the first speaks for the slice, until there is but one.
    ProcessedEntry first = slice.outcomes().get(0);
    watch.during(
        first.file(),
        first.number(),
        partition.number(),
        () -> {
          writeRows(slice);
          return slice;
        });
  }

  private void writeRows(ProcessedSlice slice) throws Exception {
    Lines lines = new Lines();
    slice.outcomes().forEach(lines::add);
    slice.outcomes().forEach(this::keepIfSlow);
    if (partition.split() == null) {
      slice.files().forEach(file -> LedgerRows.add(inserts, run.runId(), file));
    }
    RunCounts added =
        new RunCounts(
            slice.outcomes().size() + slice.ignored().total(),
            lines.articles.size(),
            lines.quotes.size(),
            lines.rejections.size(),
            slice.ignored(),
            lines.kept);
    position = slice.position();
    counts = counts.plus(added);
    progress.add(added, filesDone(slice));
    long offset = articleFile.length();
    long[] bytes = articleFile.write(lines.articles);
    for (int i = 0; i < bytes.length; i++) {
      Lines.ArticleValues article = lines.articleValues.get(i);
      inserts.article(
          run.runId(),
          article.ordinal(),
          article.file(),
          partition.number(),
          offset,
          bytes[i],
          String.valueOf(article.values()[CONTENT_SHA256]),
          article.values());
      offset += bytes[i];
    }
    quoteFile.write(lines.quotes);
    rejectionFile.write(lines.rejections);
    inserts.flush();
  }

  private void keepIfSlow(ProcessedEntry entry) {
    if (entry.result() instanceof EntryResult.Extracted extracted && slowest.wants(entry.nanos())) {
      Outcome outcome = extracted.outcome();
      EntryId id =
          outcome instanceof Rejected rejected
              ? rejected.rejection().id()
              : ((Accepted) outcome).article().document().id();
      slowest.add(
          entry.nanos(),
          entry.bytes(),
          id,
          outcome instanceof Rejected rejected ? rejected.rejection().reason().name() : "article");
    }
  }

  private int filesDone(ProcessedSlice slice) {
    FileSplit split = partition.split();
    return split == null || split.standsForFile() ? slice.files().size() : 0;
  }

  @Override
  public void update(ExecutionContext state) {
    articleFile.update(state);
    quoteFile.update(state);
    rejectionFile.update(state);
    if (!counts.balances()) {
      throw new IllegalStateException(
          "Partition " + partition.number() + " lost or doubled entries: " + counts);
    }
    // Outside a transaction the step is only opening: nothing is committed yet, and a write here
    // would not be fenced by the version of the step's own row.
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      store
          .partitions()
          .commit(
              run.runId(),
              new PartitionState(
                  partition.number(),
                  partition.manifestOffset(),
                  partition.files(),
                  partition.split(),
                  position,
                  counts,
                  articleFile.state(),
                  quoteFile.state(),
                  rejectionFile.state()),
              committedPart);
      committedPart = articleFile.state().name();
    }
  }

  @Override
  public void close() {
    articleFile.close();
    quoteFile.close();
    rejectionFile.close();
    slowest.write(slowestFile);
  }

  /** The rows of one slice. */
  private final class Lines {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record ArticleValues(long ordinal, long file, @Nullable Object[] values) {}

    private final List<String> articles = new ArrayList<>();
    private final List<ArticleValues> articleValues = new ArrayList<>();
    private final List<String> quotes = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private long kept;

    void add(ProcessedEntry entry) {
      EntryResult result = entry.result();
      long file = entry.file().number();
      if (result instanceof EntryResult.Extracted extracted) {
        add(file, extracted.outcome());
        return;
      }
      kept++;
      if (result instanceof EntryResult.KeptArticle article) {
        inserts.kept(run.runId(), article.ordinal(), article.madeBy());
        addArticle(file, article.ordinal(), article.line(), article.values());
        article.quotes().forEach(quote -> addQuote(file, article.ordinal(), quote));
      } else if (result instanceof EntryResult.KeptRejection rejection) {
        inserts.kept(run.runId(), rejection.ordinal(), rejection.madeBy());
        addRejection(file, rejection.ordinal(), rejection.values());
      }
    }

    private void add(long file, Outcome outcome) {
      if (outcome instanceof Accepted accepted) {
        @Nullable Object[] values = articleTable.values(accepted);
        addArticle(file, accepted.ordinal(), articleTable.line(values), values);
        String articleId = accepted.article().document().id().articleId();
        for (Quote quote : accepted.article().quotes()) {
          addQuote(file, accepted.ordinal(), quoteTable.values(new QuoteRow(articleId, quote)));
        }
      } else if (outcome instanceof Rejected rejected) {
        addRejection(file, rejected.ordinal(), rejectionTable.values(rejected.rejection()));
      }
    }

    private void addArticle(long file, long ordinal, String line, @Nullable Object[] values) {
      articles.add(line);
      articleValues.add(new ArticleValues(ordinal, file, values));
    }

    private void addQuote(long file, long ordinal, @Nullable Object[] values) {
      quotes.add(quoteTable.line(values));
      inserts.quote(run.runId(), ordinal, file, values);
    }

    private void addRejection(long file, long ordinal, @Nullable Object[] values) {
      rejections.add(rejectionTable.line(values));
      inserts.rejection(run.runId(), ordinal, file, values);
    }
  }
}
