package io.dateline.source.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that holds one record a line, or row: each is a document with its fields. An object
 * of ninjs is a document as it stands, and no record of a file in which it is alone.
 */
final class RecordReader implements MemberReader {

  /** Makes the values of one line, or throws {@link DamagedBytesException}. */
  interface Format {
    RecordValues read(byte[] line, int length) throws IOException;
  }

  private final LineInput lines;
  private final Format format;
  private boolean first;
  private boolean ahead;
  private String place = "";
  private long offset;

  RecordReader(LineInput lines, Format format) {
    this.lines = lines;
    this.format = format;
    this.first = lines.isWhole();
  }

  @Override
  public @Nullable Member next() throws IOException {
    if (!ahead && !advance()) {
      return null;
    }
    ahead = false;
    place = Long.toString(lines.number());
    offset = lines.offset();
    if (lines.isTooLong()) {
      first = false;
      if (lines.retreat()) {
        return damaged(
            RejectionReason.MEMBER_DAMAGED, "A quotation begins on this line and does not end.");
      }
      return damaged(RejectionReason.TOO_LARGE, "The record is longer than the limit allows.");
    }
    try {
      return record();
    } catch (DamagedBytesException e) {
      lines.retreat();
      return damaged(RejectionReason.MEMBER_DAMAGED, String.valueOf(e.getMessage()));
    } finally {
      first = false;
    }
  }

  /** Goes to the next line that is not blank; false if there is none. */
  private boolean advance() throws IOException {
    boolean more = lines.next();
    while (more && lines.isBlank()) {
      more = lines.next();
    }
    return more;
  }

  private Member record() throws IOException {
    RecordValues values = format.read(lines.bytes(), lines.length());
    int length = lines.length();
    boolean ninjs = values.isNinjs(false);
    if (ninjs || (first && values.isNinjs(true))) {
      // What is no UTF-8 costs characters, here as in other records.
      byte[] object = new String(lines.bytes(), 0, length, UTF_8).getBytes(UTF_8);
      ahead = first && advance();
      boolean alone = first && !ahead;
      if (ninjs || alone) {
        String entry = named(values, alone ? "" : place);
        return content(entry, values.ninjsCapture(), length, object);
      }
    }
    if (!values.hasDocument()) {
      throw new DamagedBytesException("The record has no field for a text that is known.");
    }
    return content(named(values, place), values.capture(), length, values.document());
  }

  private static String named(RecordValues values, String place) {
    String entry = values.entry();
    return entry == null ? place : entry;
  }

  private Member content(String name, Capture capture, int length, byte[] document) {
    return new Member.Content(name, offset, capture, length, new ByteArrayInputStream(document));
  }

  private Member damaged(RejectionReason reason, String message) {
    return new Member.Damaged(place, offset, reason, message);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
