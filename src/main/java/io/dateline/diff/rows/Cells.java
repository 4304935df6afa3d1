package io.dateline.diff.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The cells of one row, as they lie in a buffer: nothing is copied or decoded before somebody asks.
 * They count until the next row is parsed. Not safe for use by several threads.
 */
public final class Cells {

  /** Far more columns than any file of a run has. */
  static final int MAX_CELLS = 10_000;

  /** No byte of a UTF-8 text: two cells cannot be taken for one. */
  private static final byte END_OF_CELL = (byte) 0xFF;

  private final boolean guarded;
  private byte[] bytes = {};
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] doubled = new boolean[64];
  private int count;

  /** Cells of files whose text is guarded against being run as a formula, or is not. */
  Cells(boolean guarded) {
    this.guarded = guarded;
  }

  /** A row that is not what it should be; the message is what is wrong with it. */
  static final class MalformedRowException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRowException(String message) {
      super(message);
    }
  }

  /**
   * Takes a row apart.
   *
   * @param to where the bytes end
   * @param last whether the file ends there too
   * @return where the row ends, its line end included; -1 if the bytes end before it does
   */
  int parse(byte[] buffer, int from, int to, boolean last) throws MalformedRowException {
    bytes = buffer;
    count = 0;
    int at = from;
    while (true) {
      int end = at < to && buffer[at] == '"' ? quoted(at + 1, to, last) : plain(at, to);
      if (end < 0 || (end >= to && !last)) {
        return -1;
      }
      if (end >= to) {
        return to;
      }
      switch (buffer[end]) {
        case ',' -> at = end + 1;
        case '\n' -> {
          return end + 1;
        }
        case '\r' -> {
          if (end + 1 >= to) {
            return last ? to : -1;
          }
          if (buffer[end + 1] != '\n') {
            throw new MalformedRowException("a line ends in half");
          }
          return end + 2;
        }
        default -> throw new MalformedRowException("text stands behind a closing quotation mark");
      }
    }
  }

  private int plain(int from, int to) throws MalformedRowException {
    int at = from;
    while (at < to && bytes[at] != ',' && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    add(from, at, false);
    return at;
  }

  /** Where a quoted cell's closing mark ends; -1 if more bytes are needed to tell. */
  private int quoted(int from, int to, boolean last) throws MalformedRowException {
    boolean twice = false;
    int at = from;
    while (true) {
      while (at < to && bytes[at] != '"') {
        at++;
      }
      if (at >= to || (at + 1 >= to && !last)) {
        if (last) {
          throw new MalformedRowException("a quotation mark is not closed");
        }
        return -1;
      }
      if (at + 1 >= to || bytes[at + 1] != '"') {
        add(from, at, twice);
        return at + 1;
      }
      twice = true;
      at += 2;
    }
  }

  private void add(int from, int to, boolean twice) throws MalformedRowException {
    if (count == MAX_CELLS) {
      throw new MalformedRowException("are more than " + MAX_CELLS + " cells");
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      doubled = Arrays.copyOf(doubled, count * 2);
    }
    starts[count] = from;
    ends[count] = to;
    doubled[count] = twice;
    count++;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Whether nothing stands in a cell; so it is of a column that the file does not have. */
  public boolean isEmpty(int cell) {
    return cell < 0 || starts[cell] == ends[cell];
  }

  /** The text of a cell, as it was before the guard; empty for a column that is not there. */
  public String text(int cell) {
    if (isEmpty(cell)) {
      return "";
    }
    int from = start(cell);
    String text = new String(bytes, from, ends[cell] - from, StandardCharsets.UTF_8);
    return doubled[cell] ? text.replace("\"\"", "\"") : text;
  }

  /** Adds the text of a cell to a digest: the same for the same text, however it is written. */
  public void digest(int cell, MessageDigest digest) {
    if (!isEmpty(cell)) {
      int from = start(cell);
      int end = ends[cell];
      if (doubled[cell]) {
        for (int at = from; at < end; at++) {
          if (bytes[at] == '"') {
            digest.update(bytes, from, at + 1 - from);
            from = at + 2;
            at++;
          }
        }
      }
      digest.update(bytes, from, end - from);
    }
    digest.update(END_OF_CELL);
  }

  private int start(int cell) {
    int from = starts[cell];
    return guarded && bytes[from] == '\'' && startsFormula(from, ends[cell]) ? from + 1 : from;
  }

  /** As {@code FormulaGuard} has it, on bytes. */
  private boolean startsFormula(int from, int end) {
    int at = from;
    while (at < end && bytes[at] == '\'') {
      at++;
    }
    return at < end && "=+-@\t\r".indexOf(bytes[at]) >= 0;
  }
}
