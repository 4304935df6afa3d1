package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.quote.Lexicon.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells names by their capitals: a run of capitalised words, with particles such as {@code van} and
 * {@code al-} inside, less the titles it opens with. A word that opens a sentence takes its capital
 * from there: it is no name if the article also prints it in lower case.
 */
final class NameRecogniser {

  /** Words in the longest name. */
  private static final int MAX_WORDS = 8;

  /** Letters of the shortest word that is no initial with its stop: "J. Ana Ruiz". */
  private static final int MIN_TRADE = 3;

  private static final int MAX_INITIALS = 5;

  /** Particles in a row: "van der", "de la". */
  static final int MAX_PARTICLES = 3;

  private static final long SMALL_WORDS =
      Section.set(
          Section.DETERMINER,
          Section.PREPOSITION,
          Section.BOUNDARY,
          Section.HE,
          Section.SHE,
          Section.THEY,
          Section.WHO);

  private final Lexicon lexicon;
  private final Vocabulary vocabulary;

  NameRecogniser(Lexicon lexicon, Vocabulary vocabulary) {
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
  }

  /**
   * Whether the token may be part of a name; {@code sentenceStart} is the index of its sentence.
   */
  boolean isNameWord(List<Token> tokens, int i, int sentenceStart) {
    Token token = tokens.get(i);
    if (!token.isCapitalised()) {
      return false;
    }
    if (isOrdinalOfOffice(tokens, i)) {
      return true;
    }
    if (token.is(Section.NOT_A_NAME)) {
      return false;
    }
    if (i == sentenceStart && token.is(Section.CUE_PARTICIPLE)) {
      return false;
    }
    if (isSmallWord(token)) {
      boolean inName =
          i != sentenceStart && i + 1 < tokens.size() && tokens.get(i + 1).isCapitalised();
      return inName && token.is(Section.PARTICLE);
    }
    return i != sentenceStart || token.is(Section.TITLE) || vocabulary.mayOpenWithName(tokens, i);
  }

  /** {@code First Lady Ana Ruiz}: an office that opens with a number. */
  static boolean isOrdinalOfOffice(List<Token> tokens, int i) {
    return tokens.get(i).is(Section.ORDINAL)
        && tokens.get(i).isCapitalised()
        && i + 1 < tokens.size()
        && tokens.get(i + 1).isCapitalised()
        && tokens.get(i + 1).is(Section.TITLE);
  }

  /**
   * Whether an agency or the like runs into the name of whoever told it something: {@code a indiqué
   * à l'AFP Anne Roy}, {@code disse à Lusa Ana Ruiz}.
   */
  boolean isAgencyBeforeName(List<Token> tokens, int i) {
    if (i == 0 || i + 1 >= tokens.size() || isFirstName(tokens.get(i))) {
      return false;
    }
    Token before = tokens.get(i - 1);
    boolean told =
        lexicon.postponesSubjects()
            && (before.is(Section.PREPOSITION) || before.is(Section.DETERMINER));
    boolean known =
        told
            && tokens.get(i).is(Section.AGENCY)
            && i + 2 < tokens.size()
            && tokens.get(i + 1).isCapitalised()
            && tokens.get(i + 2).isCapitalised();
    return known || ((told || isInitials(tokens.get(i))) && isFirstName(tokens.get(i + 1)));
  }

  /** Whether a word is what papers, agencies and stations are called, or one of their names. */
  boolean isMedium(Token token) {
    return token.is(Section.MEDIUM)
        || token.is(Section.AGENCY)
        || (lexicon.capitalisesNouns() && token.isWord() && lexicon.endsWithMedium(token.lower()));
  }

  private static boolean isInitials(Token token) {
    return token.text().length() > 2
        && token.text().length() <= MAX_INITIALS
        && token.text().chars().allMatch(UCharacter::isUpperCase);
  }

  /** Whether every noun takes a capital. */
  boolean capitalisesNouns() {
    return lexicon.capitalisesNouns();
  }

  boolean isFirstName(Token token) {
    return token.is(Section.MALE_NAME) || token.is(Section.FEMALE_NAME);
  }

