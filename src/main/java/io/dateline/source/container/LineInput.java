package io.dateline.source.container;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** The lines of a file, none of them held beyond a limit. */
final class LineInput implements Closeable {

  private static final int FIRST_SIZE = 1 << 13;
  private static final int STEP = 1 << 14;

  /** Lines of one row; a row of more has a quotation mark too many or too few. */
  private static final int MAX_ROW_LINES = 10_000;

  private final PackedInput in;
  private final int maxBytes;
  private final char delimiter;
  private final long firstNumber;
  private final long end;
  private byte[] line = new byte[FIRST_SIZE];
  private int length;
  private long offset;
  private long number;
  private long nextNumber;
  private boolean tooLong;
  private long secondLine;

  private LineInput(PackedInput in, int maxBytes, char delimiter, long firstNumber, long end) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.delimiter = delimiter;
    this.firstNumber = firstNumber;
    this.end = end;
    this.nextNumber = firstNumber;
  }

  /** Lines that end at each line feed. */
  static LineInput lines(PackedInput in, int maxBytes) {
    return lines(in, maxBytes, 1, Long.MAX_VALUE);
  }

  /**
   * Lines of a part of a file.
   *
   * @param firstNumber number of the first of them, from 1
   * @param end place from which on lines are left to others
   */
  static LineInput lines(PackedInput in, int maxBytes, long firstNumber, long end) {
    return new LineInput(in, maxBytes, '\n', firstNumber, end);
  }

  /** Rows of a CSV file: line feeds between quotation marks end none. */
  static LineInput rows(PackedInput in, int maxBytes, char delimiter) {
    return new LineInput(in, maxBytes, delimiter, 1, Long.MAX_VALUE);
  }

  /** Goes on to the next line; false if there is none. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    offset = in.position();
    number = nextNumber;
    secondLine = -1;
    boolean quoted = false;
    boolean cellStart = true;
    boolean afterMark = false;
    int visible = offset >= end ? 0 : in.look(1);
    if (visible == 0) {
      return false;
    }
    while (visible > 0) {
      int taken = Math.min(visible, STEP);
      int i = 0;
      boolean ended = false;
      while (i < taken && !ended) {
        byte b = in.at(i++);
        if (b == '\n') {
          nextNumber++;
          ended = !quoted;
          if (quoted && secondLine < 0) {
            secondLine = in.position() + i;
          }
        } else if (b == '"' && delimiter != '\n') {
          // Inside a cell a mark opens nothing; two of them close and open again.
          quoted = !quoted && (cellStart || afterMark);
        }
        afterMark = b == '"';
        cellStart = b == delimiter || b == '\n';
      }
      keep(i);
      in.skip(i);
      tooLong |= quoted && nextNumber - number > MAX_ROW_LINES;
      if (tooLong && quoted) {
        // What opened the quotation is damaged; on from the next line.
        quoted = false;
      }
      if (ended) {
        break;
      }
      visible = in.look(1);
    }
    trim();
    return true;
  }

  /**
   * Goes back to the second line of a row that has several and is no row after all: a mark that
   * nothing closes would else take the rows behind it along. Stays where the row ends if it is one
   * line, or the way back is too long.
   *
   * @return whether it went back
   */
  boolean retreat() throws IOException {
    if (secondLine < 0 || !in.goBack(secondLine)) {
      return false;
    }
    nextNumber = number + 1;
    secondLine = -1;
    return true;
  }

  private void keep(int count) {
    if (tooLong || length + (long) count > maxBytes + 2L) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
    }
    for (int i = 0; i < count; i++) {
      line[length + i] = in.at(i);
    }
    length += count;
  }

  /** Takes the line's end off, and the mark of byte order that some tools put before all. */
  private void trim() {
    if (length > 0 && line[length - 1] == '\n') {
      length--;
      if (length > 0 && line[length - 1] == '\r') {
        length--;
      }
    }
    tooLong |= length > maxBytes;
    boolean marked =
        offset == 0
            && length >= 3
            && (line[0] & 0xFF) == 0xEF
            && (line[1] & 0xFF) == 0xBB
            && (line[2] & 0xFF) == 0xBF;
    if (marked) {
      length -= 3;
      System.arraycopy(line, 3, line, 0, length);
    }
    if (tooLong) {
      length = 0;
      line = new byte[FIRST_SIZE];
    }
  }

  /** The line's bytes, from 0 on, without its end; valid until the next call. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Where the line begins in the file. */
  long offset() {
    return offset;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** Whether all lines of the file are read. */
  boolean isWhole() {
    return firstNumber == 1 && end == Long.MAX_VALUE;
  }

  /** Whether it was longer than is held; its bytes are then gone. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Whether nothing but spaces stands in it. */
  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return !tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
