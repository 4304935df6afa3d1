package io.dateline.source.container;

import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a file that holds one record a line, or row: each is a document with its fields. */
final class RecordReader implements MemberReader {

  /** Makes the values of one line, or throws {@link DamagedBytesException}. */
  interface Format {
    RecordValues read(byte[] line, int length) throws IOException;
  }

  private final LineInput lines;
  private final Format format;

  RecordReader(LineInput lines, Format format) {
    this.lines = lines;
    this.format = format;
  }

  @Override
  public @Nullable Member next() throws IOException {
    while (lines.next()) {
      if (lines.isTooLong()) {
        if (lines.retreat()) {
          return damaged(
              RejectionReason.MEMBER_DAMAGED, "A quotation begins on this line and does not end.");
        }
        return damaged(RejectionReason.TOO_LARGE, "The record is longer than the limit allows.");
      }
      if (!lines.isBlank()) {
        return record();
      }
    }
    return null;
  }

  private Member record() throws IOException {
    try {
      RecordValues values = format.read(lines.bytes(), lines.length());
      if (!values.hasDocument()) {
        return damaged(
            RejectionReason.MEMBER_DAMAGED, "The record has no field for a text that is known.");
      }
      String entry = values.entry();
      return new Member.Content(
          entry == null ? name() : entry,
          lines.offset(),
          values.capture(),
          lines.length(),
          new ByteArrayInputStream(values.document()));
    } catch (DamagedBytesException e) {
      lines.retreat();
      return damaged(RejectionReason.MEMBER_DAMAGED, String.valueOf(e.getMessage()));
    }
  }

  private Member damaged(RejectionReason reason, String message) {
    return new Member.Damaged(name(), lines.offset(), reason, message);
  }

  private String name() {
    return Long.toString(lines.number());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
