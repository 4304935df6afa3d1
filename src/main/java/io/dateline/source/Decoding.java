package io.dateline.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text.
 *
 * @param replacements how many U+FFFD stand for bytes that fit no character; those that the bytes
 *     spell out are not among them
 */
record Decoding(String text, TextCharset charset, int replacements) {

  private static final char REPLACEMENT = '\uFFFD';

  /** Null on a runtime without it. */
  private static final @Nullable Charset GB18030 =
      Charset.isSupported("GB18030") ? Charset.forName("GB18030") : null;

  /**
   * GB18030-2005 put these characters into the private use area, GB18030-2022 does not, and Java
   * changed from one to the other between 17 and 25. Pairs of old and new.
   */
  private static final String GB18030_CHANGES =
      "\uE78D\uFE10\uE78E\uFE12\uE78F\uFE11\uE790\uFE13\uE791\uFE14\uE792\uFE15\uE793\uFE16"
          + "\uE794\uFE17\uE795\uFE18\uE796\uFE19\uE7C7\u1E3F\uE81E\u9FB4\uE826\u9FB5\uE82B\u9FB6"
          + "\uE82C\u9FB7\uE832\u9FB8\uE843\u9FB9\uE854\u9FBA\uE864\u9FBB";

  /** All of {@code bytes} in UTF-8: one pass for text without errors. */
  static Decoding utf8(byte[] bytes) {
    return decode(bytes, 0, TextCharset.UTF_8);
  }

  static Decoding decode(byte[] bytes, int from, TextCharset charset) {
    String text = new String(bytes, from, bytes.length - from, charset.java());
    int replacements = count(text);
    if (replacements > 0) {
      replacements = Math.max(0, replacements - spelledOut(bytes, from, charset));
    }
    if (charset.java().name().equals("GBK")) {
      return chinese(bytes, from, new Decoding(text, charset, replacements));
    }
    return new Decoding(text, charset, replacements);
  }

  /** How many characters beyond ASCII were decoded, without the replacements. */
  int decodedBeyondAscii() {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c != REPLACEMENT && !Character.isLowSurrogate(c)) {
        count++;
      }
    }
    return count;
  }

  /** GBK reads nearly all of it alike on every Java; GB18030 is for what GBK has not. */
  private static Decoding chinese(byte[] bytes, int from, Decoding gbk) {
    if (gbk.replacements() == 0 || GB18030 == null) {
      return gbk;
    }
    String text = new String(bytes, from, bytes.length - from, GB18030);
    int replacements = count(text);
    for (int i = 0; i < GB18030_CHANGES.length(); i += 2) {
      text = text.replace(GB18030_CHANGES.charAt(i), GB18030_CHANGES.charAt(i + 1));
    }
    return replacements <= gbk.replacements()
        ? new Decoding(text, gbk.charset(), replacements)
        : gbk;
  }

  private static int count(String text) {
    int count = 0;
    for (int at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
      count++;
    }
    return count;
  }

  /** How often {@code bytes} hold U+FFFD itself. */
  private static int spelledOut(byte[] bytes, int from, TextCharset charset) {
    if (charset.java().equals(StandardCharsets.UTF_8)) {
      return occurrences(bytes, from, 1, 0xEF, 0xBF, 0xBD);
    }
    return switch (charset.name()) {
      case "UTF-16LE" -> occurrences(bytes, from, 2, 0xFD, 0xFF);
      case "UTF-16BE" -> occurrences(bytes, from, 2, 0xFF, 0xFD);
      case "UTF-32LE" -> occurrences(bytes, from, 4, 0xFD, 0xFF, 0, 0);
      case "UTF-32BE" -> occurrences(bytes, from, 4, 0, 0, 0xFF, 0xFD);
      default -> 0;
    };
  }

  private static int occurrences(byte[] bytes, int from, int step, int... sequence) {
    int count = 0;
    for (int at = from; at + sequence.length <= bytes.length; at += step) {
      int matched = 0;
      while (matched < sequence.length && (bytes[at + matched] & 0xFF) == sequence[matched]) {
        matched++;
      }
      if (matched == sequence.length) {
        count++;
      }
    }
    return count;
  }
}
