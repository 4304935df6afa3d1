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
   * Whether a fragment that stands beside a word of speech is none of its subject's words: a
   * machine "offers" and a layer "answers", the writer's "we found" quotes nobody, and a fragment
   * in capitals is a name unless the verb right before gives it.
   */
  boolean isFragment(int at, Utterance utterance, Attribution attribution, boolean headline) {
    Mention speaker = attribution.speaker();
    if (speaker == null) {
      return false;
    }
    boolean narrator =
        speaker.kind() == Kind.OTHER_PRONOUN
            && lexicon.is(Section.NARRATOR, Lexicon.lower(speaker.written()));
    if (narrator || (isWeak(attribution.cue()) && !cast.isPerson(speaker))) {
      return true;
    }
    int gap = at - attribution.cueAt();
    return !headline
        && !lexicon.capitalisesNouns()
        && (gap < 0 || gap > TIGHT)
        && utterance.isInCapitals();
  }

  /** Whether the word does much else than report speech. */
  boolean isWeak(@Nullable String cue) {
    return cue != null && lexicon.is(Section.CUE_WEAK, Lexicon.lower(cue));
  }
}
