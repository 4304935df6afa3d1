package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Mention.Kind;
import io.dateline.extract.quote.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who is the subject of a word of speech, before it or after it. */
final class SubjectFinder {

  /** Commas looked back over for the name that an apposition describes. */
  private static final int MAX_SEGMENTS = 6;

  /** Words between a verb and its subject: "este lunes a la prensa". */
  private static final int MAX_BETWEEN = 6;

  /** Words before a name in what opens a sentence: "In the words of Ana Ruiz". */
  private static final int MAX_OPENING = 4;

  /** Words of a subject that is told by its place alone: "Opponents in the gallery". */
  private static final int MAX_PLAIN = 8;

  /** Letters of the shortest noun that opens one. */
  private static final int MIN_NOUN = 4;

  /** Words that give an age: "de 52 años". */
  private static final int MAX_AGE_WORDS = 3;

  private final List<Token> tokens;
  private final Sentence sentence;
  private final Phrases phrases;
  private final Addressees addressees;

  SubjectFinder(List<Token> tokens, Sentence sentence, NameRecogniser names) {
    this.tokens = tokens;
    this.sentence = sentence;
    this.phrases = new Phrases(tokens, sentence, names);
    this.addressees = new Addressees(tokens, sentence, phrases);
  }

  /** The subject that ends before the token {@code cue}. */
  @Nullable Mention before(int cue) {
    int i = skipAdverbs(cue - 1);
    if (i >= sentence.from() && tokens.get(i).is(')')) {
      i = phrases.beforeParenthesis(i);
    }
    if (i < sentence.from()) {
      return null;
    }
    int addressee = addressees.startOf(i);
    if (addressee > sentence.from()) {
      return before(addressee);
    }
    Token token = tokens.get(i);
    if (token.is(',')) {
      Mention name = beforeApposition(i, true);
      return name != null ? name : beforeApposition(i, false);
    }
    if (!token.isWord()) {
      return null;
    }
    if (token.is(Section.WHO)) {
      return antecedent(i);
    }
    Mention pronoun = phrases.pronoun(i);
    if (pronoun != null) {
      return pronoun;
    }
    Mention found = phrases.endingAt(i, sentence.from());
    return found != null && isGoverned(found) ? before(found.from() - 1) : found;
  }

  /** {@code Ruiz in a low voice said}: what a preposition governs is no subject. */
  private boolean isGoverned(Mention phrase) {
    return phrase.kind() == Kind.NOUN_PHRASE
        && phrase.from() - 2 >= sentence.from()
        && tokens.get(phrase.from() - 1).is(Section.ADVERBIAL)
        && !isQuantity(phrase.from() - 2);
  }

  /** {@code Six in 10 voters}: a part of them, which speaks. */
  private boolean isQuantity(int i) {
    Token token = tokens.get(i);
    return token.is(Section.DETERMINER)
        || token.is(Section.NOT_A_NAME)
        || (token.isWord() && UCharacter.isDigit(token.text().charAt(0)));
  }

  /**
   * {@code Ruiz's answer:} whose words are to come, or null.
   *
   * @param before token that the words start at
   */
  @Nullable Mention possessor(int before) {
    for (int i = sentence.from(); i < before; i++) {
      if (!phrases.isNameWord(i)) {
        continue;
      }
      int end = phrases.endOfName(i);
      boolean owns = tokens.get(end - 1).possessive();
      for (int noun = end; owns && noun < Math.min(before, end + MAX_BETWEEN); noun++) {
        if (tokens.get(noun).is(Section.UTTERANCE)) {
          return phrases.nameStartingAt(i);
        }
      }
      i = end - 1;
    }
    return null;
  }

  /** A noun that stands alone, whatever it is. */
  Mention bare(int i) {
    return new Mention(Kind.NOUN_PHRASE, tokens.get(i).text(), null, "", i, i + 1);
  }

  /** The words that open the sentence and end before the token {@code cue}, if no verb is there. */
  @Nullable Mention plain(int cue) {
    int end = skipAdverbs(cue - 1) + 1;
    int start = sentence.from();
    Token first = tokens.get(start);
    if (end <= start
        || end - start > MAX_PLAIN
        || first.sections() != 0
        || first.text().length() < MIN_NOUN) {
      return null;
    }
    for (int i = start; i < end; i++) {
      if (phrases.isStop(i) || phrases.isSpeech(i)) {
        return null;
      }
    }
    return new Mention(
        Kind.NOUN_PHRASE, NameRecogniser.print(tokens, start, end), null, "", start, end);
  }

