package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Mention.Kind;
import io.dateline.extract.quote.Sentences.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one story from its first paragraph to its last and gives each quote its speaker: the
 * subject of the word of speech in its own sentence, else whoever was speaking just before.
 */
final class StoryReader {

  /** Words of a name that a headline can be trusted with: first name and family name. */
  private static final int PLAIN_NAME = 2;

  /** Words from which what stands alone before its "she said" is taken for a clause. */
  private static final int MIN_REPORTED = 5;

  /** Words of the longest heading between paragraphs. */
  private static final int MAX_SUBHEAD = 8;

  private final Lexicon lexicon;
  private final List<Passage> passages = new ArrayList<>();
  private final NameRecogniser names;
  private final Cast cast;
  private final EastAsianSpeakers eastAsian;
  private final ArabicSpeakers arabic = new ArabicSpeakers();
  private final ScareQuotes scareQuotes;
  private final Incises incises;
  private final List<Finding> findings = new ArrayList<>();

  /** Full names that the article has given so far. */
  private final Set<String> introduced = new HashSet<>();

  /** Each paragraph's sentences, with the names in each. */
  private final List<List<Reading>> readings = new ArrayList<>();

  /** Who spoke last in this paragraph, and whether the last paragraph leads on to this one. */
  private @Nullable Spoken here;

  private @Nullable Spoken before;

  /** Who spoke last anywhere: the subject of a verb that has none of its own. */
  private @Nullable Spoken latest;

  /** Of whom the article spoke last when somebody last spoke. */
  private @Nullable String turnedTo;

  /** Who speaks inside the marks of the sentence's last quote. */
  private @Nullable Attribution within;

  private record Reading(AttributionFinder finder, List<Mention> names) {}

  private record Spoken(
      @Nullable Mention mention, @Nullable String speaker, @Nullable String cue) {}

  StoryReader(List<String> paragraphs, List<Quotation> quotations, Lexicon lexicon) {
    this.lexicon = lexicon;
    Tokenizer tokenizer = new Tokenizer(lexicon);
    Vocabulary vocabulary = new Vocabulary();
    int next = 0;
    for (int p = 0; p < paragraphs.size(); p++) {
      List<Quotation> touching = new ArrayList<>();
      while (next < quotations.size() && quotations.get(next).paragraph() <= p) {
        touching.add(quotations.get(next));
        if (quotations.get(next).endParagraph() > p) {
          break;
        }
        next++;
      }
      List<Token> tokens = tokenizer.tokens(paragraphs.get(p), p, touching);
      List<Sentence> sentences = new Sentences(paragraphs.get(p), tokens).split();
      sentences.forEach(sentence -> vocabulary.learn(tokens, sentence.from(), sentence.to()));
      passages.add(new Passage(paragraphs.get(p), tokens, sentences));
    }
    passages.forEach(passage -> vocabulary.learnSmall(passage.tokens()));
    this.names = new NameRecogniser(lexicon, vocabulary);
    this.cast = new Cast(lexicon, names);
    this.eastAsian = new EastAsianSpeakers(paragraphs);
    this.scareQuotes = new ScareQuotes(lexicon, cast);
    this.incises = new Incises(lexicon, names, cast);
  }

  List<Finding> read() {
    for (Passage passage : passages) {
      List<Reading> ofPassage = new ArrayList<>(passage.sentences().size());
      readings.add(ofPassage);
      for (Sentence sentence : passage.sentences()) {
        AttributionFinder finder =
            new AttributionFinder(passage.tokens(), sentence, lexicon, names);
        List<Mention> named = finder.subjects().all();
        cast.beginSentence();
        for (Mention name : named) {
          cast.meet(finder.isInHeadline() ? plain(name) : name);
        }
        ofPassage.add(new Reading(finder, named));
      }
    }
    for (int p = 0; p < passages.size(); p++) {
      read(passages.get(p), p);
    }
    return findings;
  }

  String description(@Nullable Mention mention, @Nullable String speaker) {
    String beside = mention == null ? null : mention.description();
    String known = beside != null ? beside : cast.description(speaker);
    return known == null ? "" : known;
  }

