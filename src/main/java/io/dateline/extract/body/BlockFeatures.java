package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import io.dateline.article.Block;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.Letters;

/**
 * What can be seen of one block by itself, in the same terms for plain text and HTML.
 *
 * @param folded its text, folded
 * @param words words in it; in scripts without spaces two characters count as one word
 * @param sentenceEnds full stops and the like that close a sentence
 * @param endsSentence whether the block ends with one, closing quotes and brackets aside
 * @param capitalShare share of the words that start with a capital letter or are none
 */
record BlockFeatures(
    Block block,
    String folded,
    int words,
    int sentenceEnds,
    boolean endsSentence,
    double capitalShare) {

  /** Words that a block needs to be prose if nothing but their number speaks for it. */
  private static final int LONG_LINE_WORDS = 25;

  /** Words that a block with a sentence's end inside needs. */
  private static final int SENTENCE_WORDS = 7;

  /** Thai, the first script in Unicode's order that puts no spaces between words. */
  static final int FIRST_UNSPACED = 0x0E00;

  static BlockFeatures of(Block block) {
    String text = block.text();
    int words = 0;
    int capitals = 0;
    int unspaced = 0;
    int ends = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isUnspaced(c)) {
        unspaced++;
        inWord = false;
      } else if (Letters.isLetterOrDigit(c)) {
        if (!inWord) {
          words++;
          if (!Letters.isLower(c)) {
            capitals++;
          }
        }
        inWord = true;
        next = Letters.endOfSmall(text, next);
      } else if (c == ' ') {
        inWord = false;
      } else if (isStop(c) && closes(text, i, next)) {
        ends++;
      }
      i = next;
    }
    int all = words + (unspaced + 1) / 2;
    double capitalShare = words == 0 ? 0 : (double) capitals / words;
    return new BlockFeatures(
        block, Folding.fold(text), all, ends, endsWithStop(text), capitalShare);
  }

  /** Whether it reads like a sentence or more. */
  boolean isProse() {
    if (endsSentence) {
      return words >= 4;
    }
    return (sentenceEnds > 0 && words >= SENTENCE_WORDS)
        || (words >= LONG_LINE_WORDS && capitalShare < 0.6);
  }

  private static boolean endsWithStop(String text) {
    for (int end = text.length(); end > 0; ) {
      int c = text.codePointBefore(end);
      if (isStop(c)) {
        return true;
      }
      if (!isCloser(c)) {
        return false;
      }
      end -= Character.charCount(c);
    }
    return false;
  }

  private static boolean isCloser(int c) {
    return c == ' '
        || c == '"'
        || c == '\''
        || switch (UCharacter.getType(c)) {
          case UCharacter.END_PUNCTUATION,
              UCharacter.FINAL_PUNCTUATION,
              UCharacter.INITIAL_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private static boolean isStop(int c) {
    return switch (c) {
      case '.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '።', '။', '។' -> true;
      default -> false;
    };
  }

  /** A stop closes a sentence before a space, a quotation mark or the end, and after a word. */
  private static boolean closes(String text, int at, int next) {
    if (next < text.length() && text.charAt(at) < 0x80) {
      char after = text.charAt(next);
      if (after != ' ' && after != '"' && after != '”' && after != '»' && after != '\'') {
        return false;
      }
      // One letter before the stop is an initial: "J. Smith".
      return at >= 2 && !UCharacter.isUWhiteSpace(text.charAt(at - 2));
    }
    return true;
  }

  /** Whether the character's script puts no spaces between words. */
  static boolean isUnspaced(int c) {
    if (c < FIRST_UNSPACED) {
      return false;
    }
    return switch (UScript.getScript(c)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR ->
          true;
      default -> false;
    };
  }
}
