package io.dateline.source.container;

/**
 * A part of a container's file that is read by itself: an <i>input split</i>. Splits of a file that
 * are read one after another give what the file gives as a whole, under the same names, but for
 * what limits say of containers in its members.
 *
 * @param start where it begins, a byte of the file: a line of JSON Lines, a record of a web archive
 *     or its gzip member, an entry of a zip's central directory
 * @param end where the next one begins; what begins before this place belongs to this split
 * @param before lines or members before it
 * @param packedBytes bytes that its members take in the file
 */
public record Split(long start, long end, long before, long packedBytes) {

  /** All of a file. */
  static final Split WHOLE = new Split(0, Long.MAX_VALUE, 0, -1);

  boolean isWhole() {
    return start == 0 && end == Long.MAX_VALUE;
  }
}