  private void read(Passage passage, int number) {
    Spoken last = here;
    boolean leads = endsWithColon(number - 1) || isQuoteAlone(number - 1) || isQuoteAlone(number);
    before = leads ? last : null;
    here = null;
    List<Token> tokens = passage.tokens();
    for (int n = 0; n < passage.sentences().size(); n++) {
      Sentence sentence = passage.sentences().get(n);
      Reading reading = readings.get(number).get(n);
      AttributionFinder finder = reading.finder();
      List<Attribution> attributions = finder.find();
      Mention subject = finder.subjects().first(sentence.to());
      for (Attribution attribution : attributions) {
        if (attribution.speaker() != null && attribution.speaker().description() != null) {
          cast.meet(attribution.speaker());
        }
      }
      if (subject != null && cast.knows(subject) && isBeforeAPronoun(subject, attributions)) {
        cast.turnTo(subject);
      }
      for (int i = sentence.from(); i < sentence.to(); i++) {
        Quotation quotation = tokens.get(i).quotation();
        if (quotation != null) {
          quote(passage, quotation, i, sentence, finder, attributions, number);
        }
      }
      Attribution main = lastObeyed(sentence, tokens, finder, attributions);
      if (main == null) {
        main = within;
      }
      within = null;
      if (main != null) {
        here = spoken(main);
        latest = here;
      }
      cast.turnToAll(reading.names());
      if (subject != null) {
        cast.turnTo(subject);
      }
      if (main != null && main.speaker() != null) {
        if (scareQuotes.isNobodys(main)) {
          cast.turnTo(main.speaker());
        } else {
          cast.turnToSpeaker(main.speaker());
        }
      }
      Mention newcomer = newcomer(tokens, reading.names(), sentence.to());
      if (newcomer != null && main == null) {
        cast.turnTo(newcomer);
      }
      if (main != null) {
        turnedTo = cast.latest();
      }
    }
    if (here == null && isQuoteAlone(number) && !isSubhead(number)) {
      here = last;
    } else if (here == null && endsWithColon(number)) {
      Sentence lead = passage.sentences().get(passage.sentences().size() - 1);
      Mention subject = new SubjectFinder(tokens, lead, names).first(lead.to());
      here = subject == null ? null : new Spoken(subject, cast.fullName(subject), null);
    }
  }

  /**
   * {@code It worries Ana Ruiz, the mayor of Lima.}: whoever an apposition introduces at the end is
   * brought in to speak next, whatever the sentence was about.
   */
  private @Nullable Mention newcomer(List<Token> tokens, List<Mention> named, int end) {
    Mention newcomer = null;
    for (Mention mention : named) {
      boolean full = mention.written().indexOf(' ') > 0;
      if (full
          && introduced.add(mention.written())
          && isApposed(tokens, mention)
          && mention.to() + 1 >= end) {
        newcomer = mention;
      }
    }
    return newcomer;
  }

  private static boolean isApposed(List<Token> tokens, Mention mention) {
    for (int i = mention.from(); i < mention.to(); i++) {
      if (tokens.get(i).is(',')) {
        return mention.description() != null;
      }
    }
    return false;
  }

