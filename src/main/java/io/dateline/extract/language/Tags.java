package io.dateline.extract.language;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings language tags into one form. */
final class Tags {

  /** The detector's own names and withdrawn codes, where BCP 47 has a better one. */
  private static final Map<String, String> PREFERRED =
      Map.of(
          "cmn", "zh", "ekk", "et", "lvs", "lv", "pes", "fa", "plt", "mg", "tgl", "tl", "iw", "he",
          "in", "id", "ji", "yi");

  /** The preferred form of every two-letter code, so that common tags need no parsing. */
  private static final Map<String, String> SHORT =
      Arrays.stream(ULocale.getISOLanguages())
          .filter(code -> code.length() == 2)
          .collect(Collectors.toUnmodifiableMap(code -> code, Tags::parsed));

  private Tags() {}

  /** The language part in BCP 47's preferred form: {@code cmn} and {@code chi} are {@code zh}. */
  static String languageOf(String tag) {
    String language = new ULocale(tag).getLanguage();
    return PREFERRED.getOrDefault(language, language);
  }

  /** The language part of a tag that {@link #normal} made. */
  static String first(String normal) {
    int end = normal.indexOf('-');
    return end < 0 ? normal : normal.substring(0, end);
  }

  /** A declared tag as language, script where it says more, and region; empty if it is none. */
  static String normal(String declared) {
    String trimmed = declared.strip();
    if (trimmed.length() < 2 || trimmed.length() > 35 || !isTagShaped(trimmed)) {
      return "";
    }
    if (hasRegionOfTwoLetters(trimmed) || trimmed.length() == 2) {
      String language = SHORT.get(trimmed.substring(0, 2).toLowerCase(Locale.ROOT));
      if (language != null) {
        return trimmed.length() == 2
            ? language
            : language + '-' + trimmed.substring(3).toUpperCase(Locale.ROOT);
      }
    }
    return parsed(trimmed);
  }

  /** {@code en-GB}, {@code en_gb}: nearly all that pages declare. */
  private static boolean hasRegionOfTwoLetters(String tag) {
    return tag.length() == 5
        && (tag.charAt(2) == '-' || tag.charAt(2) == '_')
        && isLetter(tag.charAt(3))
        && isLetter(tag.charAt(4));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The same for any tag, some twenty times as slowly. */
  static String parsed(String trimmed) {
    ULocale locale = ULocale.forLanguageTag(trimmed.replace('_', '-'));
    String language = languageOf(locale.getLanguage());
    if (language.isEmpty() || language.equals("und") || language.equals("mul")) {
      return "";
    }
    StringBuilder tag = new StringBuilder(language);
    if (!locale.getScript().isEmpty()) {
      tag.append('-').append(locale.getScript());
    }
    if (!locale.getCountry().isEmpty()) {
      tag.append('-').append(locale.getCountry());
    }
    return tag.toString();
  }

  private static boolean isTagShaped(String tag) {
    return tag.chars()
        .allMatch(c -> c == '-' || c == '_' || (c < 0x80 && Character.isLetterOrDigit((char) c)));
  }
}
