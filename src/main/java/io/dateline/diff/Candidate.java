package io.dateline.diff;

import io.dateline.diff.rows.Span;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Two articles that differ, or one that has no other, to be looked at in the order of the files.
 *
 * @param ordinal of the old row, or where there is none, of the new
 * @param publisher number of the publisher that it counts for
 * @param oldRow empty if it appeared
 * @param newRow empty if it vanished
 * @param rejection row of the other side's rejections.csv, if it rejected what is an article here
 */
record Candidate(
    long ordinal,
    int publisher,
    Span oldRow,
    Span oldQuotes,
    Span newRow,
    Span newQuotes,
    Span rejection) {

  private static final int SPAN_BYTES = Long.BYTES + Integer.BYTES;

  static final int KEY_BYTES = Long.BYTES;

  /** Size of its record. */
  static final int BYTES = KEY_BYTES + Integer.BYTES + 5 * SPAN_BYTES;

  static Candidate pair(ArticleRecord before, ArticleRecord after, int publisher) {
    return new Candidate(
        before.ordinal(),
        publisher,
        before.row(),
        before.quotes(),
        after.row(),
        after.quotes(),
        Span.NONE);
  }

  static Candidate vanished(ArticleRecord before, int publisher, @Nullable Span rejection) {
    return new Candidate(
        before.ordinal(),
        publisher,
        before.row(),
        before.quotes(),
        Span.NONE,
        Span.NONE,
        rejection == null ? Span.NONE : rejection);
  }

  static Candidate appeared(ArticleRecord after, int publisher, @Nullable Span rejection) {
    return new Candidate(
        after.ordinal(),
        publisher,
        Span.NONE,
        Span.NONE,
        after.row(),
        after.quotes(),
        rejection == null ? Span.NONE : rejection);
  }

  byte[] toRecord() {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES).putLong(ordinal).putInt(publisher);
    for (Span span : new Span[] {oldRow, oldQuotes, newRow, newQuotes, rejection}) {
      buffer.putLong(span.offset()).putInt(span.length());
    }
    return buffer.array();
  }

  static Candidate of(byte[] record) {
    ByteBuffer buffer = ByteBuffer.wrap(record);
    return new Candidate(
        buffer.getLong(),
        buffer.getInt(),
        span(buffer),
        span(buffer),
        span(buffer),
        span(buffer),
        span(buffer));
  }

  private static Span span(ByteBuffer buffer) {
    return new Span(buffer.getLong(), buffer.getInt());
  }
}
