package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Token.Kind;
import io.dateline.extract.text.Letters;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a paragraph into words, punctuation and whole quotes. A full stop belongs to its word in
 * initials, in {@code U.S.} and in known abbreviations, and ends a sentence elsewhere.
 */
final class Tokenizer {

  /** Words read of one paragraph; the rest of a longer one is left unread. */
  static final int MAX_TOKENS = 20_000;

  /** Letters of the longest word that an apostrophe or hyphen joins to another. */
  private static final int MAX_CLITIC = 8;

  private final Lexicon lexicon;

  Tokenizer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The tokens of paragraph {@code number}; {@code quotations} are those that touch it. */
  List<Token> tokens(String text, int number, List<Quotation> quotations) {
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 4);
    int next = 0;
    int i = 0;
    while (i < text.length() && tokens.size() < MAX_TOKENS) {
      if (next < quotations.size()) {
        Quotation quotation = quotations.get(next);
        int from = quotation.paragraph() == number ? quotation.open() : 0;
        if (i >= from) {
          int to = quotation.endParagraph() == number ? quotation.close() : text.length();
          tokens.add(new Token(Kind.QUOTE, from, to, "", "", false, false, 0, quotation));
          i = Math.max(i, to);
          next++;
          continue;
        }
      }
      int limit =
          next < quotations.size() && quotations.get(next).paragraph() == number
              ? quotations.get(next).open()
              : text.length();
      int c = text.codePointAt(i);
      if (Letters.isLetterOrDigit(c) || c == '@' || c == '#') {
        int end = wordEnd(text, i, limit);
        tokens.add(word(text, i, end));
        i = end;
      } else {
        int width = Character.charCount(c);
        if (!Letters.isWhiteSpace(c)) {
          String mark = text.substring(i, i + width);
          tokens.add(new Token(Kind.PUNCTUATION, i, i + width, mark, mark, false, false, 0, null));
        }
        i += width;
      }
    }
    return tokens;
  }

  private int wordEnd(String text, int start, int limit) {
    int i = Math.min(limit, Letters.endOfSmall(text, start + 1));
    while (i < limit) {
      char c = text.charAt(i);
      if (Letters.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c)) {
        i++;
      } else if ((c == '\'' || c == '’' || c == '-' || c == '‑' || c == '_' || c == '&')
          && i + 1 < limit
          && Letters.isLetterOrDigit(text.charAt(i + 1))) {
        if (c != '-' && isProclitic(text, start, i + 1)) {
          return i + 1;
        }
        if (c == '-' && isEnclitic(text, i + 1, limit)) {
          return i;
        }
        i += 2;
      } else if (c == '.' && i + 1 < limit && Letters.isLetterOrDigit(text.charAt(i + 1))) {
        i += 2;
      } else {
        break;
      }
    }
    boolean stop = i < limit && text.charAt(i) == '.';
    return stop && takesStop(text, start, i) ? i + 1 : i;
  }

  private static boolean isMark(char c) {
    return c >= 0x80
        && UCharacter.getType(c) == com.ibm.icu.lang.UCharacterCategory.NON_SPACING_MARK;
  }

  /** Whether the full stop behind a word is its own. */
  private boolean takesStop(String text, int start, int end) {
    int length = end - start;
    boolean capital = Letters.isUpper(text.charAt(start));
    boolean initial = length == 1 && capital && text.charAt(start) != 'I';
    boolean dotted = length <= 8 && length >= 3 && text.charAt(start + 1) == '.';
    return initial
        || dotted
        || (length <= 6
            && capital
            && lexicon.is(Section.ABBREVIATION, Lexicon.lower(text.substring(start, end))));
  }

  private boolean isCapitalised(String word) {
    if (isCapital(word.codePointAt(0))) {
      return true;
    }
    if (word.length() > 2 && Letters.isUpper(word.codePointAt(word.length() - 1))) {
      return true;
    }
    int joint = Math.max(word.indexOf('-'), word.indexOf('\''));
    return joint > 0
        && joint + 1 < word.length()
        && isCapital(word.codePointAt(joint + 1))
        && lexicon.is(Section.PARTICLE, Lexicon.lower(word.substring(0, joint)));
  }

  private static boolean isCapital(int c) {
    return Letters.isUpper(c) || (c >= 0x80 && UCharacter.isTitleCase(c));
  }

  /** {@code l'} in {@code l'homme}. */
  private boolean isProclitic(String text, int start, int end) {
    return end - start <= MAX_CLITIC
        && lexicon.is(Section.PROCLITIC, Lexicon.lower(text.substring(start, end)));
  }

  /** {@code il} in {@code dit-il}. */
  private boolean isEnclitic(String text, int start, int limit) {
    int end = start;
    while (end < limit && end - start <= MAX_CLITIC && UCharacter.isLetter(text.charAt(end))) {
      end++;
    }
    return lexicon.is(Section.ENCLITIC, Lexicon.lower(text.substring(start, end)));
  }

  private Token word(String text, int start, int end) {
    boolean ownerOrClause =
        end - start > 2
            && isApostrophe(text, end - 2)
            && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S');
    boolean owner = ownerOrClause && !isSubject(text.substring(start, end - 2));
    boolean owners =
        !ownerOrClause && end - start > 2 && text.charAt(end - 1) == 's' && isApostrophe(text, end);
    return word(text, start, end, owner ? end - 2 : end, owner || owners);
  }

  private static boolean isApostrophe(String text, int at) {
    return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '’');
  }

  /** "he's" and "that's" are clauses, not owners. */
  private static boolean isSubject(String word) {
    return switch (Lexicon.lower(word)) {
      case "he", "she", "it", "that", "there", "who", "what", "let" -> true;
      default -> false;
    };
  }

  private Token word(String text, int start, int end, int bareEnd, boolean possessive) {
    SectionTable listed = lexicon.words();
    int place = listed.find(text, start, bareEnd);
    boolean found = place != SectionTable.NONE;
    String word = found ? listed.word(place) : text.substring(start, bareEnd);
    String lower = found ? word : Lexicon.lower(word);
    if (!found && !lower.equals(word)) {
      place = listed.find(lower, 0, lower.length());
    }
    long sections = place == SectionTable.NONE ? 0 : listed.sections(place);
    boolean capitalised = !found && isCapitalised(word);
    return new Token(Kind.WORD, start, end, word, lower, possessive, capitalised, sections, null);
  }
}
