package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words of speech in a sentence with their subjects, and which of them a quote obeys. */
final class AttributionFinder {

  /** Words between a verb and the fragment that it governs at once: "called the plan". */
  private static final int TIGHT = 4;

  /** Letters from which a headline gives a word its capital, whatever it is. */
  private static final int MIN_WEIGHT = 4;

  /** Words of that length in the shortest headline that is told by its capitals. */
  private static final int MIN_HEADLINE = 3;

  /** Words before whoever did what a passive verb says. */
  private static final Set<String> AGENT = Set.of("by", "von", "vom", "par", "por", "da");

  private static final long WORDS_OF_SPEECH =
      Section.set(Section.CUE, Section.CUE_PARTICIPLE, Section.CUE_FRAGMENT);

  private final List<Token> tokens;
  private final Sentence sentence;
  private final Lexicon lexicon;
  private final SubjectFinder subjects;

  /** Whether the sentence is printed as a headline, with a capital on each word of weight. */
  private final boolean headline;

  AttributionFinder(List<Token> tokens, Sentence sentence, Lexicon lexicon, NameRecogniser names) {
    this.tokens = tokens;
    this.sentence = sentence;
    this.lexicon = lexicon;
    this.subjects = new SubjectFinder(tokens, sentence, names);
    this.headline = !lexicon.capitalisesNouns() && isHeadline();
  }

  /** Whether the sentence is printed as a headline, so that capitals run on behind a name. */
  boolean isInHeadline() {
    return headline;
  }

  SubjectFinder subjects() {
    return subjects;
  }

  /** All attributions of the sentence, by the place of their cue. */
  List<Attribution> find() {
    List<Attribution> found = new ArrayList<>();
    for (int i = sentence.from(); i < sentence.to(); i++) {
      Token token = tokens.get(i);
      if (!token.isWord()) {
        continue;
      }
      int phrase = sourceLength(i);
      Attribution attribution =
          phrase > 0 ? source(i, phrase) : token.possessive() ? null : cue(i, token, found);
      if (attribution != null) {
        found.add(attribution);
      }
    }
    return found.size() > 1 ? withoutUnnamed(found) : found;
  }

  /** Whoever a passive leaves out counts where nobody else is to be had. */
  private static List<Attribution> withoutUnnamed(List<Attribution> found) {
    List<Attribution> named = new ArrayList<>(found.size());
    for (Attribution attribution : found) {
      if (!isUnnamed(attribution)) {
        named.add(attribution);
      }
    }
    return named.isEmpty() ? found : named;
  }

  private static boolean isUnnamed(Attribution attribution) {
    Mention speaker = attribution.speaker();
    return speaker != null && speaker.kind() == Mention.Kind.UNNAMED;
  }

  /** The attribution that the quote at token {@code at} obeys, or null. */
  @Nullable Attribution governing(int at, List<Attribution> found) {
    Attribution before = null;
    Attribution after = null;
    for (Attribution attribution : found) {
      if (attribution.cueAt() < at) {
        before = attribution;
      } else if (after == null && !isFragmentOnly(attribution)) {
        after = attribution;
      }
    }
    if (after == null || before == null) {
      return before != null ? before : after;
    }
    int gap = after.from() - at - 1;
    boolean next = gap <= 0 || (gap == 1 && tokens.get(at + 1).isAny(",—–-"));
    if (isQuotedAsAfter(at, after)) {
      return after;
    }
    if (isInSubordinate(at)) {
      return before;
    }
    if (next && tokens.get(sentence.from()).is(Section.BOUNDARY) && tokens.get(at - 1).is(',')) {
      // "When he announced it, “the hall went quiet,” she writes."
      return after;
    }
    boolean tight = at - before.cueAt() <= TIGHT && !tokens.get(at - 1).is('.');
    return next && !tight ? after : before;
  }

  /**
   * Where a quote at {@code first} goes on behind its attribution, between commas or dashes: {@code
   * “The roof,” Ana said, “leaks.”}; -1 if nowhere.
   */
  int otherHalf(int first, List<Attribution> found) {
    if (first > sentence.from() && tokens.get(first - 1).isWord()) {
      return -1;
    }
    int second = first + 1;
    int limit = Math.min(sentence.to(), first + Phrases.MAX_WORDS);
    while (second < limit && !tokens.get(second).isQuote()) {
      second++;
    }
    if (second >= limit || !tokens.get(second - 1).isAny(",—–-")) {
      return -1;
    }
    Attribution between = governing(first, found);
    boolean split =
        between != null
            && between.from() > first
            && between.cueAt() > first
            && between.from() - first <= 2
            && between.equals(governing(second, found));
    return split ? second : -1;
  }

