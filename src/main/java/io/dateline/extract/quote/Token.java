package io.dateline.extract.quote;

import org.jspecify.annotations.Nullable;

/**
 * A word, a punctuation character or a whole quote of a paragraph.
 *
 * @param start offset in the paragraph, UTF-16 code units
 * @param end offset after it
 * @param text as printed, a possessive ending cut off
 * @param lower the text in lower case, apostrophes straight; empty for a quote
 * @param possessive whether a possessive ending was cut off
 * @param capitalised whether it is a word with a capital: at its start, at its end, or after a
 *     particle as in {@code al-Rashid}
 * @param sections the sections of the lexicon that list the word, see {@link Lexicon#sections}
 * @param quotation the quote it stands for
 */
record Token(
    Kind kind,
    int start,
    int end,
    String text,
    String lower,
    boolean possessive,
    boolean capitalised,
    long sections,
    @Nullable Quotation quotation) {

  /** What a token is. */
  enum Kind {
    WORD,
    PUNCTUATION,
    QUOTE
  }

  /** Whether this section of the lexicon lists the word. */
  boolean is(Lexicon.Section section) {
    return section.isIn(sections);
  }

  /** Whether any of these sections lists the word: see {@link Lexicon.Section#set}. */
  boolean isInAny(long these) {
    return (sections & these) != 0;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isQuote() {
    return kind == Kind.QUOTE;
  }

  boolean is(char punctuation) {
    return kind == Kind.PUNCTUATION && text.charAt(0) == punctuation;
  }

  /** Whether it is one of these punctuation characters. */
  boolean isAny(String characters) {
    return kind == Kind.PUNCTUATION && characters.indexOf(text.charAt(0)) >= 0;
  }

  /** Whether it is a word that has the capital of a name. */
  boolean isCapitalised() {
    return capitalised;
  }
}
