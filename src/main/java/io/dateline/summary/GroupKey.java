package io.dateline.summary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that the rows of a group share. A value longer than {@value #MAX_BYTES} bytes of UTF-8
 * is cut after the last whole character before: it is no name of anything, and a key must fit an
 * index.
 *
 * @param first value of the first key column, null where it is absent
 * @param second value of the second key column, null where it is absent or there is none
 */
public record GroupKey(@Nullable String first, @Nullable String second)
    implements Comparable<GroupKey> {

  /** Longest value, in bytes of UTF-8. */
  public static final int MAX_BYTES = 600;

  /** Three bytes a character of the basic plane; the others take two units and four bytes. */
  private static final int MAX_BYTES_PER_UNIT = 3;

  public GroupKey {
    first = cut(first);
    second = cut(second);
  }

  /** A key of one value. */
  public static GroupKey of(@Nullable String value) {
    return new GroupKey(value, null);
  }

  /**
   * The key in UTF-8, its values separated by NUL, which no value holds. Byte order is the order of
   * the summary files: absent values first, then by the bytes of the first value, then of the
   * second.
   */
  public byte[] bytes() {
    byte[] one = utf8(first);
    if (second == null) {
      return one;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.write(0);
    out.writeBytes(utf8(second));
    return out.toByteArray();
  }

  @Override
  public int compareTo(GroupKey other) {
    return Arrays.compareUnsigned(bytes(), other.bytes());
  }

  private static byte[] utf8(@Nullable String value) {
    return value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String cut(@Nullable String value) {
    if (value == null || value.length() * MAX_BYTES_PER_UNIT <= MAX_BYTES) {
      return value;
    }
    int bytes = 0;
    int end = 0;
    while (end < value.length()) {
      int character = value.codePointAt(end);
      bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (bytes > MAX_BYTES) {
        return value.substring(0, end);
      }
      end += Character.charCount(character);
    }
    return value;
  }
}
