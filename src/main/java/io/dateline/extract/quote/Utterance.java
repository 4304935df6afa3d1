package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.text.Letters;
import java.util.ArrayList;
import java.util.List;

/**
 * The words between marks, looked at for themselves: whether they are at least a clause, and what
 * of the punctuation at their end belongs to them.
 */
final class Utterance {

  /** Words looked at for a verb. */
  private static final int MAX_WORDS = 60;

  /** A fragment of so many words is an utterance even if no verb of it is known. */
  private static final int LONG = 12;

  /** Words of the shortest sentence told by its capital alone. */
  private static final int SHORT = 3;

  /** The same in a language without a word list, where no verb can be known. */
  private static final int LONG_ENOUGH = 4;

  /** Characters from which ideographs are a clause, and with a full stop at their end. */
  private static final int LONG_IDEOGRAPHS = 8;

  private static final int SHORT_IDEOGRAPHS = 5;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final Lexicon lexicon;

  Utterance(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    int start = 0;
    for (int i = 0; i <= text.length() && words.size() < MAX_WORDS; i++) {
      if (i < text.length() && isWordPart(text.charAt(i))) {
        continue;
      }
      if (i > start) {
        words.add(text.substring(start, i));
      }
      start = i + 1;
    }
  }

  /** Both as one: the halves of what an attribution splits. */
  Utterance followedBy(Utterance other) {
    return new Utterance(text + ' ' + other.text, lexicon);
  }

  int wordCount() {
    return words.size();
  }

  /** Whether it has a letter or digit at all. */
  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether it ends as a sentence does. */
  boolean endsSentence() {
    int last = text.length() - 1;
    while (last >= 0 && "’'”\")».".indexOf(text.charAt(last)) >= 0 && text.charAt(last) != '.') {
      last--;
    }
    return last >= 0 && ".?!…。？！؟".indexOf(text.charAt(last)) >= 0;
  }

  /** Whether it opens with a capital, as a sentence does. */
  boolean opensSentence() {
    return !words.isEmpty() && UCharacter.isUpperCase(words.get(0).codePointAt(0));
  }

  /** Whether it is a clause: a verb with something before it, or a sentence by its looks. */
  boolean isClause() {
    return isClause(false);
  }

  /**
   * The same.
   *
   * @param opening whether it stands where a sentence may open, so that a capital tells one even if
   *     its full stop is outside the marks
   */
  boolean isClause(boolean opening) {
    if (words.isEmpty()) {
      return false;
    }
    String first = Lexicon.lower(words.get(0));
    if (lexicon.is(Section.WHO, first)) {
      return false;
    }
    if (opensSentence() && endsSentence() && (words.size() > 2 || !text.endsWith("."))) {
      return true;
    }
    if (isCjk()) {
      return words.size() > 1
          || text.length() >= LONG_IDEOGRAPHS
          || (endsSentence() && text.length() >= SHORT_IDEOGRAPHS);
    }
    if (words.size() > 1
        && (lexicon.is(Section.HE, first)
            || lexicon.is(Section.SHE, first)
            || lexicon.is(Section.THEY, first))) {
      return true;
    }
    if (lexicon.dropsSubjects()
        && opensSentence()
        && words.size() > 1
        && lexicon.is(Section.VERB, first)) {
      // "Es nuestro": no subject is needed before the verb.
      return true;
    }
    for (int i = 0; i < words.size(); i++) {
      String word = Lexicon.lower(words.get(i));
      boolean contracted = i == 0 && word.indexOf('\'') > 0 && lexicon.is(Section.VERB, word);
      if (contracted
          || (i > 0
              && isVerb(word)
              && !lexicon.is(Section.WHO, Lexicon.lower(words.get(i - 1)))
              && !lexicon.is(Section.PREPOSITION, Lexicon.lower(words.get(i - 1))))) {
        return words.size() > (contracted ? 1 : 2);
      }
    }
    if (opening && opensSentence() && words.size() >= SHORT && !looksLikeTitle()) {
      return true;
    }
    boolean uncased = lexicon.isEmpty() && isUncased(words.get(0).codePointAt(0));
    if (uncased) {
      return words.size() >= LONG_ENOUGH;
    }
    return opensSentence() && words.size() >= (lexicon.isEmpty() ? LONG_ENOUGH : LONG);
  }

  /** Whether all words of weight have a capital, as in a name. */
  boolean isInCapitals() {
    int capitals = 0;
    for (String word : words) {
      if (UCharacter.isUpperCase(word.codePointAt(0))) {
        capitals++;
      } else if (!lexicon.is(Section.PREPOSITION, Lexicon.lower(word))
          && !lexicon.is(Section.DETERMINER, Lexicon.lower(word))
          && !lexicon.is(Section.BOUNDARY, Lexicon.lower(word))) {
        return false;
      }
    }
    return capitals > 0;
  }

  /** Whether one of its words is what papers, agencies and stations are called. */
  boolean namesMedium() {
    for (String word : words) {
      String lower = Lexicon.lower(word);
      if (lexicon.is(Section.MEDIUM, lower) || lexicon.endsWithMedium(lower)) {
        return true;
      }
    }
    return false;
  }

  /** Whether most of its words are capitalised, as in the title of a work. */
  boolean looksLikeTitle() {
    int capitals = 0;
    for (String word : words) {
      if (UCharacter.isUpperCase(word.codePointAt(0))
          || lexicon.is(Section.PREPOSITION, Lexicon.lower(word))
          || lexicon.is(Section.DETERMINER, Lexicon.lower(word))) {
        capitals++;
      }
    }
    return words.size() <= 10 && capitals >= words.size() - words.size() / 5;
  }

  private boolean isVerb(String word) {
    return lexicon.is(Section.VERB, word)
        || word.endsWith("n't")
        || word.endsWith("'re")
        || word.endsWith("'ll");
  }

  /** Whether a letter is of a script without capitals, where none can tell a sentence. */
  private static boolean isUncased(int letter) {
    return UCharacter.getType(letter) == UCharacterCategory.OTHER_LETTER;
  }

  private boolean isCjk() {
    return UCharacter.hasBinaryProperty(words.get(0).codePointAt(0), UProperty.IDEOGRAPHIC)
        || (words.get(0).codePointAt(0) >= 0x3040 && words.get(0).codePointAt(0) <= 0x30FF);
  }

  private static boolean isWordPart(char c) {
    return Letters.isLetterOrDigit(c)
        || c == '\''
        || c == '’'
        || c == '-'
        || Character.isSurrogate(c);
  }
}
