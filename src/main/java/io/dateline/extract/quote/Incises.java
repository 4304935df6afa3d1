package io.dateline.extract.quote;

import io.dateline.extract.quote.Lexicon.Section;
import io.dateline.extract.quote.Mention.Kind;
import io.dateline.extract.quote.Sentences.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the speaker inside the marks. French prints {@code « Il pleut, dit Anne Roy. Rentrons. »},
 * Italian {@code «Piove - ha detto Anna Ruiz - e basta»}. Where verbs need no subject only a name
 * is one, since people tell of others as well.
 */
final class Incises {

  /** Words between a comma and a verb of speech: "lui a", "ha". */
  private static final int MAX_AUXILIARIES = 3;

  private final Lexicon lexicon;
  private final NameRecogniser names;
  private final Cast cast;
  private final Tokenizer tokenizer;

  Incises(Lexicon lexicon, NameRecogniser names, Cast cast) {
    this.lexicon = lexicon;
    this.names = names;
    this.cast = cast;
    this.tokenizer = new Tokenizer(lexicon);
  }

  /**
   * The attribution inside a quote, or null.
   *
   * @param paragraph the text that the quote stands in
   * @param at token of the quote in its paragraph, where the attribution counts to stand
   */
  @Nullable Attribution find(String paragraph, Quotation quotation, int at) {
    if (quotation.endParagraph() != quotation.paragraph()) {
      return null;
    }
    String text =
        paragraph.substring(quotation.start(), Math.max(quotation.start(), quotation.end()));
    List<Token> tokens = tokenizer.tokens(text, 0, List.of());
    Sentence sentence = new Sentence(0, Math.min(tokens.size(), Sentences.MAX_TOKENS));
    for (int i = 1; i < sentence.to(); i++) {
      if (!tokens.get(i).is(Section.CUE) || !opensIncise(tokens, i)) {
        continue;
      }
      Mention who = new SubjectFinder(tokens, sentence, names).after(i);
      if (who != null && isIncise(tokens, who)) {
        return new Attribution(who, tokens.get(i).text(), at, at, at, true);
      }
    }
    return null;
  }

  /** Whether a comma or a dash stands before a verb of speech and its auxiliary. */
  private static boolean opensIncise(List<Token> tokens, int cue) {
    int i = cue - 1;
    while (i > 0 && cue - i <= MAX_AUXILIARIES && tokens.get(i).is(Section.ADVERB)) {
      i--;
    }
    boolean hyphen = tokens.get(i).is('-') && i > 0;
    return hyphen ? tokens.get(i).start() > tokens.get(i - 1).end() : tokens.get(i).isAny(",?!–—");
  }

  private boolean isIncise(List<Token> tokens, Mention who) {
    if (!lexicon.dropsSubjects()) {
      return true;
    }
    boolean closed = who.to() >= tokens.size() || tokens.get(who.to()).isAny(",.-–—");
    boolean known = who.written().indexOf(' ') > 0 || cast.knows(who);
    return closed && who.kind() == Kind.NAME && known;
  }
}
