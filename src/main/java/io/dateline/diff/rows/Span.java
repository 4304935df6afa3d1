package io.dateline.diff.rows;

/**
 * Bytes of a file: one row, or rows that follow each other.
 *
 * @param offset of the first byte
 * @param length 0 where there are none
 */
public record Span(long offset, int length) {

  /** No bytes. */
  public static final Span NONE = new Span(0, 0);

  /** Whether there are none. */
  public boolean isEmpty() {
    return length == 0;
  }
}
