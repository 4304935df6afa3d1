package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Sentences.Sentence;
import java.util.List;

/** Tells the paper or agency that somebody spoke to from the speaker. */
final class Addressees {

  /** Words between the article and the name: "der Deutschen Presse-Agentur". */
  private static final int MAX_BETWEEN = 6;

  private final List<Token> tokens;
  private final Sentence sentence;
  private final Phrases phrases;

  Addressees(List<Token> tokens, Sentence sentence, Phrases phrases) {
    this.tokens = tokens;
    this.sentence = sentence;
    this.phrases = phrases;
  }

  /**
   * {@code hatte Jens Ahlers der Deutschen Presse-Agentur gesagt}: where the words start that end
   * at {@code last} and say which paper or agency was spoken to, behind a name or a pronoun; or -1.
   */
  int startOf(int last) {
    if (last <= sentence.from() || !tokens.get(last).isWord() || !phrases.isMedium(last)) {
      return -1;
    }
    for (int i = last - 1; i > sentence.from() && last - i <= MAX_BETWEEN; i--) {
      Token token = tokens.get(i);
      if (token.is(Section.DATIVE)) {
        boolean behind = phrases.isNameWord(i - 1) || phrases.pronoun(i - 1) != null;
        return behind ? i : -1;
      }
      if (!token.isWord() || !token.isCapitalised()) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code sagte er der „Hafenpost“}: whether an article opens whoever was spoken to. */
  boolean opensAt(int i) {
    for (int n = i + 1; tokens.get(i).is(Section.DATIVE) && n < sentence.to(); n++) {
      if (tokens.get(n).isQuote() || phrases.isMedium(n)) {
        return true;
      }
      if (!tokens.get(n).isWord() || !tokens.get(n).isCapitalised() || n - i > MAX_BETWEEN) {
        return false;
      }
    }
    return false;
  }

  /**
   * {@code dijo a Efe}, {@code disse ao jornal Hoje}: whether the name at {@code i} is that of whom
   * a preposition says it was told to; "a este diario" has said all, and a name behind it speaks.
   */
  boolean isTold(int i, int start) {
    Token before = tokens.get(i - 1);
    Token first = i - 2 >= start ? tokens.get(i - 2) : null;
    if (before.is(Section.PREPOSITION)) {
      return true;
    }
    if (first == null || phrases.isFirstName(i)) {
      return false;
    }
    return before.is(Section.DETERMINER)
        ? first.is(Section.PREPOSITION)
        : phrases.isMedium(i - 1) && (first.is(Section.ARTICLE) || first.is(Section.PREPOSITION));
  }
}
