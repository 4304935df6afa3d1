package io.dateline.diff;

import io.dateline.diff.rows.RecordCursor;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Articles in the order of their keys, with a look at the next one. */
final class ArticleCursor {

  private final RecordCursor records;
  private @Nullable ArticleRecord head;

  ArticleCursor(RecordCursor records) throws IOException {
    this.records = records;
    advance();
  }

  private void advance() throws IOException {
    byte[] record = records.next();
    head = record == null ? null : new ArticleRecord(record);
  }

  /** The next one, which stays; null at the end. */
  @Nullable ArticleRecord peek() {
    return head;
  }

  /** Takes the next one. */
  ArticleRecord next() throws IOException {
    ArticleRecord next = Objects.requireNonNull(head, "the articles are at their end");
    advance();
    return next;
  }

  /** Whether the next one is of a file. */
  boolean isIn(byte[] file) {
    return head != null && ArticleRecord.equal(ArticleRecord.FILE, head.bytes(), 0, file);
  }
}
