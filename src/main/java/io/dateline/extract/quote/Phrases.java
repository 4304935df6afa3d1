package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Mention.Kind;
import io.dateline.extract.quote.Sentences.Sentence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads names, pronouns and noun phrases at given places of a sentence. */
final class Phrases {

  /** Words in the longest noun phrase that is read. */
  static final int MAX_WORDS = 25;

  /** Words before the role in an apposition: "a longtime foreign policy adviser". */
  private static final int MAX_WORDS_TO_ROLE = 6;

  /** Words that say what somebody is, between a comma and the name: "antiques dealer". */
  private static final int MAX_WORDS_BEFORE_NAME = 3;

  /** Words that join two trades of one person. */
  private static final Set<String> AND = Set.of("and", "und", "y", "e", "et", "en", "och", "i");

  /** German articles before the field of an office. */
  private static final Set<String> GENITIVE = Set.of("des", "der");

  private static final long STOPS =
      Section.set(Section.BOUNDARY, Section.HE, Section.SHE, Section.THEY, Section.WHO);

  private static final long PRONOUNS = Section.set(Section.HE, Section.SHE, Section.THEY);

  private final List<Token> tokens;
  private final Sentence sentence;
  private final NameRecogniser names;

  Phrases(List<Token> tokens, Sentence sentence, NameRecogniser names) {
    this.tokens = tokens;
    this.sentence = sentence;
    this.names = names;
  }

  /** The pronoun at {@code i} that can speak, or null. */
  @Nullable Mention pronoun(int i) {
    Token token = tokens.get(i);
    if (!token.isInAny(PRONOUNS)) {
      return null;
    }
    Kind kind =
        token.is(Section.HE) ? Kind.HE : token.is(Section.SHE) ? Kind.SHE : Kind.OTHER_PRONOUN;
    return new Mention(kind, token.text(), null, "", i, i + 1);
  }

  /** The name or noun phrase whose last word is at {@code last}, or null. */
  @Nullable Mention endingAt(int last, int from) {
    if (last < from || isStop(last)) {
      return null;
    }
    int start = last;
    while (start > from && last - start < MAX_WORDS && !isStop(start - 1)) {
      start--;
    }
    Mention name = name(last, start);
    if (name != null && !isObject(name.from() - 1, start)) {
      return described(name, start);
    }
    for (int i = last; i > start + 1; i--) {
      // "Ana Ruiz in a letter said": the name ends before what only says how.
      if (tokens.get(i).is(Section.ADVERBIAL) && isNameWord(i - 1) && isNameWord(i - 2)) {
        return endingAt(i - 1, start);
      }
    }
    int head = head(start, last);
    return isNounPhrase(head, last + 1) ? phrase(head, last + 1) : null;
  }

  /** The name or noun phrase whose first word is at {@code first}, or null. */
  @Nullable Mention startingAt(int first) {
    int end = endOf(first);
    if (end == first) {
      return null;
    }
    Mention coordinated = coordinated(first, end);
    if (coordinated != null) {
      return coordinated;
    }
    Mention name = name(end - 1, first);
    if (name != null && !isFieldOfOffice(name, first)) {
      return described(name, first);
    }
    if (!isNounPhrase(first, end)) {
      return null;
    }
    // "the group's head of policy Ana Ruiz": the phrase runs into the name of whom it describes.
    Mention led = nameLedUpTo(first, end);
    if (led != null) {
      return led;
    }
    int whole = end;
    while (whole < sentence.to() && isPreposition(whole) && whole - first < MAX_WORDS) {
      int next = endOf(whole + 1);
      if (next <= whole + 1) {
        break;
      }
      whole = next;
    }
    return phrase(first, whole);
  }

  /**
   * {@code the mayor of Lima, Ana Ruiz,}: the name that a phrase leads up to, described by it, or
   * the phrase itself.
   */
  Mention named(Mention phrase) {
    int first = phrase.to() + 1;
    if (phrase.kind() != Kind.NOUN_PHRASE
        || first >= sentence.to()
        || !tokens.get(first - 1).is(',')) {
      return phrase;
    }
    int start = nameStart(first);
    if (start < 0) {
      return phrase;
    }
    Mention name = nameStartingAt(start);
    boolean apposed =
        name != null
            && (names.saysWhat(tokens, phrase.from(), phrase.to()) || isTradeOf(phrase, name))
            && (name.to() >= sentence.to() || tokens.get(name.to()).isAny(",.;("));
    if (name == null || !apposed) {
      return phrase;
    }
    return name.description() != null
        ? name
        : name.described(printWithoutArticle(phrase.from(), phrase.to()));
  }

