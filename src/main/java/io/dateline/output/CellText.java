package io.dateline.output;

import com.ibm.icu.text.Normalizer2;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text fit for a cell: NFC, line breaks as {@code \n}, no control characters but tab and line feed,
 * no half surrogates.
 */
final class CellText {

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private CellText() {}

  /** Clean text, or null if nothing is left. */
  static @Nullable String clean(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String normal = isPlain(text) ? text : NFC.normalize(withoutControls(text));
    return normal.isEmpty() ? null : normal;
  }

  /**
   * Elements of a multi-valued cell, joined by {@code "; "}; a semicolon inside becomes a comma.
   */
  static @Nullable String join(Collection<String> elements) {
    return elements.isEmpty()
        ? null
        : clean(elements.stream().map(e -> e.replace(';', ',')).collect(Collectors.joining("; ")));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Below U+0300 nothing composes; controls and what lies above need a closer look.
      if (c >= 0x300 || (c < ' ' && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0)) {
        return false;
      }
    }
    return true;
  }

  private static String withoutControls(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r') {
        if (i >= text.length() || text.charAt(i) != '\n') {
          out.append('\n');
        }
      } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        out.append('\uFFFD');
      } else if (!Character.isISOControl(c) || c == '\t' || c == '\n') {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }
}
