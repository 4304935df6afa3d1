package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who speaks in Arabic, which prints no capitals: the words behind a verb of speech, {@code
 * قال الوزير أحمد المنصوري: «…»}. A name is told by its first name; of other words only what is
 * printed is kept. A verb without subject means whoever of its sex was named last.
 *
 * <p>One article, one finder, asked in the order of the text; not safe for use by several threads.
 */
final class ArabicSpeakers {

  /** Characters looked at behind a quote, and before it. */
  private static final int REACH = 160;

  /** Words of the longest subject: office, its field, and a name. */
  private static final int MAX_SUBJECT = 9;

  /** Words of a name from its first name on. */
  private static final int MAX_NAME = 4;

  /** Names that a verb without subject may mean; the one named last comes first. */
  private static final int MAX_RECENT = 6;

  private static final String STOPS = ".!?؟";

  private static final Map<String, Set<String>> WORDS = load();

  private final List<String> recent = new ArrayList<>();

  /** A word and where it stands. */
  private record Word(String text, String folded, int start, int end) {}

  /** The speech that the text around a quote tells of, or null. */
  @Nullable Speech find(String paragraph, Quotation quotation) {
    if (quotation.paragraph() != quotation.endParagraph()) {
      return null;
    }
    int close = Math.min(quotation.close(), paragraph.length());
    String after = paragraph.substring(close, Math.min(paragraph.length(), close + REACH));
    String before = paragraph.substring(Math.max(0, quotation.open() - REACH), quotation.open());
    Speech led = leading(before);
    return led != null ? led : following(after);
  }

  /** {@code «…»، قال أحمد المنصوري}: the verb is the first word. */
  private @Nullable Speech following(String text) {
    List<Word> words = words(text);
    boolean opens = !words.isEmpty() && isCue(words.get(0));
    return opens && hasNoStop(text, 0, words.get(0).start()) ? speech(text, words, 0) : null;
  }

  /** {@code قال أحمد المنصوري: «…»}: the last verb of the sentence. */
  private @Nullable Speech leading(String text) {
    List<Word> words = words(text);
    for (int i = words.size() - 1; i >= 0; i--) {
      if (!hasNoStop(text, words.get(i).end(), text.length())) {
        return null;
      }
      if (isCue(words.get(i))) {
        return speech(text, words, i);
      }
    }
    return null;
  }

  private Speech speech(String text, List<Word> words, int cue) {
    int end = cue + 1;
    while (end < words.size()
        && end - cue <= MAX_SUBJECT
        && isGap(text, words.get(end - 1).end(), words.get(end).start())
        && !isSmall(words.get(end))) {
      end++;
    }
    String verb = words.get(cue).text();
    if (end == cue + 1) {
      return new Speech(null, whom(isFemale(words.get(cue))), verb);
    }
    for (int i = cue + 1; i < end; i++) {
      if (is("male-name", words.get(i)) || is("female-name", words.get(i))) {
        int to = Math.min(end, i + MAX_NAME);
        String name = text.substring(words.get(i).start(), words.get(to - 1).end());
        if (to - i > 1) {
          meet(name);
          return new Speech(name, name, verb);
        }
      }
    }
    String written = text.substring(words.get(cue + 1).start(), words.get(end - 1).end());
    return new Speech(written, end - cue == 2 ? fullName(written) : null, verb);
  }

  /** {@code المنصوري}: whose family name it is of those named so far, or null. */
  private @Nullable String fullName(String word) {
    for (String name : recent) {
      if (name.endsWith(' ' + word)) {
        return name;
      }
    }
    return null;
  }

  private @Nullable String whom(boolean female) {
    for (String name : recent) {
      String first = fold(name.substring(0, name.indexOf(' ')));
      if (WORDS.getOrDefault(female ? "female-name" : "male-name", Set.of()).contains(first)) {
        return name;
      }
    }
    return null;
  }

  private void meet(String name) {
    recent.remove(name);
    recent.add(0, name);
    if (recent.size() > MAX_RECENT) {
      recent.remove(MAX_RECENT);
    }
  }

  private static boolean isCue(Word word) {
    // "و" and "ف" join a sentence to the last and are written with its first word.
    String bare = word.folded();
    return is("cue", word)
        || (bare.length() > 3
            && "وف".indexOf(bare.charAt(0)) >= 0
            && WORDS.getOrDefault("cue", Set.of()).contains(bare.substring(1)));
  }

  private static boolean isFemale(Word cue) {
    return cue.folded().endsWith("ت") || cue.folded().startsWith("ت");
  }

  private static boolean isSmall(Word word) {
    return is("small", word) || word.folded().startsWith("لل") || isCue(word);
  }

  private static boolean is(String kind, Word word) {
    return WORDS.getOrDefault(kind, Set.of()).contains(word.folded());
  }

  /** Whether nothing but blanks stands there. */
  private static boolean isGap(String text, int from, int to) {
    return text.substring(from, to).isBlank();
  }

  private static boolean hasNoStop(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (STOPS.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && isWordPart(text.charAt(i))) {
        continue;
      }
      if (i > start) {
        String word = text.substring(start, i);
        words.add(new Word(word, fold(word), start, i));
      }
      start = i + 1;
    }
    return words;
  }

  private static boolean isWordPart(char c) {
    return UCharacter.isLetterOrDigit(c) || isVowelSign(c);
  }

  private static boolean isVowelSign(char c) {
    return UCharacter.getType(c) == UCharacterCategory.NON_SPACING_MARK;
  }

  /** Without vowel signs and lengthening, and with one alef: as people type it. */
  private static String fold(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == 'أ' || c == 'إ' || c == 'آ') {
        folded.append('ا');
      } else if (c == 'ى') {
        folded.append('ي');
      } else if (c != 'ـ' && !isVowelSign(c)) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> words = new HashMap<>();
    for (List<String> row : WordLists.table(ArabicSpeakers.class, "arabic.tsv", 2)) {
      List<String> folded = new ArrayList<>();
      for (String word : row.get(1).split(" ", -1)) {
        folded.add(fold(word));
      }
      words.put(row.get(0), Set.copyOf(folded));
    }
    return Map.copyOf(words);
  }
}
