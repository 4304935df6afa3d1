package io.dateline.extract.body;

import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signs that a block shows by its words, held against the rest of the page: whether they are
 * the story's, the page's own, or said again and again.
 */
final class WordingSigns {

  /** Words that pages use of themselves far more often than stories do. */
  private static final Set<String> FURNITURE =
      Set.copyOf(WordLists.lines(WordingSigns.class, "furniture-words.txt"));

  /** Shortest word that tells of the topic, in UTF-16 code units. */
  private static final int TOPIC_WORD = 5;

  /** Distinct long words of a block that are looked at. */
  private static final int MAX_TOPIC_WORDS = 1000;

  /** UTF-16 code units of a block that its shape is told from. */
  private static final int SHAPE_LENGTH = 60;

  /** Words below which a block that shares words with the title may be the title of another. */
  private static final int SHORT = 20;

  private final Look look;
  private final int size;

  WordingSigns(Look look) {
    this.look = look;
    this.size = look.size();
  }

  void read(Levels[] levels) {
    topics(levels);
    shapes(levels);
    furniture(levels);
  }

  private String folded(int at) {
    return look.features().get(at).folded();
  }

  private void topics(Levels[] levels) {
    Map<String, Integer> known = new HashMap<>();
    List<Set<String>> words = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      words.add(longWords(folded(i)));
      if (look.isProse(i)) {
        words.get(i).forEach(word -> known.merge(word, 1, Integer::sum));
      }
    }
    Set<String> title = new HashSet<>();
    look.notes().titles().forEach(text -> title.addAll(longWords(text)));
    for (int i = 0; i < size; i++) {
      int itself = look.isProse(i) ? 1 : 0;
      int shared = 0;
      int titled = 0;
      for (String word : words.get(i)) {
        shared += known.getOrDefault(word, 0) > itself ? 1 : 0;
        titled += title.contains(word) ? 1 : 0;
      }
      if (!words.get(i).isEmpty()) {
        levels[i].add(Sign.TOPIC, Math.min(5, 6 * shared / words.get(i).size()));
      }
      levels[i].add(Sign.TITLE_WORDS, Math.min(3, titled) + (look.words(i) < SHORT ? 4 : 0));
    }
  }

  private static Set<String> longWords(String folded) {
    Set<String> found = new HashSet<>();
    for (String term : Terms.of(folded)) {
      if (found.size() == MAX_TOPIC_WORDS) {
        break;
      }
      if (term.length() >= TOPIC_WORD || Terms.isPiece(term)) {
        found.add(term);
      }
    }
    return found;
  }

  private void shapes(Levels[] levels) {
    Map<String, Integer> times = new HashMap<>();
    String[] shapes = new String[size];
    for (int i = 0; i < size; i++) {
      shapes[i] = shape(folded(i));
      times.merge(shapes[i], 1, Integer::sum);
    }
    int[] often = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int count = times.getOrDefault(shapes[i], 1);
      often[i + 1] = often[i] + (count >= 3 ? 1 : 0);
      levels[i].add(Sign.SHAPE, Shares.step(count, 1, 2, 4));
    }
    for (int i = 0; i < size; i++) {
      levels[i].add(Sign.SHAPES_ABOVE, often[i] - often[Math.max(0, i - 4)]);
      levels[i].add(Sign.SHAPES_BELOW, often[Math.min(size, i + 5)] - often[i + 1]);
    }
  }

  /** The text's beginning, with one 0 for each number. */
  private static String shape(String folded) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < Math.min(SHAPE_LENGTH, folded.length()); i++) {
      char c = folded.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        shape.append(c);
      } else if (shape.isEmpty() || shape.charAt(shape.length() - 1) != '0') {
        shape.append('0');
      }
    }
    return shape.toString();
  }

  private void furniture(Levels[] levels) {
    int[] sums = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int found = furnitureWords(folded(i));
      boolean many = found > 0 && found * 8 >= look.words(i);
      levels[i].add(Sign.FURNITURE, Math.min(3, found) + (many ? 4 : 0));
      sums[i + 1] = sums[i] + Math.min(3, found);
    }
    for (int i = 0; i < size; i++) {
      int own = sums[i + 1] - sums[i];
      int around = sums[Math.min(size, i + 4)] - sums[Math.max(0, i - 3)] - own;
      levels[i].add(Sign.FURNITURE_AROUND, Shares.step(around, 0, 2, 5, 9));
    }
  }

  private static int furnitureWords(String folded) {
    int found = 0;
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || folded.charAt(i) == ' ') {
        found += FURNITURE.contains(folded.substring(start, i)) ? 1 : 0;
        start = i + 1;
      }
    }
    return found;
  }
}
