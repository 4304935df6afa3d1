package io.dateline.extract.language;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the script of a text says of its language. */
final class Scripts {

  /** Share of letters above which a script is the text's own: names in Latin are common in all. */
  private static final double MAIN = 0.4;

  /** Kana make up a third of Japanese and none of Chinese; a quoted word should not decide. */
  private static final double SOME_KANA = 0.08;

  private record Sole(int script, String language) {}

  /** Scripts that one living language of the news writes. */
  private static final List<Sole> SOLE =
      List.of(
          new Sole(UScript.HANGUL, "ko"),
          new Sole(UScript.GREEK, "el"),
          new Sole(UScript.THAI, "th"),
          new Sole(UScript.LAO, "lo"),
          new Sole(UScript.KHMER, "km"),
          new Sole(UScript.MYANMAR, "my"),
          new Sole(UScript.GEORGIAN, "ka"),
          new Sole(UScript.ARMENIAN, "hy"),
          new Sole(UScript.TAMIL, "ta"),
          new Sole(UScript.TELUGU, "te"),
          new Sole(UScript.KANNADA, "kn"),
          new Sole(UScript.MALAYALAM, "ml"),
          new Sole(UScript.GUJARATI, "gu"),
          new Sole(UScript.GURMUKHI, "pa"),
          new Sole(UScript.ORIYA, "or"),
          new Sole(UScript.SINHALA, "si"),
          new Sole(UScript.TIBETAN, "bo"));

  /** Scripts of several languages; the detector must choose among those that write them. */
  private static final Set<String> CYRILLIC =
      Set.of("ru", "uk", "bg", "mk", "sr", "be", "kk", "ky", "mn", "ba", "tg", "tt");

  private static final Set<String> ARABIC =
      Set.of("ar", "fa", "ur", "ps", "pnb", "sd", "ug", "ckb");
  private static final Set<String> DEVANAGARI = Set.of("hi", "mr", "ne", "sa");
  private static final Set<String> BENGALI = Set.of("bn", "as");
  private static final Set<String> ETHIOPIC = Set.of("am", "ti");

  private Scripts() {}

  /** The language, if the script leaves one alone. */
  static Optional<String> languageOf(Sample sample) {
    if (sample.share(UScript.LATIN) > 1 - MAIN) {
      return Optional.empty();
    }
    double kana = sample.share(UScript.HIRAGANA) + sample.share(UScript.KATAKANA);
    double han = sample.share(UScript.HAN) + sample.share(UScript.BOPOMOFO);
    if (kana + han >= MAIN) {
      return Optional.of(kana >= SOME_KANA ? "ja" : "zh");
    }
    for (Sole sole : SOLE) {
      if (sample.share(sole.script()) >= MAIN) {
        return Optional.of(sole.language());
      }
    }
    if (sample.share(UScript.HEBREW) >= MAIN) {
      return Optional.of("he");
    }
    return Optional.empty();
  }

  /** The languages that may be written so; empty where the script is none of those listed. */
  static Set<String> fitting(Sample sample) {
    if (sample.share(UScript.LATIN) > 1 - MAIN) {
      return Set.of();
    }
    if (sample.share(UScript.CYRILLIC) >= MAIN) {
      return CYRILLIC;
    }
    if (sample.share(UScript.ARABIC) >= MAIN) {
      return ARABIC;
    }
    if (sample.share(UScript.DEVANAGARI) >= MAIN) {
      return DEVANAGARI;
    }
    if (sample.share(UScript.BENGALI) >= MAIN) {
      return BENGALI;
    }
    if (sample.share(UScript.ETHIOPIC) >= MAIN) {
      return ETHIOPIC;
    }
    return Set.of();
  }
}
