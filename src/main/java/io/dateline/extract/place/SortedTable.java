package io.dateline.extract.place;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tab-separated table whose lines are sorted by the bytes of their first column, searched as it
 * stands in its file: a byte of memory for each of the file, and four for each of its lines.
 */
final class SortedTable {

  private final byte[] text;

  /** Where each line begins, and the end of the last. */
  private final int[] lines;

  SortedTable(String resource) {
    text = Resources.bytes(resource);
    lines = lines(text);
  }

  private static int[] lines(byte[] text) {
    int count = 0;
    for (byte b : text) {
      count += b == '\n' ? 1 : 0;
    }
    int[] lines = new int[count + 1];
    int line = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines[++line] = i + 1;
      }
    }
    return lines;
  }

  /** Whether a line has this first column. */
  boolean contains(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    return isKeyOf(firstLine(wanted), wanted);
  }

  /** The columns of the first line with this first column, or null. */
  String @Nullable [] row(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int line = firstLine(wanted);
    return isKeyOf(line, wanted) ? columns(line, lineEnd(line)) : null;
  }

  /** The columns of the lines with this first column, in the file's order, so many at most. */
  List<String[]> rows(String key, int most) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int line = firstLine(wanted);
    if (!isKeyOf(line, wanted)) {
      return List.of();
    }
    List<String[]> rows = new ArrayList<>();
    while (rows.size() < most && isKeyOf(line, wanted)) {
      int end = lineEnd(line);
      rows.add(columns(line, end));
      line = end + 1;
    }
    return rows;
  }

  /** Whether any first column begins with {@code start}. */
  boolean hasKeyFrom(String start) {
    byte[] wanted = start.getBytes(StandardCharsets.UTF_8);
    return startsWith(firstLine(wanted), wanted);
  }

  /** The rows of the keys that begin with {@code start}, in the file's order, few at most. */
  List<String[]> rowsFrom(String start, int most) {
    byte[] wanted = start.getBytes(StandardCharsets.UTF_8);
    List<String[]> rows = new ArrayList<>();
    int line = firstLine(wanted);
    while (rows.size() < most && startsWith(line, wanted)) {
      int end = lineEnd(line);
      rows.add(columns(line, end));
      line = end + 1;
    }
    return rows;
  }

  private String[] columns(int line, int end) {
    return new String(text, line, end - line, StandardCharsets.UTF_8).split("\t", -1);
  }

  private boolean startsWith(int line, byte[] wanted) {
    int end = line + wanted.length;
    return end <= text.length && Arrays.equals(text, line, end, wanted, 0, wanted.length);
  }

  /** Offset of the first line whose key is not before the wanted one. */
  private int firstLine(byte[] wanted) {
    int low = 0;
    int high = lines.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(lines[middle], wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return lines[low];
  }

  private boolean isKeyOf(int line, byte[] wanted) {
    return wanted.length > 0 && line < text.length && compare(line, wanted) == 0;
  }

  /** Compares a line's first column with a key; the tab behind it is before all that keys hold. */
  private int compare(int line, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      int difference = (text[line + i] & 0xFF) - (wanted[i] & 0xFF);
      if (difference != 0) {
        return difference;
      }
    }
    return text[line + wanted.length] == '\t' ? 0 : 1;
  }

  private int lineEnd(int line) {
    int end = line;
    while (text[end] != '\n') {
      end++;
    }
    return end;
  }
}