  /**
   * {@code Although Ruiz admitted that it was "a mess," he claimed}: words inside the clause that a
   * conjunction opens belong to that clause.
   */
  private boolean isInSubordinate(int at) {
    return tokens.get(sentence.from()).is(Section.BOUNDARY)
        && tokens.get(at - 1).isWord()
        && at + 1 < sentence.to();
  }

  private boolean isFragmentOnly(Attribution attribution) {
    String cue = attribution.cue();
    if (cue == null) {
      return false;
    }
    String lower = Lexicon.lower(cue);
    return !lexicon.is(Section.CUE, lower)
        && !lexicon.is(Section.CUE_PARTICIPLE, lower)
        && lower.indexOf(' ') < 0;
  }

  private @Nullable Attribution cue(int i, Token token, List<Attribution> found) {
    if (!token.isInAny(WORDS_OF_SPEECH)) {
      return null;
    }
    boolean opening = i == sentence.from() || tokens.get(i - 1).isQuote();
    if (token.isCapitalised() && !opening && !headline) {
      return null;
    }
    boolean participle = token.is(Section.CUE_PARTICIPLE);
    boolean fragment = token.is(Section.CUE_FRAGMENT);
    boolean cue = token.is(Section.CUE);
    Token previous = i > sentence.from() ? tokens.get(i - 1) : null;
    boolean afterTo = isInfinitive(i);
    if (participle || (afterTo && cue)) {
      return participle(i, token, previous, found);
    }
    if (isNoun(i, previous)) {
      return null;
    }
    if (isQuotedAs(i)) {
      return null;
    }
    if (isPassive(i)) {
      Mention agent = agent(i);
      if (agent != null) {
        return new Attribution(agent, token.text(), i, i, agent.to(), false);
      }
      // "is called" gives a name, "was described as" somebody's words.
      boolean words = token.is(Section.CUE_PASSIVE);
      return words ? new Attribution(Mention.unnamed(i), token.text(), i, i, i + 1, false) : null;
    }
    boolean mayInvert = cue && !token.is(Section.CUE_BEFORE_ONLY);
    if (mayInvert && previous != null && previous.is(',') && !subjects.isApposed(i)) {
      Mention right = subjects.after(i);
      if (right != null && closesClause(right)) {
        return new Attribution(right, token.text(), i, i, right.to(), true);
      }
    }
    Mention left = subjects.before(i);
    if (left != null && (previous == null || !previous.isQuote())) {
      if (!cue && isJoinedToPronoun(left) && lastOfSpeech(found) != null) {
        return null;
      }
      Mention outer = outer(left, found, token);
      Attribution last = found.isEmpty() ? null : found.get(found.size() - 1);
      boolean reported = !cue && !outer.equals(left) && last != null && last.cue() != null;
      String word = reported && last != null && last.cue() != null ? last.cue() : token.text();
      return new Attribution(outer, word, outer.from(), i, i + 1, false);
    }
    boolean afterQuote =
        previous == null
            || previous.isQuote()
            || (previous.isAny(",—–-") && i - 2 >= sentence.from());
    boolean joined = previous != null && previous.is(Section.BOUNDARY);
    if (mayInvert && !joined && (afterQuote || left == null)) {
      Mention right = subjects.after(i, lexicon.postponesSubjects());
      if (right != null) {
        return new Attribution(right, token.text(), i, i, right.to(), true);
      }
    }
    if (cue && lexicon.dropsSubjects() && !joined) {
      return new Attribution(null, token.text(), i, i, i + 1, false);
    }
    Attribution last = lastOfSpeech(found);
    if (joined || (left == null && fragment)) {
      Mention subject = last != null ? last.speaker() : subjects.first(i);
      if (subject == null && !(cue && lexicon.dropsSubjects())) {
        return null;
      }
      return new Attribution(subject, token.text(), i, i, i + 1, false);
    }
    Attribution far = mayInvert && left == null ? farSubject(i, token) : null;
    return far == null && mayInvert && left == null ? plainSubject(i, token) : far;
  }

  /** {@code Opponents in the gallery shouted “shame”}: no list's people, and yet they shout. */
  private @Nullable Attribution plainSubject(int cue, Token token) {
    if (cue + 1 >= sentence.to() || !tokens.get(cue + 1).isQuote() || token.is(Section.CUE_WEAK)) {
      return null;
    }
    Mention subject = subjects.plain(cue);
    return subject == null
        ? null
        : new Attribution(subject, token.text(), subject.from(), cue, cue + 1, false);
  }

  /** {@code "…," Ana Ruiz, the nurse who runs the ward, wrote}: the first name after the quote. */
  private @Nullable Attribution farSubject(int cue, Token token) {
    int start = cue;
    while (start > sentence.from() && !tokens.get(start - 1).isQuote()) {
      start--;
    }
    if (start == sentence.from() || start == cue) {
      return null;
    }
    Mention subject = subjects.first(start, cue);
    return subject == null
        ? null
        : new Attribution(subject, token.text(), subject.from(), cue, cue + 1, false);
  }

