package io.dateline.batch.extract;

import io.dateline.article.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run has of an entry: what the stages made of it, or the rows that the archive had. */
public sealed interface EntryResult {

  /** The entry's place in manifest order. */
  long ordinal();

  /** What the stages made of it. */
  record Extracted(Outcome outcome) implements EntryResult {
    @Override
    public long ordinal() {
      return outcome.ordinal();
    }
  }

  /**
   * The article that the archive had.
   *
   * @param madeBy key of the run that made it
   * @param line its row in articles.csv, without the line end
   * @param values its cells as the database keeps them, in the order of the columns
   * @param quotes cells of its quotes, likewise
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record KeptArticle(
      long ordinal,
      long madeBy,
      String line,
      @Nullable Object[] values,
      List<@Nullable Object[]> quotes)
      implements EntryResult {
    public KeptArticle {
      quotes = List.copyOf(quotes);
    }
  }

  /**
   * The rejection that the archive had.
   *
   * @param madeBy key of the run that made it
   * @param values its cells as the database keeps them, in the order of the columns
   * @param retryOn run date from which its file is worth reading again, null if none is known
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record KeptRejection(
      long ordinal, long madeBy, @Nullable Object[] values, @Nullable String retryOn)
      implements EntryResult {}
}
