package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Mention.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells marks around words that nobody said: titles of works, names of things, words of doubt, and
 * what the writer sets off in a sentence that reports no speech.
 */
final class ScareQuotes {

  /** Words between a verb and the name that it gives: "calls him “Fast Eddie”". */
  private static final int TIGHT = 4;

  /** Words of the longest name of a paper. */
  private static final int MAX_PAPER = 4;

  /** Words from a verb of speech to the article before a paper: office, names, article. */
  private static final int MAX_BETWEEN = 8;

  private final Lexicon lexicon;
  private final Cast cast;

  ScareQuotes(Lexicon lexicon, Cast cast) {
    this.lexicon = lexicon;
    this.cast = cast;
  }

  /** {@code the so-called “…”}, {@code the film “The Long Pier”}: whoever the sentence is about. */
  boolean isNamed(List<Token> tokens, int at, int from, Utterance utterance) {
    if (at <= from) {
      return false;
    }
    Token before = tokens.get(at - 1);
    return before.is(Section.DOUBT)
        || (before.is(Section.WORK) && utterance.looksLikeTitle() && utterance.wordCount() > 0)
        || isAddressed(tokens, at, from, utterance);
  }

  /**
   * {@code sagte Jens Ahlers dem „Spiegel“}, {@code im Gespräch mit der „Hafenpost“}: the paper
   * that was spoken to, behind an article in the dative.
   */
  private boolean isAddressed(List<Token> tokens, int at, int from, Utterance utterance) {
    if (at - 1 <= from
        || !tokens.get(at - 1).is(Section.DATIVE)
        || utterance.wordCount() > MAX_PAPER
        || !utterance.isInCapitals()) {
      return false;
    }
    Token before = tokens.get(at - 2);
    if (utterance.namesMedium()) {
      return true;
    }
    if (before.is(Section.PREPOSITION)) {
      return at - 3 > from && tokens.get(at - 3).is(Section.INTERVIEW);
    }
    for (int i = at - 2; i >= from && at - i <= MAX_BETWEEN && tokens.get(i).isWord(); i--) {
      Token token = tokens.get(i);
      if (token.is(Section.CUE)) {
        return true;
      }
      boolean person = token.isCapitalised() || token.is(Section.HE) || token.is(Section.SHE);
      if (!person && !token.is(Section.PARTICLE) && !token.is(Section.DETERMINER)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether a fragment beside this word of speech is none of its subject's words: a machine
   * "offers" and a layer "answers", and the writer's "we found" quotes nobody.
   */
  boolean isNobodys(Attribution attribution) {
    Mention speaker = attribution.speaker();
    if (speaker == null || speaker.kind() == Kind.UNNAMED) {
      return false;
    }
    boolean narrator =
        speaker.kind() == Kind.OTHER_PRONOUN
            && lexicon.is(Section.NARRATOR, Lexicon.lower(speaker.written()));
    return narrator || (isWeak(attribution.cue()) && !cast.isPerson(speaker));
  }

  /**
   * Whether it is a name: by its capitals, unless the verb right before gives it, or because a
   * thing is said to bear it: {@code a website called “…”}.
   *
   * @param clause whether it is one by its words, as titles may be
   */
  boolean isName(int at, Utterance utterance, Attribution attribution, boolean clause) {
    int gap = at - attribution.cueAt();
    Mention speaker = attribution.speaker();
    String cue = attribution.cue();
    boolean borne =
        gap == 1
            && speaker != null
            && speaker.kind() == Kind.NOUN_PHRASE
            && cue != null
            && lexicon.is(Section.CUE_NAMING, Lexicon.lower(cue))
            && !cast.isPerson(speaker);
    boolean capitals =
        !clause
            && !lexicon.capitalisesNouns()
            && (gap < 0 || gap > TIGHT)
            && utterance.isInCapitals();
    return borne || capitals;
  }

  /** Whether the word does much else than report speech. */
  private boolean isWeak(@Nullable String cue) {
    return cue != null && lexicon.is(Section.CUE_WEAK, Lexicon.lower(cue));
  }
}
