package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How an article prints its words, with or without a capital: the first word of a sentence takes
 * its capital from there, and only the other places tell whether it is a name.
 */
final class Vocabulary {

  private static final int LENGTHS = 32;

  /** Words with a capital, wherever they stand: of no others it is asked how else they stand. */
  private final Set<String> withCapital = new HashSet<>();

  /**
   * By length, one bit of 64 for the ends of those words: most others need no look into the set.
   */
  private final long[] ends = new long[LENGTHS];

  private final Set<String> lowerCase = new HashSet<>();
  private final Set<String> capitalised = new HashSet<>();

  /** Particle and name, where a first name stands before them: "van houten". */
  private final Set<String> withParticle = new HashSet<>();

  /** Titles that stand behind a first name, where they are surnames: "Ana King". */
  private final Set<String> surnames = new HashSet<>();

  /** Learns the words with a capital of a sentence, {@code from} to before {@code to}. */
  void learn(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (!token.isWord() || !token.isCapitalised()) {
        continue;
      }
      withCapital.add(token.lower());
      ends[lengthOf(token)] |= endsOf(token);
      if (i > from && tokens.get(i - 1).isWord()) {
        capitalised.add(token.lower());
        if (token.is(Section.TITLE) && isFirstName(tokens.get(i - 1))) {
          surnames.add(token.lower());
        }
        if (i - 1 > from
            && tokens.get(i - 1).is(Section.PARTICLE)
            && !tokens.get(i - 1).isCapitalised()
            && tokens.get(i - 2).isCapitalised()) {
          withParticle.add(tokens.get(i - 1).lower() + ' ' + token.lower());
        }
      }
    }
  }

  /** Learns which of them are also printed small, once all others are known. */
  void learnSmall(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.isWord()
          && !token.isCapitalised()
          && (ends[lengthOf(token)] & endsOf(token)) != 0
          && withCapital.contains(token.lower())) {
        lowerCase.add(token.lower());
      }
    }
  }

  private static int lengthOf(Token word) {
    return Math.min(word.lower().length(), LENGTHS - 1);
  }

  private static long endsOf(Token word) {
    String lower = word.lower();
    return 1L << (5 * lower.charAt(0) + lower.charAt(lower.length() - 1));
  }

  private static boolean isFirstName(Token token) {
    return token.isCapitalised() && (token.is(Section.MALE_NAME) || token.is(Section.FEMALE_NAME));
  }

  /** Whether the article has a title for somebody's surname. */
  boolean isSurname(Token title) {
    return surnames.contains(title.lower());
  }

  /** Whether the article prints the particle and the name after it behind a first name. */
  boolean joins(Token particle, Token name) {
    return withParticle.contains(particle.lower() + ' ' + name.lower());
  }

  /**
   * Whether the first word of a sentence may be a name: it is never printed small, and it is
   * printed with a capital elsewhere, or another capital or a verb follows it.
   */
  boolean mayOpenWithName(List<Token> tokens, int first) {
    Token token = tokens.get(first);
    if (lowerCase.contains(token.lower())) {
      return false;
    }
    if (capitalised.contains(token.lower()) || token.possessive() || first + 1 >= tokens.size()) {
      return true;
    }
    Token next = tokens.get(first + 1);
    return next.isCapitalised()
        || !next.isWord()
        || next.is(Section.VERB)
        || next.is(Section.CUE)
        || next.is(Section.CUE_FRAGMENT)
        || next.is(Section.PARTICLE)
        || next.is(Section.BOUNDARY);
  }
}