  private static boolean isSmallWord(Token token) {
    return token.isInAny(SMALL_WORDS);
  }

  /**
   * The name whose last word is at {@code last}, or null.
   *
   * @param from first token that may belong to it
   */
  @Nullable Mention nameEndingAt(List<Token> tokens, int last, int from, int sentenceStart) {
    if (!isNameWord(tokens, last, sentenceStart)) {
      return null;
    }
    int start = last;
    while (start > from && last - start < MAX_WORDS) {
      Token before = tokens.get(start - 1);
      if (before.possessive()) {
        break;
      }
      if (isNameWord(tokens, start - 1, sentenceStart)) {
        start--;
        continue;
      }
      int joint = jointStart(tokens, start, last, from, sentenceStart);
      if (joint == start) {
        break;
      }
      start = joint;
    }
    Token particle = start > from ? tokens.get(start - 1) : null;
    if (particle != null
        && particle.is(Section.PARTICLE)
        && !particle.is(Section.PREPOSITION)
        && !particle.is(Section.DETERMINER)
        && vocabulary.joins(particle, tokens.get(start))) {
      start--;
    }
    boolean noun =
        lexicon.capitalisesNouns()
            && (start == last
                || (tokens.get(start + 1).is(Section.PARTICLE) && !isFirstName(tokens.get(start))))
            && start > 0
            && (tokens.get(start - 1).is(Section.DETERMINER) || isAfterAdjective(tokens, start));
    if (noun) {
      return null;
    }
    return opensWithTrade(tokens, start, last, sentenceStart)
        ? withoutTrade(tokens, start, last)
        : withoutTitles(tokens, start, last);
  }

  /**
   * {@code José Ortega y Gasset}, but neither {@code Perú y Chile} nor {@code Ana Ruiz y Ana Paz}.
   */
  boolean joinsSurnames(List<Token> tokens, int and, int sentenceStart) {
    return and - 2 >= sentenceStart
        && and + 1 < tokens.size()
        && isNameWord(tokens, and - 1, sentenceStart)
        && isNameWord(tokens, and - 2, sentenceStart)
        && isNameWord(tokens, and + 1, sentenceStart)
        && !isFirstName(tokens.get(and + 1))
        && (and + 2 >= tokens.size() || !isNameWord(tokens, and + 2, sentenceStart));
  }

  /**
   * Where a name goes on across particles, or across the "of" in "Secretary of State": the index of
   * the capitalised word before them, or {@code start} if there is none.
   */
  private int jointStart(List<Token> tokens, int start, int last, int from, int sentenceStart) {
    int i = start - 1;
    while (i > from && start - i < MAX_PARTICLES && tokens.get(i).is(Section.PARTICLE)) {
      i--;
    }
    boolean particles = i < start - 1;
    if (particles && tokens.get(i + 1).is(Section.BOUNDARY)) {
      particles = start == last && joinsSurnames(tokens, i + 1, sentenceStart);
      if (!particles) {
        return start;
      }
    }
    if (particles && lexicon.capitalisesNouns() && last > start && !isFirstName(tokens.get(i))) {
      // "den Namen von Ana Ruiz": a noun and a whole name.
      return start;
    }
    if (!particles && i > from && tokens.get(i).lower().equals("of")) {
      i--;
      particles = isTitle(tokens.get(i));
    }
    return particles && i >= from && isNameWord(tokens, i, sentenceStart) ? i : start;
  }

  /** {@code ein älterer Mann}: a word in lower case between the article and the noun. */
  private static boolean isAfterAdjective(List<Token> tokens, int noun) {
    return noun >= 2
        && tokens.get(noun - 1).isWord()
        && !tokens.get(noun - 1).isCapitalised()
        && tokens.get(noun - 2).is(Section.DETERMINER);
  }

  /**
   * {@code Veterinarian Ana Ruiz}: a capital that a sentence gives, or German gives any noun,
   * before a known first name is that of a trade.
   */
  private boolean opensWithTrade(List<Token> tokens, int start, int last, int sentenceStart) {
    return last - start >= 2
        && (start == sentenceStart
            || lexicon.capitalisesNouns()
            || isAgencyBeforeName(tokens, start))
        && !isTitle(tokens.get(start))
        && !lexicon.isFirstName(tokens.get(start).lower())
        && tokens.get(start).text().length() >= MIN_TRADE
        && (lexicon.isFirstName(tokens.get(start + 1).lower())
            || isAgencyBeforeName(tokens, start));
  }

