package io.dateline.extract.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides the language of a text from what its page declares and from the text itself.
 *
 * <p>The script decides first where one language writes it (Kana, Hangul, Greek, Hebrew, Thai …),
 * then function words where they are sure, which takes microseconds. What they leave open OpenNLP's
 * language detector ranks by its letters, in about a millisecond. Its confidences are low even
 * where it is right, so they are only compared with each other: a declared language stands if the
 * detector gives it at least a third of the confidence of its first choice. A declared language
 * also stands if it is a close relative of the one found. A region is kept only from a declaration
 * whose language stands.
 *
 * <p>Stateless but for the words and the model, each loaded once when first needed; safe for use by
 * several threads.
 */
public final class LanguageFinder {

  /** Code points of the text that are looked at: more changes no decision and costs time. */
  static final int MAX_SAMPLE = 600;

  /** Letters below which the detector's word is not taken against nothing: a headline's worth. */
  static final int MIN_LETTERS_TO_DETECT = 40;

  /** Share of the best confidence that a declared language needs. */
  static final double DECLARED_SHARE = 1.0 / 3;

  /** A language and whether a declaration or the text gave it. */
  public record Choice(String tag, boolean declared, String reason) {}

  /**
   * The language of {@code text}.
   *
   * @param declared tags as the page gives them ({@code en}, {@code en_GB}, {@code en-gb}), most
   *     trusted first
   * @return a BCP 47 tag with the two-letter code where there is one; empty if nothing is declared
   *     and the text is too short to tell
   */
  public Optional<Choice> find(String text, List<String> declared) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : declared) {
      String normal = Tags.normal(tag);
      String language = Tags.first(normal);
      if (!language.isEmpty()
          && (!tags.containsKey(language) || tags.get(language).equals(language))) {
        tags.put(language, normal);
      }
    }
    Sample sample = Sample.of(text, MAX_SAMPLE);
    if (sample.letters() == 0) {
      return first(tags, "declared; no text to check it with");
    }
    Optional<String> byScript = Scripts.languageOf(sample);
    if (byScript.isPresent()) {
      String language = byScript.get();
      return Optional.of(
          tags.containsKey(language)
              ? new Choice(tags.get(language), true, "declared; the script agrees")
              : new Choice(language, false, "the script is written for it alone"));
    }
    if (sample.letters() < MIN_LETTERS_TO_DETECT && !tags.isEmpty()) {
      return first(tags, "declared; too little text to check it with");
    }
    if (sample.letters() < MIN_LETTERS_TO_DETECT) {
      return Optional.empty();
    }
    Optional<Choice> atAGlance = atAGlance(tags, sample.text());
    return atAGlance.isPresent()
        ? atAGlance
        : againstDetection(tags, Detector.rank(sample.text(), Scripts.fitting(sample)));
  }

  private static Optional<Choice> atAGlance(Map<String, String> tags, String text) {
    Glance glance = Glance.at(text, FunctionWords.shipped());
    String family = glance.family();
    if (family == null) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      if (Relatives.are(tag.getKey(), family)) {
        return Optional.of(new Choice(tag.getValue(), true, agreement(tag.getKey(), family)));
      }
    }
    String language = glance.language();
    if (language == null || !tags.keySet().stream().allMatch(glance::excludes)) {
      return Optional.empty();
    }
    String against = tags.isEmpty() ? "" : " against the declared";
    return Optional.of(new Choice(language, false, "detected by its function words" + against));
  }

  private static String agreement(String declared, String found) {
    return declared.equals(found)
        ? "declared; the text agrees"
        : "declared; the text is of a close relative";
  }

  private static Optional<Choice> againstDetection(
      Map<String, String> tags, Map<String, Double> ranked) {
    if (ranked.isEmpty()) {
      return first(tags, "declared; the detector knows no language of this script");
    }
    Map.Entry<String, Double> best = ranked.entrySet().iterator().next();
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      Double confidence = ranked.get(tag.getKey());
      if (confidence != null && confidence >= DECLARED_SHARE * best.getValue()) {
        return Optional.of(new Choice(tag.getValue(), true, "declared; the text agrees"));
      }
      if (Relatives.are(tag.getKey(), best.getKey())) {
        return Optional.of(
            new Choice(tag.getValue(), true, "declared; the text is of a close relative"));
      }
    }
    return Optional.of(
        new Choice(
            best.getKey(),
            false,
            tags.isEmpty()
                ? "detected by its letters"
                : "detected by its letters against the declared"));
  }

  private static Optional<Choice> first(Map<String, String> tags, String reason) {
    return tags.values().stream().findFirst().map(tag -> new Choice(tag, true, reason));
  }
}