  /** Whether nothing is left for the mention to be the subject of. */
  private boolean closesClause(Mention mention) {
    if (mention.to() >= sentence.to()) {
      return true;
    }
    Token next = tokens.get(mention.to());
    return next.isQuote() || next.isAny(".,;?!") || next.is(Section.WHO);
  }

  /**
   * {@code Ruiz said he wants}: a pronoun right after a word of speech stands for its subject. What
   * somebody else is said to want is the speaker's word too: {@code Ruiz said any driver wants}.
   */
  private Mention outer(Mention subject, List<Attribution> found, Token cue) {
    boolean weak = !cue.is(Section.CUE) || cue.is(Section.CUE_BEFORE_ONLY);
    boolean embedded =
        subject.kind() == Mention.Kind.HE
            || subject.kind() == Mention.Kind.SHE
            || (weak && subject.kind() != Mention.Kind.NAME);
    if (!embedded || found.isEmpty()) {
      return subject;
    }
    Attribution last = found.get(found.size() - 1);
    int gap = subject.from() - last.to();
    boolean adjacent = gap == 0 || (gap > 0 && isComplement(last.to(), subject.from()));
    return adjacent && !last.inverted() && last.speaker() != null ? last.speaker() : subject;
  }

  /**
   * Whether what stands between a word of speech and a pronoun leads to what was said, and names
   * nobody else whom the pronoun could mean: {@code said on Monday that}.
   */
  private boolean isComplement(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean named = token.isCapitalised() && !token.is(Section.NOT_A_NAME);
      if (!token.isWord() || (named && !token.is(Section.TITLE))) {
        return false;
      }
    }
    return tokens.get(to - 1).is(Section.BOUNDARY);
  }

  /** Whether nearly all words of some length have a capital. */
  private boolean isHeadline() {
    int words = 0;
    int capitals = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      Token token = tokens.get(i);
      if (token.isWord() && token.text().length() >= MIN_WEIGHT) {
        words++;
        capitals += token.isCapitalised() ? 1 : 0;
      }
    }
    return words >= MIN_HEADLINE && capitals >= words - words / 5;
  }

  /** {@code to say}, {@code to further explain}. */
  private boolean isInfinitive(int cue) {
    int i = cue - 1;
    while (i > sentence.from() && tokens.get(i).is(Section.ADVERB) && cue - i < TIGHT) {
      i--;
    }
    return i >= sentence.from() && tokens.get(i).lower().equals("to");
  }

  /** {@code Ruiz was told}: its subject is not who spoke. */
  private boolean isPassive(int cue) {
    String lower = tokens.get(cue).lower();
    int i = cue - 1;
    while (i > sentence.from()
        && tokens.get(i).is(Section.ADVERB)
        && !tokens.get(i).is(Section.PASSIVE)
        && cue - i < TIGHT) {
      i--;
    }
    return i >= sentence.from()
        && tokens.get(i).is(Section.PASSIVE)
        && (lower.endsWith("ed") || lower.equals("told") || lexicon.capitalisesNouns());
  }

  /** {@code was described by Soto as}: who did it, or null. */
  private @Nullable Mention agent(int cue) {
    for (int i = cue + 1; i < sentence.to() && i - cue <= TIGHT; i++) {
      Token token = tokens.get(i);
      if (!token.isWord() && !token.isQuote()) {
        return null;
      }
      if (AGENT.contains(token.lower())) {
        return subjects.after(i);
      }
    }
    return null;
  }

  /** {@code Ruiz said that he and Soto had found}: no speech of Soto's. */
  private boolean isJoinedToPronoun(Mention name) {
    int joint = name.from() - 1;
    if (joint <= sentence.from() || !tokens.get(joint).is(Section.BOUNDARY)) {
      return false;
    }
    Token pronoun = tokens.get(joint - 1);
    return pronoun.is(Section.HE) || pronoun.is(Section.SHE);
  }

  private @Nullable Attribution lastOfSpeech(List<Attribution> found) {
    for (int i = found.size() - 1; i >= 0; i--) {
      if (!isFragmentOnly(found.get(i))) {
        return found.get(i);
      }
    }
    return found.isEmpty() ? null : found.get(found.size() - 1);
  }

  /** "the claims", "key states of the east": nouns that look like verbs. */
  private boolean isNoun(int i, @Nullable Token previous) {
    boolean beforeOf = i + 1 < sentence.to() && tokens.get(i + 1).lower().equals("of");
    return (beforeOf && tokens.get(i).lower().endsWith("s"))
        || isCompound(i)
        || (previous != null && previous.isWord() && isNounHere(previous));
  }

  /**
   * {@code will study charges}: what follows an auxiliary and a bare verb is the verb's object, and
   * no verb in -s has that for its subject.
   */
  private boolean isCompound(int i) {
    return i - 2 >= sentence.from()
        && tokens.get(i).lower().endsWith("s")
        && tokens.get(i - 1).isWord()
        && !tokens.get(i - 1).isCapitalised()
        && !tokens.get(i - 1).is(Section.ADVERB)
        && tokens.get(i - 2).is(Section.MODAL);
  }

  /** After "the" or "of" it is a noun: the claims. */
  private boolean isNounHere(Token previous) {
    return (previous.is(Section.DETERMINER)
            && !previous.is(Section.WHO)
            && !previous.is(Section.THEY))
        || previous.is(Section.PREPOSITION)
        || previous.possessive();
  }

  /** {@code "…," local media quoted Ruiz as saying}: behind the quote it can mean no other. */
  private boolean isQuotedAsAfter(int at, Attribution after) {
    if (after.cueAt() < 1 || !tokens.get(after.cueAt() - 1).lower().equals("as")) {
      return false;
    }
    for (int i = at + 1; i < after.cueAt(); i++) {
      Token token = tokens.get(i);
      boolean comma = i == at + 1 && token.isAny(",—–-");
      if (!token.isWord() && !comma) {
        return false;
      }
      if (token.lower().equals("quoted") || token.lower().equals("cited")) {
        return true;
      }
    }
    return false;
  }

  /** "quoted" in "quoted the minister as saying" is no speech of its subject's. */
  private boolean isQuotedAs(int cue) {
    for (int i = cue + 1; i + 1 < sentence.to(); i++) {
      Token token = tokens.get(i);
      if (token.isQuote() || i - cue > Phrases.MAX_WORDS) {
        return false;
      }
      if (token.lower().equals("as") && tokens.get(i + 1).is(Section.CUE_PARTICIPLE)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Attribution participle(
      int i, Token token, @Nullable Token previous, List<Attribution> found) {
    Mention subject = null;
    if (previous != null && previous.lower().equals("as") && i - 2 >= sentence.from()) {
      subject = subjects.before(i - 1);
    }
    if (subject == null && previous != null && previous.isWord() && !isAfterVerb(i)) {
      Mention named = subjects.before(i);
      boolean own =
          named != null
              && (named.kind() == Mention.Kind.NAME
                  || (named.from() > sentence.from()
                      && tokens.get(named.from() - 1).lower().equals("with")));
      subject = own ? named : null;
    }
    if (subject == null && i - 2 >= sentence.from() && isPlain(i - 1)) {
      // "with forecasters warning": they are no list's people, and yet they warn.
      boolean with = tokens.get(i - 2).lower().equals("with");
      subject = with ? subjects.bare(i - 1) : null;
    }
    if (subject == null && i == sentence.from()) {
      subject = afterOpening();
    }
    if (subject == null && !found.isEmpty()) {
      subject = found.get(found.size() - 1).speaker();
    }
    if (subject == null) {
      subject = subjects.first(i);
    }
    if (subject == null && i == sentence.from()) {
      subject = subjects.first(sentence.to());
    }
    return subject == null ? null : new Attribution(subject, token.text(), i, i, i + 1, false);
  }

  /** {@code Calling it "a mess," Ruiz left}: the subject behind the comma that ends the opening. */
  private @Nullable Mention afterOpening() {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      Token token = tokens.get(i);
      if (token.is(',') || token.isQuote()) {
        Mention subject = subjects.first(i + 1, sentence.to());
        if (subject != null) {
          return subject;
        }
      }
    }
    return null;
  }

  private boolean isPlain(int i) {
    return tokens.get(i).isWord() && tokens.get(i).sections() == 0;
  }

  private boolean isAfterVerb(int i) {
    Token previous = tokens.get(i - 1);
    return previous.is(Section.CUE)
        || previous.is(Section.CUE_FRAGMENT)
        || previous.is(Section.PREPOSITION)
        || previous.is(Section.BOUNDARY)
        || previous.is(Section.VERB)
        || previous.is(Section.ADVERB);
  }

  private int sourceLength(int at) {
    for (Lexicon.Phrase phrase : lexicon.sourcesFrom(tokens.get(at).lower())) {
      if (at + phrase.words().size() < sentence.to()
          && (!phrase.opening() || at == sentence.from())
          && matches(phrase.words(), at)) {
        return phrase.words().size();
      }
    }
    return 0;
  }

  /** Whether the words behind the first are the phrase's. */
  private boolean matches(List<String> phrase, int at) {
    for (int i = 1; i < phrase.size(); i++) {
      if (!tokens.get(at + i).lower().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Attribution source(int at, int length) {
    Mention who = subjects.source(at + length);
    return who == null
        ? null
        : new Attribution(
            who, NameRecogniser.print(tokens, at, at + length), at, at, who.to(), true);
  }
}
