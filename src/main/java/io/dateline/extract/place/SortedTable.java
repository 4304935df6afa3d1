package io.dateline.extract.place;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tab-separated table whose lines are sorted by the bytes of their first column, searched as it
 * stands in its file: nothing to build, and one byte of memory for each of the file.
 */
final class SortedTable {

  private final byte[] text;

  SortedTable(String resource) {
    text = Resources.bytes(resource);
  }

  /** Whether a line has this first column. */
  boolean contains(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    return isKeyOf(firstLine(wanted), wanted);
  }

  /** The columns of all lines with this first column, in the file's order. */
  List<String[]> rows(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int line = firstLine(wanted);
    if (!isKeyOf(line, wanted)) {
      return List.of();
    }
    List<String[]> rows = new ArrayList<>();
    while (isKeyOf(line, wanted)) {
      int end = lineEnd(line);
      rows.add(new String(text, line, end - line, StandardCharsets.UTF_8).split("\t", -1));
      line = end + 1;
    }
    return rows;
  }

  /** The rows of the keys that begin with {@code start}, in the file's order, few at most. */
  List<String[]> rowsFrom(String start, int most) {
    byte[] wanted = start.getBytes(StandardCharsets.UTF_8);
    List<String[]> rows = new ArrayList<>();
    int line = firstLine(wanted);
    while (rows.size() < most && line < text.length && startsWith(line, wanted)) {
      int end = lineEnd(line);
      rows.add(new String(text, line, end - line, StandardCharsets.UTF_8).split("\t", -1));
      line = end + 1;
    }
    return rows;
  }

  private boolean startsWith(int line, byte[] wanted) {
    int end = line + wanted.length;
    return end <= text.length && Arrays.equals(text, line, end, wanted, 0, wanted.length);
  }

  /** Offset of the first line whose key is not before the wanted one. */
  private int firstLine(byte[] wanted) {
    int low = 0;
    int high = text.length;
    while (low < high) {
      int line = (low + high) >>> 1;
      while (line > low && text[line - 1] != '\n') {
        line--;
      }
      if (compare(line, wanted) < 0) {
        low = lineEnd(line) + 1;
      } else {
        high = line;
      }
    }
    return low;
  }

  private boolean isKeyOf(int line, byte[] wanted) {
    return wanted.length > 0 && line < text.length && compare(line, wanted) == 0;
  }

  private int compare(int line, byte[] wanted) {
    int end = line;
    while (text[end] != '\t') {
      end++;
    }
    return Arrays.compareUnsigned(text, line, end, wanted, 0, wanted.length);
  }

  private int lineEnd(int line) {
    int end = line;
    while (text[end] != '\n') {
      end++;
    }
    return end;
  }
}