  /** {@code Ruiz wrote that it was over. "…," he added}: he is the one named in the sentence. */
  private static boolean isBeforeAPronoun(Mention subject, List<Attribution> attributions) {
    if (subject.kind() != Kind.NAME) {
      return false;
    }
    for (Attribution attribution : attributions) {
      Mention speaker = attribution.speaker();
      if (speaker != null
          && speaker.from() > subject.from()
          && (speaker.kind() == Kind.HE || speaker.kind() == Kind.SHE)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Ana Ruiz Blasts Orr}: of what capitals run together, a first and a family name. */
  private Mention plain(Mention name) {
    String[] words = name.written().split(" ", -1);
    boolean runsOn = words.length > PLAIN_NAME && lexicon.isFirstName(Lexicon.lower(words[0]));
    for (int i = 1; runsOn && i < words.length; i++) {
      runsOn = words[i].length() > 2 && !lexicon.is(Section.PARTICLE, Lexicon.lower(words[i]));
    }
    return runsOn
        ? new Mention(
            name.kind(),
            words[0] + ' ' + words[1],
            name.description(),
            name.title(),
            name.from(),
            name.to())
        : name;
  }

  /** The attribution of the sentence's last quote; without quotes, its first. */
  private static @Nullable Attribution lastObeyed(
      Sentence sentence,
      List<Token> tokens,
      AttributionFinder finder,
      List<Attribution> attributions) {
    for (int i = sentence.to() - 1; i >= sentence.from(); i--) {
      if (tokens.get(i).isQuote()) {
        return finder.governing(i, attributions);
      }
    }
    if (attributions.isEmpty()) {
      return null;
    }
    // "…, as the models answer every time, Orr said.": what ends the sentence reports all of it.
    Attribution last = attributions.get(attributions.size() - 1);
    boolean reports =
        last.from() > sentence.from()
            && tokens.get(last.from() - 1).is(',')
            && last.to() + 1 >= sentence.to();
    return reports ? last : attributions.get(0);
  }

  private void quote(
      Passage passage,
      Quotation quotation,
      int at,
      Sentence sentence,
      AttributionFinder finder,
      List<Attribution> attributions,
      int number) {
    if (quotation.paragraph() != number) {
      // The tail of a quote over several paragraphs: an attribution after it names its speaker.
      nameTail(quotation, at, finder, attributions);
      return;
    }
    Utterance utterance = utterance(quotation);
    List<Token> tokens = passage.tokens();
    if (utterance.isEmpty() || scareQuotes.isNamed(tokens, at, sentence.from(), utterance)) {
      return;
    }
    if (isSubhead(number)) {
      return;
    }
    Spoken told = lexicon.isEmpty() ? withoutCapitals(passage.text(), quotation) : null;
    Attribution attribution = finder.governing(at, attributions);
    if (attribution == null && isQuoteAlone(number)) {
      attribution = signature(number + 1);
    }
    if (lexicon.hasIncises() && (attribution == null || isPronoun(attribution))) {
      Attribution inside = incises.find(passage.text(), quotation, at);
      Mention who = inside == null ? null : inside.speaker();
      if (inside != null && who != null && (attribution == null || who.kind() == Kind.NAME)) {
        attribution = inside;
        cast.meet(who);
        cast.turnToSpeaker(who);
        within = inside;
      }
    }
    if (attribution == null && (at == sentence.from() || !tokens.get(at - 1).isWord())) {
      attribution = signature(tokens, at + 1);
    }
    boolean opening = at == sentence.from() || tokens.get(at - 1).isAny(":,");
    boolean clause =
        utterance.isClause(opening)
            || isHalf(tokens, at, sentence, finder, attributions)
            || isReported(at, opening, utterance, attribution);
    if (attribution != null && !clause && scareQuotes.isNobodys(attribution)) {
      List<Attribution> others = new ArrayList<>(attributions);
      others.removeIf(scareQuotes::isNobodys);
      attribution = finder.governing(at, others);
      if (attribution == null) {
        return;
      }
    }
    boolean fragment = !clause || utterance.looksLikeTitle();
    if (attribution != null
        && fragment
        && !finder.isInHeadline()
        && scareQuotes.isName(at, utterance, attribution, clause)) {
      return;
    }
    Spoken spoken = null;
    if (attribution != null) {
      spoken = spoken(attribution);
    } else if (told != null) {
      spoken = told;
    } else if (at > sentence.from() && leadsIn(tokens.get(at - 1), utterance)) {
      Mention owner = finder.subjects().possessor(at);
      Mention subject = owner != null ? owner : finder.subjects().first(at);
      spoken = subject == null ? null : spoken(new Attribution(subject, null, at, at, at, false));
    } else if (at == sentence.from() || clause) {
      spoken = here != null ? here : before;
    }
    if (spoken == null && (!clause || utterance.looksLikeTitle())) {
      return;
    }
    findings.add(
        new Finding(
            quotation,
            spoken == null ? null : spoken.mention(),
            spoken == null ? null : spoken.speaker(),
            spoken == null ? null : spoken.cue(),
            clause));
  }

  /**
   * {@code “Doctors queued all night,” she said.}: whether some words that open a sentence are left
   * to stand for themselves, nothing but a comma joining them to who said them.
   */
  private static boolean isReported(
      int at, boolean opening, Utterance utterance, @Nullable Attribution attribution) {
    return opening
        && attribution != null
        && attribution.from() == at + 1
        && attribution.cueAt() > at
        && utterance.wordCount() >= MIN_REPORTED;
  }

  /**
   * {@code “The roof,” Ana said, “leaks.”}: whether the quote is half of one that the attribution
   * splits, and both together are a clause.
   */
  private boolean isHalf(
      List<Token> tokens,
      int at,
      Sentence sentence,
      AttributionFinder finder,
      List<Attribution> attributions) {
    for (int first = at; first >= sentence.from() && at - first < Phrases.MAX_WORDS; first--) {
      if (!tokens.get(first).isQuote()) {
        continue;
      }
      int second = finder.otherHalf(first, attributions);
      if (second == at || (first == at && second > at)) {
        Quotation one = tokens.get(first).quotation();
        Quotation two = tokens.get(second).quotation();
        return one != null && two != null && isClause(one, two);
      }
      if (first < at) {
        return false;
      }
    }
    return false;
  }

  private boolean isClause(Quotation first, Quotation second) {
    if (first.paragraph() != second.paragraph()) {
      return false;
    }
    Utterance one = utterance(first);
    Utterance two = utterance(second);
    return !one.endsSentence() && one.followedBy(two).isClause(true);
  }

  /** What the words around a quote tell where no capitals show a name. */
  private @Nullable Spoken withoutCapitals(String paragraph, Quotation quotation) {
    Speech speech = eastAsian.find(paragraph, quotation);
    if (speech == null) {
      speech = arabic.find(paragraph, quotation);
    }
    if (speech == null) {
      return null;
    }
    String written = speech.written();
    Mention mention = written == null ? null : new Mention(Kind.NAME, written, null, "", 0, 0);
    return new Spoken(mention, speech.speaker(), speech.cue());
  }

  /** A colon leads in anything; a comma leads in a sentence that opens with a capital. */
  private static boolean leadsIn(Token before, Utterance utterance) {
    return before.is(':')
        || (before.is(',') && utterance.opensSentence() && utterance.endsSentence());
  }

  /** {@code - Ana Ruiz.} in a paragraph of its own signs the quote before it. */
  private @Nullable Attribution signature(int number) {
    if (number >= passages.size()) {
      return null;
    }
    return signature(passages.get(number).tokens(), 0);
  }

  /** The same behind a dash at the token {@code dash}: {@code “It leaks.” – Ana Ruiz}. */
  private @Nullable Attribution signature(List<Token> tokens, int dash) {
    int start = dash + 1;
    if (start >= tokens.size() || !tokens.get(dash).isAny("-–—―")) {
      return null;
    }
    int end = Math.min(tokens.size(), start + Sentences.MAX_TOKENS);
    Sentence sentence = new Sentence(start, end);
    Mention name = new SubjectFinder(tokens, sentence, names).first(start + 1);
    boolean alone =
        name != null && (name.to() >= tokens.size() || tokens.get(name.to()).isAny(".,("));
    return alone ? new Attribution(name, null, 0, 0, 0, false) : null;
  }

  /** Whether an attribution leaves its speaker to a pronoun. */
  private static boolean isPronoun(Attribution attribution) {
    Mention speaker = attribution.speaker();
    return speaker != null && (speaker.kind() == Kind.HE || speaker.kind() == Kind.SHE);
  }

  private void nameTail(
      Quotation quotation, int at, AttributionFinder finder, List<Attribution> attributions) {
    Attribution attribution = finder.governing(at, attributions);
    for (int f = findings.size() - 1; attribution != null && f >= 0; f--) {
      Finding finding = findings.get(f);
      if (finding.quotation().equals(quotation)) {
        if (finding.mention() == null || quotation.open() == 0) {
          Spoken spoken = spoken(attribution);
          findings.set(
              f,
              new Finding(
                  quotation, spoken.mention(), spoken.speaker(), spoken.cue(), finding.direct()));
        }
        return;
      }
    }
  }

  private Utterance utterance(Quotation quotation) {
    String text = passages.get(quotation.paragraph()).text();
    int end = quotation.endParagraph() == quotation.paragraph() ? quotation.end() : text.length();
    return new Utterance(
        text.substring(quotation.start(), Math.max(quotation.start(), end)).strip(), lexicon);
  }

  private Spoken spoken(Attribution attribution) {
    Mention mention = attribution.speaker();
    if (mention == null) {
      Spoken last = here != null ? here : before;
      boolean turned = !Objects.equals(turnedTo, cast.latest());
      String speaker = last != null && !turned ? last.speaker() : cast.latest();
      if (speaker == null && latest != null) {
        speaker = latest.speaker();
      }
      return new Spoken(null, speaker, attribution.cue());
    }
    if (mention.kind() == Kind.UNNAMED) {
      return new Spoken(null, null, attribution.cue());
    }
    return new Spoken(mention, cast.fullName(mention), attribution.cue());
  }

  private boolean endsWithColon(int number) {
    if (number < 0) {
      return false;
    }
    List<Token> tokens = passages.get(number).tokens();
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(':');
  }

  /**
   * {@code ‘No choice’} in a paragraph of its own, without a stop: a heading between the
   * paragraphs, unless a colon or another quote leads up to it or a name below signs it.
   */
  private boolean isSubhead(int number) {
    List<Token> tokens = passages.get(number).tokens();
    Quotation quotation = tokens.size() == 1 ? tokens.get(0).quotation() : null;
    if (quotation == null || quotation.paragraph() != quotation.endParagraph()) {
      return false;
    }
    Utterance utterance = utterance(quotation);
    return utterance.wordCount() <= MAX_SUBHEAD
        && !utterance.endsSentence()
        && !endsWithColon(number - 1)
        && !isQuoteAlone(number - 1)
        && signature(number + 1) == null;
  }

  private boolean isQuoteAlone(int number) {
    if (number < 0) {
      return false;
    }
    List<Token> tokens = passages.get(number).tokens();
    for (Token token : tokens) {
      if (token.isWord()) {
        return false;
      }
    }
    return !tokens.isEmpty();
  }
}