  /**
   * {@code die Sprecherin der Deutschen Bahn}: what somebody holds an office of, in the genitive.
   */
  private boolean isFieldOfOffice(Mention name, int first) {
    int article = name.from() - 1;
    return names.capitalisesNouns()
        && article - 1 > first
        && GENITIVE.contains(tokens.get(article).lower())
        && tokens.get(first).is(Section.DETERMINER)
        && (tokens.get(article - 1).is(Section.ROLE) || names.isTitle(tokens.get(article - 1)))
        && !names.isFirstName(tokens.get(name.from()))
        && name.description() == null;
  }

  /** {@code actor and director Ana Ruiz}: the name that both describe, or null. */
  private @Nullable Mention coordinated(int first, int and) {
    if (and >= sentence.to() || !AND.contains(tokens.get(and).lower())) {
      return null;
    }
    int end = endOf(and + 1);
    Mention name = end > and + 1 ? name(end - 1, and + 1) : null;
    Mention right = name == null ? null : described(name, and + 1);
    boolean both =
        right != null
            && right.from() == and + 1
            && right.description() != null
            && right.written().indexOf(' ') > 0
            && isWhat(first, and);
    return right != null && both
        ? new Mention(
            right.kind(),
            right.written(),
            printWithoutArticle(first, bareStart(right)),
            right.title(),
            first,
            right.to())
        : null;
  }

  /** Whether the words say what somebody is; in German a single noun may. */
  private boolean isWhat(int from, int to) {
    Token last = tokens.get(to - 1);
    boolean noun =
        names.capitalisesNouns() && to - from == 1 && !names.isFirstName(tokens.get(from));
    return noun || names.isTrade(last) || names.saysWhat(tokens, to - 1, to);
  }

  /** {@code the group's head of policy Ana Ruiz}: the name that ends such a phrase, or null. */
  private @Nullable Mention nameLedUpTo(int first, int end) {
    int last = end;
    while (last < sentence.to() && isPreposition(last) && last - first < MAX_WORDS) {
      int next = endOf(last + 1);
      if (next <= last + 1) {
        break;
      }
      last = next;
    }
    Mention name = last > end ? name(last - 1, end) : null;
    if (name == null
        || name.to() != last
        || name.description() != null
        || !names.isFirstName(tokens.get(name.from()))
        || name.written().indexOf(' ') < 0
        || isPreposition(name.from() - 1)) {
      return null;
    }
    Mention described = described(name, first);
    return described.description() == null || described.from() > first + 1 ? null : described;
  }

  /** {@code La ministre des Transports, Anne Roy}: an office whose field has a capital. */
  boolean isOfficeOf(int start, int comma, Mention name) {
    return name.written().indexOf(' ') > 0
        && comma - start <= MAX_WORDS_TO_ROLE
        && start + 1 < comma
        && !isNameWord(start + 1)
        && tokens.get(start + 1).is(Section.ROLE);
  }

  /** {@code The buyer, antiques dealer Ana Ruiz,}: where the name starts, or -1. */
  private int nameStart(int first) {
    int i = first;
    while (i < sentence.to() && i - first < MAX_WORDS_BEFORE_NAME && !isNameWord(i)) {
      if (!isModifier(i)) {
        return -1;
      }
      i++;
    }
    return i < sentence.to() && isNameWord(i) ? i : -1;
  }

  /**
   * {@code the brewer, Ana Ruiz}: before a full name and a comma, what an article opens is what the
   * person is, though no list of trades knows it.
   */
  private boolean isTradeOf(Mention phrase, Mention name) {
    return name.written().indexOf(' ') > 0
        && phrase.to() - phrase.from() <= MAX_WORDS_TO_ROLE
        && tokens.get(phrase.from()).is(Section.DETERMINER)
        && (!isNameWord(phrase.to() - 1) || isPreposition(phrase.to() - 2));
  }

