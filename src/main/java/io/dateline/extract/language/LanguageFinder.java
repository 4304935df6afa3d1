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
  public static final int MAX_SAMPLE = 600;

  /** Letters below which the detector's word is not taken against nothing: a headline's worth. */
  static final int MIN_LETTERS_TO_DETECT = 40;

  /** Share of the best confidence that a declared language needs. */
  static final double DECLARED_SHARE = 1.0 / 3;

  /**
   * A language.
   *
   * @param tag BCP 47
   * @param declaration which of the declared tags it is, from 0; -1 if the text gave it
   * @param reason why, for the trace
   */
  public record Choice(String tag, int declaration, String reason) {

    /** Whether a declaration gave it. */
    public boolean declared() {
      return declaration >= 0;
    }
  }

  private record Declaration(String tag, int index) {
    Choice because(String reason) {
      return new Choice(tag, index, reason);
    }
  }

  private static Choice told(String language, String reason) {
    return new Choice(language, -1, reason);
  }

  /**
   * The language of {@code text}.
   *
   * @param declared tags as the page gives them ({@code en}, {@code en_GB}, {@code en-gb}), most
   *     trusted first
   * @return a BCP 47 tag with the two-letter code where there is one; empty if nothing is declared
   *     and the text is too short to tell
   */
  public Optional<Choice> find(String text, List<String> declared) {
    Map<String, Declaration> tags = new LinkedHashMap<>();
    for (int i = 0; i < declared.size(); i++) {
      String normal = Tags.normal(declared.get(i));
      String language = Tags.first(normal);
      Declaration before = tags.get(language);
      // A later tag of the same language counts where it alone tells the region.
      boolean tells = before == null || (before.tag().equals(language) && !normal.equals(language));
      if (!language.isEmpty() && tells) {
        tags.put(language, new Declaration(normal, i));
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
              ? tags.get(language).because("declared; the script agrees")
              : told(language, "the script is written for it alone"));
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

  private static Optional<Choice> atAGlance(Map<String, Declaration> tags, String text) {
    Glance glance = Glance.at(text, FunctionWords.shipped());
    String family = glance.family();
    if (family == null) {
      return Optional.empty();
    }
    for (Map.Entry<String, Declaration> tag : tags.entrySet()) {
      if (Relatives.are(tag.getKey(), family)) {
        return Optional.of(tag.getValue().because(agreement(tag.getKey(), family)));
      }
    }
    String language = glance.language();
    if (language == null || !tags.keySet().stream().allMatch(glance::excludes)) {
      return Optional.empty();
    }
    String against = tags.isEmpty() ? "" : " against the declared";
    return Optional.of(told(language, "detected by its function words" + against));
  }

  private static String agreement(String declared, String found) {
    return declared.equals(found)
        ? "declared; the text agrees"
        : "declared; the text is of a close relative";
  }

  private static Optional<Choice> againstDetection(
      Map<String, Declaration> tags, Map<String, Double> ranked) {
    if (ranked.isEmpty()) {
      return first(tags, "declared; the detector knows no language of this script");
    }
    Map.Entry<String, Double> best = ranked.entrySet().iterator().next();
    for (Map.Entry<String, Declaration> tag : tags.entrySet()) {
      Double confidence = ranked.get(tag.getKey());
      if (confidence != null && confidence >= DECLARED_SHARE * best.getValue()) {
        return Optional.of(tag.getValue().because("declared; the text agrees"));
      }
      if (Relatives.are(tag.getKey(), best.getKey())) {
        return Optional.of(tag.getValue().because("declared; the text is of a close relative"));
      }
    }
    return Optional.of(
        told(
            best.getKey(),
            tags.isEmpty()
                ? "detected by its letters"
                : "detected by its letters against the declared"));
  }

  private static Optional<Choice> first(Map<String, Declaration> tags, String reason) {
    return tags.values().stream().findFirst().map(tag -> tag.because(reason));
  }
}
