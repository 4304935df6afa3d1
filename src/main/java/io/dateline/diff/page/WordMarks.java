package io.dateline.diff.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks in two texts the words that the other does not have, by their longest common subsequence.
 *
 * @param before the old text in parts
 * @param after the new text in parts
 */
record WordMarks(List<Part> before, List<Part> after) {

  /** Most words compared one with the other; texts on the page are shorter. */
  static final int MAX_WORDS = 2_000;

  /**
   * A part of a text.
   *
   * @param marked whether the other text does not have it
   */
  record Part(String text, boolean marked) {}

  static WordMarks of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    boolean[] keptOld = new boolean[old.size()];
    boolean[] keptNew = new boolean[now.size()];
    if (old.size() <= MAX_WORDS && now.size() <= MAX_WORDS) {
      keep(old, now, keptOld, keptNew);
    }
    return new WordMarks(parts(old, keptOld), parts(now, keptNew));
  }

  /** Words, blanks, and each other sign; signs of writing without blanks one by one. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int kind = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = kind(c);
      if (i > start && (next != kind || next == SINGLE)) {
        words.add(text.substring(start, i));
        start = i;
      }
      kind = next;
      i += Character.charCount(c);
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }

  private static final int SINGLE = 0;
  private static final int LETTERS = 1;
  private static final int BLANKS = 2;

  private static int kind(int c) {
    if (Character.isWhitespace(c)) {
      return BLANKS;
    }
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c) ? LETTERS : SINGLE;
  }

  private static void keep(
      List<String> old, List<String> now, boolean[] keptOld, boolean[] keptNew) {
    int start = 0;
    while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
      keptOld[start] = true;
      keptNew[start] = true;
      start++;
    }
    int endOld = old.size();
    int endNew = now.size();
    while (endOld > start && endNew > start && old.get(endOld - 1).equals(now.get(endNew - 1))) {
      keptOld[--endOld] = true;
      keptNew[--endNew] = true;
    }
    int[][] common = common(old.subList(start, endOld), now.subList(start, endNew));
    int i = start;
    int j = start;
    while (i < endOld && j < endNew) {
      if (old.get(i).equals(now.get(j))) {
        keptOld[i++] = true;
        keptNew[j++] = true;
      } else if (common[i + 1 - start][j - start] >= common[i - start][j + 1 - start]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** Lengths of the longest common subsequences of what is left of both lists. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** A blank between two marked words is marked too: that reads better than confetti. */
  private static List<Part> parts(List<String> words, boolean[] kept) {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean marked = false;
    for (int i = 0; i < words.size(); i++) {
      boolean between =
          kept[i]
              && words.get(i).isBlank()
              && i > 0
              && i + 1 < words.size()
              && !kept[i - 1]
              && !kept[i + 1];
      boolean mark = !kept[i] || between;
      if (mark != marked && text.length() > 0) {
        parts.add(new Part(text.toString(), marked));
        text.setLength(0);
      }
      marked = mark;
      text.append(words.get(i));
    }
    if (text.length() > 0) {
      parts.add(new Part(text.toString(), marked));
    }
    return parts;
  }
}