  /** The words of an apposition, its article or possessive left out: not the "one" of "one of". */
  String printWithoutArticle(int from, int to) {
    boolean article =
        from + 1 < to && tokens.get(from).is(Section.DETERMINER) && !isPreposition(from + 1);
    return NameRecogniser.print(tokens, article ? from + 1 : from, to);
  }

  /** The name that starts at {@code first}, or null; {@code first} must be a word of a name. */
  @Nullable Mention nameStartingAt(int first) {
    int end = endOfName(first);
    Mention name = name(end - 1, first);
    return name == null ? null : described(name, sentence.from());
  }

  /** Index after the run of name words that starts at {@code first}. */
  int endOfName(int first) {
    int end = first + 1;
    while (end < sentence.to() && continuesName(end)) {
      end++;
    }
    return end;
  }

  boolean isNameWord(int i) {
    return names.isNameWord(tokens, i, sentence.from());
  }

  /** {@code a indiqué à l'AFP Anne Roy}: whether the word is the body she told it to. */
  boolean isAgencyBeforeName(int i) {
    return names.isAgencyBeforeName(tokens, i);
  }

  boolean saysWhat(int from, int to) {
    return names.saysWhat(tokens, from, to);
  }

  boolean isFirstName(int i) {
    return names.isFirstName(tokens.get(i));
  }

  boolean isMedium(int i) {
    return names.isMedium(tokens.get(i));
  }

  /**
   * {@code sagte Jens Ahlers der Zeitung}: whether a German article behind a name opens the words
   * for whoever was spoken to; behind an office it opens those of the office.
   */
  private boolean opensAddressee(int i, int start) {
    if (i <= start || !tokens.get(i).is(Section.DATIVE) || !isNameWord(i - 1)) {
      return false;
    }
    Token last = tokens.get(i - 1);
    boolean whole = i - 2 >= start && (isNameWord(i - 2) || tokens.get(i - 2).is(Section.PARTICLE));
    boolean surname = i - 1 == start && start > sentence.from() && isSpeech(start - 1);
    return (whole || surname) && !last.is(Section.ROLE) && !names.isTitle(last);
  }

  boolean isPreposition(int i) {
    return tokens.get(i).is(Section.PREPOSITION);
  }

  boolean isSpeech(int i) {
    Token token = tokens.get(i);
    return token.is(Section.CUE)
        || token.is(Section.CUE_FRAGMENT)
        || token.is(Section.CUE_PARTICIPLE);
  }

  /** What no noun phrase runs over. A capital inside a sentence makes a name of "will". */
  boolean isStop(int i) {
    Token token = tokens.get(i);
    if (!token.isWord()) {
      boolean dash = token.is('-') && i > 0 && token.start() > tokens.get(i - 1).end();
      return dash || !token.isAny("&/-’'");
    }
    boolean verb =
        token.is(Section.VERB)
            && (i == sentence.from() || !token.isCapitalised() || token.lower().indexOf('\'') > 0);
    return verb || token.isInAny(STOPS);
  }

  /** Index before the parenthesis that closes at {@code close}, or before the sentence. */
  int beforeParenthesis(int close) {
    for (int i = close - 1; i >= sentence.from() && close - i < MAX_WORDS; i--) {
      if (tokens.get(i).is('(')) {
        return i - 1;
      }
    }
    return sentence.from() - 1;
  }

  /** Whether a role comes soon and no verb before it: "a nurse in Lima", not "met the nurse". */
  boolean describes(int from, int to) {
    for (int i = from; i < to && i < from + MAX_WORDS_TO_ROLE; i++) {
      Token token = tokens.get(i);
      if (token.is(Section.ROLE) || (names.isTitle(token) && from + 1 < to)) {
        return true;
      }
      if (names.isTrade(token) && (i + 1 >= to || isPreposition(i + 1))) {
        return true;
      }
      if (isSpeech(i) || token.is(Section.VERB)) {
        return false;
      }
    }
    if (from + 1 >= to) {
      return false;
    }
    // "Ana Ruiz, die im Hafen wohnt,": a German clause ends with its verb, a noun has a capital.
    boolean clause = names.capitalisesNouns() && !tokens.get(to - 1).isCapitalised();
    boolean part =
        tokens.get(from).is(Section.DETERMINER)
            && !tokens.get(from).is(Section.ARTICLE)
            && isPreposition(from + 1);
    return (tokens.get(from).is(Section.ARTICLE) && !clause) || part;
  }

