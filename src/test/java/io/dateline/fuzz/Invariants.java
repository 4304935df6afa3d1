package io.dateline.fuzz;

import com.ibm.icu.text.Normalizer2;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What holds of values whatever the bytes were. */
final class Invariants {

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private Invariants() {}

  /** Fails unless it holds; the message is put together only then. */
  static void require(boolean holds, String promise, @Nullable Object detail) {
    if (!holds) {
      throw new AssertionError(promise + ": " + detail);
    }
  }

  /** No control characters but tab and line feed, no half of a surrogate pair. */
  static void requirePrintable(String where, @Nullable String text) {
    if (text == null) {
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      require(!Character.isISOControl(c) || c == '\t' || c == '\n', where + " has a control", text);
      require(!Character.isSurrogate(c) || isPaired(text, i), where + " has half a pair", text);
    }
  }

  /** Printable, and composed. */
  static void requireText(String where, @Nullable String text) {
    requirePrintable(where, text);
    require(text == null || NFC.isNormalized(text), where + " is not NFC", text);
  }

  /** A day, or a day with a time, that a calendar has. */
  static void requireDate(String where, @Nullable Object iso) {
    if (iso == null) {
      return;
    }
    String text = iso.toString();
    try {
      if (text.length() > 10) {
        DateTimeFormatter.ISO_DATE_TIME.parse(text);
      } else {
        LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw new AssertionError(where + " is no date: " + text, e);
    }
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