  /** The pronoun at {@code i} that a preposition governs: {@code according to him,}. */
  @Nullable Mention governed(int i) {
    boolean alone = i < sentence.to() && (i + 1 == sentence.to() || !tokens.get(i + 1).isWord());
    Token token = alone ? tokens.get(i) : null;
    if (token == null || !(token.is(Section.HIM) || token.is(Section.HER))) {
      return null;
    }
    Kind kind = token.is(Section.HIM) ? Kind.HE : Kind.SHE;
    return new Mention(kind, token.text(), null, "", i, i + 1);
  }

  /** Whoever a phrase such as "according to" names, its last word being before {@code i}. */
  @Nullable Mention source(int i) {
    Mention pronoun = governed(i);
    if (pronoun != null) {
      return pronoun;
    }
    Mention found = after(i - 1);
    boolean runsOn = found != null && found.kind() == Kind.NOUN_PHRASE && found.from() == i;
    // "Per Anna Ruiz il progetto": the name ends where small words begin.
    Mention name = runsOn && phrases.isNameWord(i) ? phrases.nameStartingAt(i) : null;
    return name == null ? found : name;
  }

  /** Whether a name and what describes it, between commas, end before the token {@code cue}. */
  boolean isApposed(int cue) {
    return cue > sentence.from()
        && tokens.get(cue - 1).is(',')
        && beforeApposition(cue - 1, true) != null;
  }

  /** The subject that starts after the token {@code cue}. */
  @Nullable Mention after(int cue) {
    return after(cue, false);
  }

  /**
   * The same.
   *
   * @param dropsSubject whether few words may come between: Spanish "dijo a este diario Ana Ruiz"
   */
  @Nullable Mention after(int cue, boolean dropsSubject) {
    int i = afterHyphens(cue);
    if (i >= sentence.to() || !tokens.get(i).isWord()) {
      return null;
    }
    Mention pronoun = phrases.pronoun(i);
    if (pronoun != null) {
      Token next = i + 1 < sentence.to() ? tokens.get(i + 1) : null;
      boolean ends =
          next == null
              || !next.isWord()
              || next.is(Section.ADVERB)
              || next.is(Section.PREPOSITION)
              || addressees.opensAt(i + 1);
      return ends ? pronoun : null;
    }
    Mention mention = phrases.startingAt(i);
    if (mention == null) {
      return dropsSubject ? afterPreposition(i) : null;
    }
    return mention.kind() == Kind.NAME ? withApposition(mention) : phrases.named(mention);
  }

  /** Where the words go on that hyphens join to the verb: {@code dit-elle, raconte-t-elle}. */
  private int afterHyphens(int cue) {
    int i = cue + 1;
    while (i + 1 < sentence.to() && i - cue < MAX_BETWEEN) {
      boolean joins =
          tokens.get(i).is('-')
              || (i > cue + 1
                  && tokens.get(i).is(Section.ENCLITIC)
                  && phrases.pronoun(i) == null
                  && tokens.get(i + 1).is('-'));
      if (!joins) {
        break;
      }
      i++;
    }
    return i;
  }

  /**
   * The first name or pronoun of the sentence: what it is about, where nothing better is known. A
   * name that a preposition governs comes second: "In Lima, Ruiz …".
   */
  @Nullable Mention first(int before) {
    return first(sentence.from(), before);
  }

  /** The same, from the token {@code start} on. */
  @Nullable Mention first(int start, int before) {
    Mention governed = null;
    if (start < before && tokens.get(start).is(Section.DETERMINER)) {
      Mention phrase = phrases.startingAt(start);
      if (phrase != null && phrase.to() < before) {
        return phrases.named(phrase);
      }
    }
    for (int i = start; i < Math.min(before, sentence.to()); i++) {
      Mention pronoun = phrases.pronoun(i);
      if (pronoun != null && pronoun.kind() != Kind.OTHER_PRONOUN) {
        return pronoun;
      }
      if (!phrases.isNameWord(i)) {
        continue;
      }
      int end = phrases.endOfName(i);
      Mention name = phrases.nameStartingAt(i);
      if (name != null && !tokens.get(end - 1).possessive()) {
        if (i == sentence.from() || !phrases.isPreposition(i - 1)) {
          return name;
        }
        governed = governed == null ? name : governed;
      }
      i = end - 1;
    }
    return governed;
  }

  private @Nullable Mention afterPreposition(int start) {
    int i = start;
    while (i < sentence.to() && i - start < MAX_BETWEEN && isSmall(i)) {
      i++;
    }
    // An agency, not the name: "a indiqué à l'AFP Anne Roy".
    if (i > start && i + 1 < sentence.to() && phrases.isAgencyBeforeName(i)) {
      i++;
    } else if (i > start
        && i < sentence.to()
        && phrases.isNameWord(i)
        && addressees.isTold(i, start)) {
      return behindAddressee(i);
    }
    if (i == start || i >= sentence.to() || !phrases.isNameWord(i)) {
      return null;
    }
    Mention name = phrases.startingAt(i);
    boolean closed =
        name != null
            && name.kind() == Kind.NAME
            && (name.to() >= sentence.to() || tokens.get(name.to()).isAny(".,;("));
    return closed && name != null ? withApposition(name) : null;
  }

