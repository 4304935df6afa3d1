package io.dateline.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that the story gives as somebody's own.
 *
 * @param number 1-based place among the article's quotes
 * @param paragraph 1-based paragraph of the body in which it starts
 * @param start offset of its first code point in {@code article_body}, paragraphs joined by two
 *     line feeds
 * @param end offset after its last code point
 * @param text the words without the quotation marks
 * @param speaker full name as the article gives it anywhere, pronouns resolved
 * @param speakerAsWritten as printed beside the quote: {@code he}, {@code the minister}
 * @param speakerDescription what the article says the speaker is: {@code Kremlin spokesman}
 * @param cue the word of speech: {@code said}
 */
public record Quote(
    int number,
    int paragraph,
    int start,
    int end,
    String text,
    @Nullable String speaker,
    @Nullable String speakerAsWritten,
    @Nullable String speakerDescription,
    @Nullable String cue,
    Kind kind) {

  /** How much of an utterance is given. */
  public enum Kind {
    /** At least a clause. */
    DIRECT,
    /** A fragment inside somebody else's sentence, with an attribution. */
    PARTIAL;

    /** The name in {@code quotes.csv}: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
