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
        || (before.is(Section.WORK) && utterance.looksLikeTitle() && utterance.wordCount() > 0);
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
