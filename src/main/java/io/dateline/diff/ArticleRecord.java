package io.dateline.diff;

import io.dateline.diff.rows.Span;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is kept of an article while two sides are compared, in a record of fixed size: by what it is
 * paired, a digest of the fields that are compared, which of them are filled, and where its rows
 * stand.
 */
final class ArticleRecord {

  /** Where the key ends: two digests, and the number of the row. */
  static final int KEY_BYTES = 2 * Digests.BYTES + Long.BYTES;

  /** First half of the key: the file, or what is matched. */
  static final int FIRST = 0;

  /** Second half of the key: the article's id, or nothing. */
  static final int SECOND = Digests.BYTES;

  static final int FILE = KEY_BYTES;
  static final int ID = FILE + Digests.BYTES;
  static final int CONTENT = ID + Digests.BYTES;

  private static final int ORDINAL = 2 * Digests.BYTES;
  private static final int FILLED = CONTENT + Digests.BYTES;
  private static final int PUBLISHER = FILLED + Long.BYTES;
  private static final int ROW = PUBLISHER + Integer.BYTES;
  private static final int QUOTES = ROW + Long.BYTES + Integer.BYTES;

  /** Size of a record. */
  static final int BYTES = QUOTES + Long.BYTES + Integer.BYTES;

  private final byte[] bytes;

  ArticleRecord(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Sets all but the digests. */
  static void set(byte[] bytes, long ordinal, long filled, int publisher, Span row, Span quotes) {
    ByteBuffer.wrap(bytes)
        .putLong(ORDINAL, ordinal)
        .position(FILLED)
        .putLong(filled)
        .putInt(publisher)
        .putLong(row.offset())
        .putInt(row.length())
        .putLong(quotes.offset())
        .putInt(quotes.length());
  }

  byte[] bytes() {
    return bytes;
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes);
  }

  /** Number of the row in its file. */
  long ordinal() {
    return buffer().getLong(ORDINAL);
  }

  /** A bit for each compared field that is filled. */
  long filled() {
    return buffer().getLong(FILLED);
  }

  int publisher() {
    return buffer().getInt(PUBLISHER);
  }

  Span row() {
    return span(ROW);
  }

  Span quotes() {
    return span(QUOTES);
  }

  private Span span(int at) {
    ByteBuffer buffer = buffer();
    return new Span(buffer.getLong(at), buffer.getInt(at + Long.BYTES));
  }

  /** Whether the compared fields are the same. */
  boolean sameContent(ArticleRecord other) {
    return equal(CONTENT, bytes, CONTENT, other.bytes);
  }

  /** Orders by the two halves of the key. */
  int compareKey(ArticleRecord other) {
    return Arrays.compareUnsigned(bytes, 0, ORDINAL, other.bytes, 0, ORDINAL);
  }

  boolean sameKey(ArticleRecord other) {
    return compareKey(other) == 0;
  }

  /** Whether there is nothing to pair it by. */
  boolean isKeyless() {
    for (int i = 0; i < ORDINAL; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** A part of the record, {@link Digests#BYTES} long. */
  byte[] digest(int at) {
    return Arrays.copyOfRange(bytes, at, at + Digests.BYTES);
  }

  /** Whether a digest in one record is that of another. */
  static boolean equal(int atA, byte[] a, int atB, byte[] b) {
    return compare(atA, a, atB, b) == 0;
  }

  /** Orders two records by a digest in each. */
  static int compare(int atA, byte[] a, int atB, byte[] b) {
    return Arrays.compareUnsigned(a, atA, atA + Digests.BYTES, b, atB, atB + Digests.BYTES);
  }
}
