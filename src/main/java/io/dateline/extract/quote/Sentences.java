package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.quote.Lexicon.Section;
import java.util.ArrayList;
import java.util.List;

/** Cuts the tokens of a paragraph into sentences; a quote belongs to the sentence around it. */
final class Sentences {

  /** Tokens from {@code from} to before {@code to}. */
  record Sentence(int from, int to) {}

  /** Tokens of the longest sentence; what goes on without a stop is cut there. */
  static final int MAX_TOKENS = 400;

  /** Words looked at after a question for the "she asked" that belongs to it. */
  private static final int LOOK_AHEAD = 6;

  /** The same where commas set off what she is: "Berg, a retired nurse from Oslo, asked". */
  private static final int LOOK_FAR = 24;

  private final String text;
  private final List<Token> tokens;

  Sentences(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  List<Sentence> split() {
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (endsSentence(i, from)) {
        sentences.add(new Sentence(from, i + 1));
        from = i + 1;
      }
    }
    if (from < tokens.size()) {
      sentences.add(new Sentence(from, tokens.size()));
    }
    return sentences;
  }

  private boolean endsSentence(int i, int from) {
    if (i + 1 >= tokens.size() || i - from >= MAX_TOKENS) {
      return true;
    }
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    if (token.isQuote()) {
      return quoteEndsSentence(token, next, i, from);
    }
    if (!token.isAny(".?!…。！？")) {
      return false;
    }
    return next.isQuote()
        || next.isCapitalised()
        || startsWithDigit(next)
        || next.isAny("¿¡—-[(*•");
  }

  private boolean quoteEndsSentence(Token quote, Token next, int i, int from) {
    char last = lastOf(quote);
    if (last == '.' || last == '。') {
      boolean attributed = i == from && next.isCapitalised() && speechFollows(i + 1, true);
      return !attributed && (next.isQuote() || next.isCapitalised() || next.isAny("—[("));
    }
    if (last == '?' || last == '!' || last == '…' || last == '？' || last == '！') {
      if (next.isQuote()) {
        return true;
      }
      return next.isCapitalised() && !(i == from && speechFollows(i + 1, false));
    }
    return false;
  }

  /**
   * Whether {@code Anna Berg asked} or {@code The minister said} comes next, and what was said does
   * not come after it.
   *
   * @param alone whether the sentence must end there
   */
  private boolean speechFollows(int at, boolean alone) {
    boolean apposed = false;
    for (int i = at; i < tokens.size() && i < at + (apposed ? LOOK_FAR : LOOK_AHEAD); i++) {
      Token token = tokens.get(i);
      if (token.is(',') && i > at) {
        apposed = true;
        continue;
      }
      if (!token.isWord()) {
        return false;
      }
      boolean elsewhere = apposed && !tokens.get(i - 1).is(',');
      if (token.is(Section.CUE) && !token.isCapitalised() && !elsewhere) {
        if (alone && token.is(Section.CUE_REPLY)) {
          return false;
        }
        Token after = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        if (after == null || after.isAny(".")) {
          return i > at;
        }
        boolean goesOn =
            after.is(Section.PREPOSITION)
                || after.is(Section.ADVERB)
                || after.isAny(",")
                || after.lower().endsWith("ly");
        return i > at && !alone && goesOn;
      }
    }
    return false;
  }

  private char lastOf(Token quote) {
    int i = quote.end() - 1;
    Quotation quotation = quote.quotation();
    if (quotation != null
        && quotation.close() == quote.end()
        && quotation.close() > quotation.end()) {
      i = quotation.end() - 1;
    }
    while (i > quote.start()
        && (MarkScanner.isSpace(text.charAt(i))
            || ("’'”\"」».".indexOf(text.charAt(i)) > 0 && text.charAt(i) != '.'))) {
      i--;
    }
    return i >= 0 ? text.charAt(i) : ' ';
  }

  private static boolean startsWithDigit(Token token) {
    return token.isWord() && UCharacter.isDigit(token.text().charAt(0));
  }
}