  /** {@code dijo a Efe el alcalde, Ana Ruiz}: the subject behind the name of whom it was told. */
  private @Nullable Mention behindAddressee(int name) {
    int i = phrases.endOfName(name);
    // Polish has no articles: "mówił w Sejmie premier Jan Nowak".
    boolean opens =
        i < sentence.to()
            && (tokens.get(i).is(Section.DETERMINER)
                || tokens.get(i).is(Section.TITLE)
                || tokens.get(i).is(Section.ROLE));
    Mention mention = opens ? phrases.startingAt(i) : null;
    if (mention == null) {
      return null;
    }
    return mention.kind() == Kind.NAME ? withApposition(mention) : phrases.named(mention);
  }

  private boolean isSmall(int i) {
    Token token = tokens.get(i);
    return token.isWord() && !token.isCapitalised() && !token.is(Section.BOUNDARY);
  }

  /** All names of the sentence, in order. */
  List<Mention> all() {
    List<Mention> found = new ArrayList<>();
    for (int i = sentence.from(); i < sentence.to(); i++) {
      if (!phrases.isNameWord(i)) {
        continue;
      }
      Mention name = phrases.nameStartingAt(i);
      if (name != null) {
        found.add(withApposition(describedBefore(name)));
      }
      i = phrases.endOfName(i) - 1;
    }
    return found;
  }

  /** {@code The mayor of Lima, Ana Ruiz}: what stands between commas before her describes her. */
  private Mention describedBefore(Mention name) {
    int comma = name.from() - 1;
    if (name.description() != null || comma <= sentence.from() || !tokens.get(comma).is(',')) {
      return name;
    }
    int start = segmentStart(comma);
    for (int i = comma - 2; i >= start; i--) {
      if (tokens.get(i).is(Section.BOUNDARY)) {
        start = i + 1;
        break;
      }
    }
    Mention described = describedFrom(start, comma, name);
    for (int i = comma - 2; described == null && i > start; i--) {
      // "It came from a pupil, Ana Ruiz": the last article opens what she is.
      if (tokens.get(i).is(Section.ARTICLE) && !tokens.get(i - 1).lower().equals("of")) {
        described = describedFrom(i, comma, name);
        break;
      }
    }
    return described == null ? name : described;
  }

  private @Nullable Mention describedFrom(int start, int comma, Mention name) {
    if (start >= comma || !tokens.get(start).is(Section.DETERMINER)) {
      return null;
    }
    Mention phrase = phrases.startingAt(start);
    if (phrase != null && phrase.kind() == Kind.NAME && phrases.isOfficeOf(start, comma, name)) {
      return name.described(phrases.printWithoutArticle(start, comma));
    }
    Mention named = phrase == null ? name : phrases.named(phrase);
    boolean hers = named.written().equals(name.written()) && named.description() != null;
    return hers ? named : null;
  }

  /** {@code Ruiz, who said}: whom the "who" stands for. */
  private @Nullable Mention antecedent(int who) {
    int i = who - 1;
    if (i >= sentence.from() && tokens.get(i).is(',')) {
      i--;
    }
    return i >= sentence.from() && tokens.get(i).isWord()
        ? phrases.endingAt(i, sentence.from())
        : null;
  }

  private int skipAdverbs(int start) {
    int i = start;
    while (i >= sentence.from() && tokens.get(i).isWord() && isAdverb(i, i < start)) {
      i--;
    }
    return i;
  }

  /** An adverb, an auxiliary, or what remains of "on Monday". */
  private boolean isAdverb(int i, boolean afterAnother) {
    Token token = tokens.get(i);
    if (token.isCapitalised()) {
      return token.is(Section.ADVERB) && token.is(Section.NOT_A_NAME);
    }
    return token.is(Section.ADVERB)
        || (token.lower().length() > 4 && token.lower().endsWith("ly"))
        || (afterAnother && token.is(Section.PREPOSITION) && tokens.get(i + 1).isCapitalised());
  }

