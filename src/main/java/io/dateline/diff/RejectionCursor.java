package io.dateline.diff;

import io.dateline.diff.rows.RecordCursor;
import io.dateline.diff.rows.Span;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds rejections of entries that are asked for in the order of their files and ids. Where an
 * entry has none of its own, that of its whole file counts: a container that broke.
 */
final class RejectionCursor {

  private final RecordCursor records;
  private byte @Nullable [] head;
  private byte[] file = {};
  private @Nullable Span ofWholeFile;

  RejectionCursor(RecordCursor records) throws IOException {
    this.records = records;
    head = records.next();
  }

  /** The file of the next rejection that was not passed yet; null at the end. */
  byte @Nullable [] nextFile() {
    return head == null ? null : Arrays.copyOfRange(head, RejectionRecord.FILE, Digests.BYTES);
  }

  /** Whether something of a file was rejected. */
  boolean isIn(byte[] wanted) throws IOException {
    enter(wanted);
    return ofWholeFile != null || headIsIn(wanted);
  }

  /** The row of the rejection of an entry, or null. */
  @Nullable Span find(ArticleRecord article) throws IOException {
    byte[] wanted = article.digest(ArticleRecord.FILE);
    enter(wanted);
    while (headIsIn(wanted) && compareId(article) < 0) {
      advance();
    }
    byte[] found = head;
    return found != null && headIsIn(wanted) && compareId(article) == 0
        ? RejectionRecord.row(found)
        : ofWholeFile;
  }

  /** Passes all that is left of a file. */
  void leave(byte[] left) throws IOException {
    while (headIsIn(left)) {
      advance();
    }
  }

  private void enter(byte[] wanted) throws IOException {
    if (Arrays.equals(file, wanted)) {
      return;
    }
    file = wanted;
    ofWholeFile = null;
    while (head != null && ArticleRecord.compare(RejectionRecord.FILE, head, 0, wanted) < 0) {
      advance();
    }
    byte[] first = head;
    while (first != null && headIsIn(wanted) && RejectionRecord.isOfWholeFile(first)) {
      if (ofWholeFile == null) {
        ofWholeFile = RejectionRecord.row(first);
      }
      advance();
      first = head;
    }
  }

  private boolean headIsIn(byte[] wanted) {
    return head != null && ArticleRecord.equal(RejectionRecord.FILE, head, 0, wanted);
  }

  private int compareId(ArticleRecord article) {
    return head == null
        ? 1
        : ArticleRecord.compare(RejectionRecord.ID, head, ArticleRecord.ID, article.bytes());
  }

  private void advance() throws IOException {
    head = records.next();
  }
}
