package io.dateline.summary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that the rows of a group share. A value longer than {@value #MAX_CHARS} characters is
 * cut there: it is no name of anything, and a key must fit an index.
 *
 * @param first value of the first key column, null where it is absent
 * @param second value of the second key column, null where it is absent or there is none
 */
public record GroupKey(@Nullable String first, @Nullable String second)
    implements Comparable<GroupKey> {

  /** Longest value, in characters (code points). */
  public static final int MAX_CHARS = 500;

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
    return value == null || value.codePointCount(0, value.length()) <= MAX_CHARS
        ? value
        : value.substring(0, value.offsetByCodePoints(0, MAX_CHARS));
  }
}