  /** {@code Ana Ruiz, 45, a nurse, said}: the segment that is a name is the subject. */
  private @Nullable Mention beforeApposition(int comma, boolean namesOnly) {
    int end = comma;
    Mention nearest = null;
    for (int n = 0; n < MAX_SEGMENTS && end > sentence.from(); n++) {
      int start = segmentStart(end);
      Mention phrase = phraseOf(start, end);
      if (phrase != null) {
        boolean place = start - 1 > sentence.from() && startsWithPreposition(start - 1);
        if (phrase.kind() == Kind.NAME && !place && isPremodified(start, phrase.from())) {
          return (end < comma ? withApposition(phrase) : phrase).endingAt(comma);
        }
        boolean beforeWho = n == 1 && phrase.kind() == Kind.NOUN_PHRASE && startsWithWho(comma);
        if (nearest == null || beforeWho) {
          nearest = phrase.endingAt(comma);
        }
      }
      end = start - 1;
      if (end < sentence.from() || !tokens.get(end).is(',')) {
        break;
      }
    }
    return namesOnly ? null : nearest;
  }

  private @Nullable Mention phraseOf(int start, int end) {
    int last = end - 1;
    if (last >= start && tokens.get(last).is(')')) {
      last = phrases.beforeParenthesis(last);
    }
    return last >= start && tokens.get(last).isWord() ? phrases.endingAt(last, start) : null;
  }

  private boolean startsWithWho(int comma) {
    int start = segmentStart(comma);
    return start < comma && tokens.get(start).is(Section.WHO);
  }

  private boolean startsWithPreposition(int comma) {
    int start = segmentStart(comma);
    return start < comma && start > sentence.from() && phrases.isPreposition(start);
  }

  private int segmentStart(int end) {
    int i = end - 1;
    while (i >= sentence.from() && !tokens.get(i).isAny(",;:—–") && !tokens.get(i).isQuote()) {
      i--;
    }
    return i + 1;
  }

  /** Whether only words that describe stand between the segment's start and the name. */
  private boolean isPremodified(int start, int name) {
    for (int i = start; i < name; i++) {
      if (!tokens.get(i).isWord() || phrases.isStop(i) || phrases.isPreposition(i)) {
        boolean as = i == start && tokens.get(i).lower().equals("as");
        return (i > start || as) && tokens.get(i).is(Section.BOUNDARY);
      }
    }
    return true;
  }

  /** {@code Ana Ruiz, 52, a nurse in Lima}: what stands between the next commas describes her. */
  private Mention withApposition(Mention name) {
    int comma = name.to();
    if (comma < sentence.to() && tokens.get(comma).is('(')) {
      while (comma < sentence.to() && !tokens.get(comma).is(')')) {
        comma++;
      }
      comma++;
    }
    if (name.description() != null || !isCommaBeforeWord(comma)) {
      return name;
    }
    int end = segmentEnd(comma);
    if (isAge(comma + 1, end) && isCommaBeforeWord(end)) {
      comma = end;
      end = segmentEnd(comma);
    }
    Token first = tokens.get(comma + 1);
    boolean describes =
        !first.is(Section.BOUNDARY)
            && !first.is(Section.WHO)
            && !startsClause(name, end)
            && !phrases.isPreposition(comma + 1)
            && phrases.describes(comma + 1, end);
    return describes
        ? name.described(phrases.printWithoutArticle(comma + 1, end)).endingAt(end)
        : name;
  }

  /**
   * {@code According to Ruiz, the bridge “is fine”}: whether the sentence begins behind the comma;
   * what describes somebody ends at another.
   */
  private boolean startsClause(Mention name, int end) {
    if (end < sentence.to() && tokens.get(end).isQuote()) {
      return !phrases.saysWhat(name.to(), end);
    }
    int start = name.from() - 1;
    if (start < sentence.from()
        || start - sentence.from() >= MAX_OPENING
        || !phrases.isPreposition(start)
        || (end < sentence.to() && tokens.get(end).is(','))) {
      return false;
    }
    for (int i = sentence.from(); i < start; i++) {
      if (!tokens.get(i).isWord() || tokens.get(i).is(Section.VERB) || phrases.isSpeech(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isCommaBeforeWord(int comma) {
    return comma + 1 < sentence.to() && tokens.get(comma).is(',') && tokens.get(comma + 1).isWord();
  }

  private int segmentEnd(int comma) {
    int end = comma + 1;
    while (end < sentence.to()
        && end - comma < Phrases.MAX_WORDS
        && !tokens.get(end).isAny(",;:.()")
        && !tokens.get(end).isQuote()
        && !tokens.get(end).is(Section.WHO)) {
      end++;
    }
    return end;
  }

  /** {@code 52}, {@code aged 52}, {@code 52 ans}. */
  private boolean isAge(int from, int to) {
    boolean number = false;
    for (int i = from; i < to; i++) {
      number |= UCharacter.isDigit(tokens.get(i).text().codePointAt(0));
    }
    return number && to - from <= MAX_AGE_WORDS;
  }
}