  private @Nullable Mention name(int last, int from) {
    int first = from;
    return names.nameEndingAt(tokens, last, first, sentence.from());
  }

  private Mention phrase(int from, int to) {
    String text = NameRecogniser.print(tokens, from, to);
    return new Mention(Kind.NOUN_PHRASE, text, null, "", from, to);
  }

  /**
   * Whether a preposition makes the name part of a phrase: "an adviser to Ruiz", "a lawyer for the
   * actress Ana Ruiz".
   */
  private boolean isObject(int before, int start) {
    int preposition = before;
    while (preposition > start
        && !tokens.get(preposition).isCapitalised()
        && !isPreposition(preposition)
        && names.isTitle(tokens.get(preposition))) {
      preposition--;
    }
    if (preposition < before
        && preposition > start
        && tokens.get(preposition).is(Section.ARTICLE)) {
      preposition--;
    }
    if (preposition <= start || !isPreposition(preposition)) {
      return false;
    }
    for (int i = start; i < preposition; i++) {
      Token token = tokens.get(i);
      if (!token.is(Section.ADVERB) && !token.is(Section.NOT_A_NAME)) {
        return true;
      }
    }
    return false;
  }

  /** Where the phrase itself starts: at its first article that no preposition governs. */
  private int head(int start, int last) {
    int head = start;
    for (int i = start; i <= last; i++) {
      if (tokens.get(i).is(Section.DETERMINER) && (i == start || !isPreposition(i - 1))) {
        head = i;
        break;
      }
    }
    while (head < last
        && tokens.get(head).is(Section.NOT_A_NAME)
        && !tokens.get(head).is(Section.DETERMINER)) {
      head++;
    }
    return head;
  }

  private int endOf(int start) {
    int end = start;
    while (end < sentence.to() && end - start < MAX_WORDS && !endsPhrase(end, start)) {
      end++;
    }
    return end;
  }

  private boolean endsPhrase(int i, int start) {
    Token token = tokens.get(i);
    return (isStop(i) && !joinsSurnames(i, start))
        || opensAddressee(i, start)
        || (isPreposition(i) && !isJoint(i, start))
        || (i > start && !token.isCapitalised() && token.is(Section.ADVERB))
        || (i > start
            && !token.isCapitalised()
            && isSpeech(i)
            && !tokens.get(i - 1).is(Section.DETERMINER))
        || (token.isCapitalised()
            && token.is(Section.NOT_A_NAME)
            && !token.is(Section.DETERMINER)
            && !NameRecogniser.isOrdinalOfOffice(tokens, i))
        || token.is(Section.CUE_PARTICIPLE);
  }

  /** The "y" in "José Ortega y Gasset". */
  private boolean joinsSurnames(int i, int start) {
    return i > start
        && tokens.get(i).is(Section.PARTICLE)
        && names.joinsSurnames(tokens, i, sentence.from());
  }

  /** A particle inside a name, or the "of" inside a title. */
  private boolean isJoint(int i, int start) {
    return i > start
        && i + 1 < sentence.to()
        && (tokens.get(i - 1).isCapitalised() || tokens.get(i - 1).is(Section.PARTICLE))
        && (tokens.get(i + 1).isCapitalised() || tokens.get(i + 1).is(Section.PARTICLE))
        && (tokens.get(i).is(Section.PARTICLE)
            || (tokens.get(i).lower().equals("of") && names.isTitle(tokens.get(i - 1))));
  }

  private boolean continuesName(int i) {
    if (tokens.get(i - 1).possessive() || !tokens.get(i).isWord()) {
      return false;
    }
    return isNameWord(i) || leadsToName(i);
  }

  /** Whether particles stand here, and a word of a name after them: "van der Berg". */
  private boolean leadsToName(int i) {
    int end = i;
    while (end + 1 < sentence.to()
        && end - i < NameRecogniser.MAX_PARTICLES
        && tokens.get(end).is(Section.PARTICLE)) {
      end++;
    }
    if (end > i && tokens.get(i).is(Section.BOUNDARY)) {
      return end == i + 1 && names.joinsSurnames(tokens, i, sentence.from());
    }
    return end > i && isNameWord(end);
  }

