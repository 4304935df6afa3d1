package io.dateline.extract.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** OpenNLP's language detector behind BCP 47 codes. */
final class Detector {

  /** Name of the model inside {@code opennlp-models-langdetect}. */
  private static final String MODEL = "/langdetect-183.bin";

  /** Loaded when first used, in about half a second: {@code --help} must not pay for it. */
  private static final class Model {
    static final LanguageDetectorModel LOADED = load();

    /** The model's three-letter codes as BCP 47 writes them. */
    static final Map<String, String> LANGUAGES =
        Arrays.stream(new LanguageDetectorME(LOADED).getSupportedLanguages())
            .collect(Collectors.toUnmodifiableMap(code -> code, Tags::languageOf));

    private static LanguageDetectorModel load() {
      try (InputStream in = Detector.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException("no language model " + MODEL + " on the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read language model " + MODEL, e);
      }
    }
  }

  private Detector() {}

  /**
   * Languages with their confidence, best first.
   *
   * @param among only these; all if empty
   */
  static Map<String, Double> rank(String text, Set<String> among) {
    Map<String, Double> ranked = new LinkedHashMap<>();
    // The model is immutable; the detector around it is cheap and not promised to be thread-safe.
    for (Language guess : new LanguageDetectorME(Model.LOADED).predictLanguages(text)) {
      String language = Model.LANGUAGES.getOrDefault(guess.getLang(), guess.getLang());
      if (among.isEmpty() || among.contains(language)) {
        ranked.putIfAbsent(language, guess.getConfidence());
      }
    }
    return ranked;
  }
}
