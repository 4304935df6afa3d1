package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.body.PhraseTable.Match;
import io.dateline.extract.body.Phrases.Kind;
import io.dateline.extract.text.Folding;

/**
 * A phrase of the job's own, as a person writes it: {@code Weather on the coast} is a whole line,
 * {@code Read also:*} what a line starts with, and {@code *print edition*} what a short line holds.
 * Case, spaces and punctuation do not count, except punctuation that ends the start of a line.
 *
 * @param kind what it says of its line and of what follows
 * @param written the phrase with its asterisks
 */
public record JobPhrase(Kind kind, String written) {

  /** Longest phrase, in UTF-16 code units. */
  private static final int MAX_LENGTH = 200;

  /** Letters and digits below which a phrase would be met everywhere. */
  private static final int MIN_SIGNS = 2;

  private static final char WILDCARD = '*';

  /**
   * Checks the phrase.
   *
   * @throws IllegalArgumentException with what is wrong, if it is too short or too long, or has an
   *     asterisk where none may stand
   */
  public JobPhrase {
    written = written.strip();
    String text = text(written);
    if (text.indexOf(WILDCARD) >= 0 || (opens(written) && !closes(written))) {
      throw new IllegalArgumentException(
          "`*` may stand at its end or at both ends: `whole line`, `start*`, `*part*`");
    }
    long signs = Folding.fold(text).codePoints().filter(UCharacter::isLetterOrDigit).count();
    if (signs < MIN_SIGNS || written.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a phrase has at least "
              + MIN_SIGNS
              + " letters or digits, and at most "
              + MAX_LENGTH
              + " characters");
    }
  }

  /** The phrase without asterisks. */
  String text() {
    return text(written);
  }

  Match match() {
    return opens(written) ? Match.PART : closes(written) ? Match.START : Match.LINE;
  }

  private static String text(String written) {
    return written
        .substring(opens(written) ? 1 : 0, written.length() - (closes(written) ? 1 : 0))
        .strip();
  }

  private static boolean opens(String written) {
    return !written.isEmpty() && written.charAt(0) == WILDCARD;
  }

  private static boolean closes(String written) {
    return written.length() > 1 && written.charAt(written.length() - 1) == WILDCARD;
  }
}