  private boolean isNounPhrase(int from, int to) {
    boolean noun = false;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (!token.isWord()) {
        return false;
      }
      noun |=
          token.is(Section.ROLE)
              || names.isTitle(token)
              || (i + 1 == to && names.isTrade(token))
              || isNameWord(i)
              || (i == from && to - from > 1 && token.is(Section.DETERMINER));
    }
    return noun;
  }

  /** Adds the words before the name that say what the person is. */
  private Mention described(Mention name, int from) {
    int start = name.from();
    while (start > from && isModifier(start - 1) && !isGermanVerb(start - 1, from)) {
      start--;
    }
    int bare = bareStart(name);
    boolean says =
        start < bare && (names.saysWhat(tokens, start, bare) || isTradeBefore(name, start, from));
    if (!says) {
      start = officeStart(name, start, from);
    } else if (start - 2 >= from
        && AND.contains(tokens.get(start - 1).lower())
        && isModifier(start - 2)
        && isWhat(start - 2, start - 1)) {
      // "actor and director Ana Ruiz"
      start -= 2;
      while (start > from && isModifier(start - 1) && names.saysWhat(tokens, start - 1, start)) {
        start--;
      }
    }
    if (start < 0 || start >= bare) {
      return name;
    }
    String description = NameRecogniser.print(tokens, start, bare);
    return new Mention(name.kind(), name.written(), description, name.title(), start, name.to());
  }

  /** {@code said roofer Ana Ruiz}: one word more, and it ends as trades do. */
  private boolean isTradeBefore(Mention name, int start, int from) {
    boolean opens = start == from || !tokens.get(start - 1).isWord() || isSpeech(start - 1);
    return opens
        && start == name.from() - 1
        && names.isTrade(tokens.get(start))
        && names.isFirstName(tokens.get(name.from()));
  }

  /**
   * {@code the group's head of policy Ana Ruiz}: where an office starts whose field stands between
   * it and the name, or -1.
   */
  private int officeStart(Mention name, int field, int from) {
    int start = field - 1;
    // "die Vorsitzende des Imkerbunds Ana Ruiz": the German genitive needs no preposition.
    boolean genitive =
        names.capitalisesNouns() && start > from && GENITIVE.contains(tokens.get(start).lower());
    if (!genitive && start > from && tokens.get(start).is(Section.ARTICLE)) {
      start--;
    }
    boolean joint = start > from && (genitive || isPreposition(start));
    if (!joint || field >= bareStart(name) || tokens.get(start).lower().equals("to")) {
      return -1;
    }
    while (start > from
        && name.from() - start < MAX_WORDS_TO_ROLE
        && (isModifier(start - 1) || isPreposition(start - 1))) {
      start--;
    }
    boolean office = false;
    for (int i = start; i < field && !isPreposition(i); i++) {
      office |= names.saysWhat(tokens, i, i + 1);
    }
    return office && names.isFirstName(tokens.get(bareStart(name))) ? start : -1;
  }

  /** {@code Die Pläne zeigte Baureferent Orr}: in lower case between nouns stands a verb. */
  private boolean isGermanVerb(int i, int from) {
    return names.capitalisesNouns()
        && !tokens.get(i).isCapitalised()
        && i > from
        && tokens.get(i - 1).isCapitalised()
        && !tokens.get(i - 1).is(Section.DETERMINER);
  }

  private boolean isModifier(int i) {
    Token token = tokens.get(i);
    return token.isWord()
        && !isStop(i)
        && !isSpeech(i)
        && !isPreposition(i)
        && !token.is(Section.DETERMINER)
        && !token.is(Section.ADVERB)
        && !token.is(Section.NOT_A_NAME);
  }

  /** Index of the first word of the name itself, its titles left out. */
  private int bareStart(Mention name) {
    int start = name.to();
    int length = 0;
    while (start > name.from() && length < name.written().length()) {
      start--;
      length += tokens.get(start).text().length() + 1;
    }
    return start;
  }
}
