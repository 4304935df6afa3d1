package io.dateline.source;

import com.ibm.icu.lang.UCharacter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds UTF-16 without a byte order mark: its spaces, digits and Latin letters have a NUL at every
 * other place.
 */
final class Utf16Pattern {

  /** Bytes looked at, from the start. */
  private static final int SAMPLE_BYTES = 8 * 1024;

  /** NULs at one parity for each NUL at the other, at least. */
  private static final int ONE_SIDED = 20;

  /** At most one code unit in so many is unassigned, a control or half a pair. */
  private static final int TEXT_PER_ERROR = 50;

  private Utf16Pattern() {}

  /** The byte order, or null if the bytes do not look like UTF-16 text. */
  static @Nullable TextCharset find(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (odd > even * ONE_SIDED && isText(new String(bytes, 0, length, StandardCharsets.UTF_16LE))) {
      return TextCharset.UTF_16LE;
    }
    if (even > odd * ONE_SIDED && isText(new String(bytes, 0, length, StandardCharsets.UTF_16BE))) {
      return TextCharset.UTF_16BE;
    }
    return null;
  }

  private static boolean isText(String text) {
    int errors = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD' || !UCharacter.isDefined(c) || isControl(c)) {
        errors++;
      } else if (UCharacter.isLetter(c) || Character.isSurrogate(c)) {
        letters++;
      }
    }
    return errors * TEXT_PER_ERROR <= text.length() && letters * 4 >= text.length();
  }

  private static boolean isControl(char c) {
    return (c < 0x20 && "\t\n\f\r".indexOf(c) < 0) || (c >= 0x7F && c < 0xA0);
  }
}