  private @Nullable Mention withoutTrade(List<Token> tokens, int start, int last) {
    Mention name = withoutTitles(tokens, start + 1, last);
    if (name == null || isAgencyBeforeName(tokens, start)) {
      return name;
    }
    String trade = print(tokens, start, start + 1);
    return new Mention(name.kind(), name.written(), trade, "", start, name.to());
  }

  private @Nullable Mention withoutTitles(List<Token> tokens, int start, int last) {
    int name = start;
    String title = "";
    for (int i = start; i < last; i++) {
      if (isTitle(tokens.get(i)) || isOffice(tokens, i, last)) {
        name = i + 1;
        title = tokens.get(i).lower();
        if (name + 1 <= last && tokens.get(name).lower().equals("of")) {
          name += 2;
        }
      }
    }
    boolean surname =
        vocabulary.isSurname(tokens.get(last))
            && (start == 0 || !tokens.get(start - 1).is(Section.DETERMINER));
    if (name > last || (isTitle(tokens.get(last)) && name == last && !surname)) {
      return null;
    }
    String description = saysWhat(tokens, start, name) ? print(tokens, start, name) : null;
    return new Mention(
        Mention.Kind.NAME, print(tokens, name, last + 1), description, title, start, last + 1);
  }

  /** {@code Lock Keeper Ana Ruiz}: what people are, with a capital before a known first name. */
  private boolean isOffice(List<Token> tokens, int i, int last) {
    return i + 2 <= last
        && !tokens.get(i).is(Section.ORGANISATION)
        && tokens.get(i).is(Section.ROLE)
        && isFirstName(tokens.get(i + 1))
        && !isFirstName(tokens.get(i));
  }

  /** Whether a role or a title stands there, other than one of mere courtesy. */
  boolean saysWhat(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (token.is(Section.MEDIUM)) {
        // "dijo a este diario Ana Ruiz": what papers are called is no person's office.
        continue;
      }
      if (token.is(Section.ROLE)
          || (i + 1 < to && isOrdinalOfOffice(tokens, i))
          || (!token.is(Section.TITLE) && isTitle(token))
          || (token.is(Section.TITLE) && !token.is(Section.COURTESY))) {
        return true;
      }
    }
    return false;
  }

  /** A word in lower case that ends as trades do; small words are none. */
  boolean isTrade(Token token) {
    return token.sections() == 0
        && token.isWord()
        && !token.isCapitalised()
        && lexicon.endsWithRole(token.lower());
  }

  boolean isTitle(Token token) {
    return token.is(Section.TITLE)
        || (lexicon.capitalisesNouns()
            && token.isCapitalised()
            && !isFirstName(token)
            && lexicon.endsWithTitle(token.lower()));
  }

  /** Whether a name is one of an organisation or a place by its words. */
  boolean isOrganisation(String name) {
    int space = name.indexOf(' ');
    if (space > 0 && lexicon.is(Section.PLACE_OPENING, Lexicon.lower(name.substring(0, space)))) {
      return true;
    }
    for (String word : name.split(" ", -1)) {
      if (lexicon.is(Section.ORGANISATION, Lexicon.lower(word))) {
        return true;
      }
    }
    return name.indexOf(' ') < 0
        && name.length() <= 5
        && name.length() > 1
        && name.equals(
            com.ibm.icu.lang.UCharacter.toUpperCase(com.ibm.icu.util.ULocale.ROOT, name));
  }

  /** The tokens as text, one space where the text had any. */
  static String print(List<Token> tokens, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (i > from && token.start() > tokens.get(i - 1).end()) {
        text.append(' ');
      }
      text.append(token.text());
      if (token.possessive() && i + 1 < to) {
        text.append(token.end() - token.start() > token.text().length() ? "'s" : "'");
      }
    }
    return text.toString();
  }
}
