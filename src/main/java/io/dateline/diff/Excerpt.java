package io.dateline.diff;

/**
 * What is shown of two texts that differ: all of them if they are short, else the part from the
 * first difference to the last with some words around it, and no more than a cell may hold.
 *
 * @param before what is shown of the old text
 * @param after what is shown of the new text
 */
record Excerpt(String before, String after) {

  /** Longest text in a cell, in UTF-16 code units. */
  static final int CELL = 500;

  /** What is shown around a difference, in UTF-16 code units, if there is as much. */
  private static final int CONTEXT = 60;

  private static final String MORE = "\u2026";

  /** Of two texts that differ, at most {@code most} long each. */
  static Excerpt of(String before, String after, int most) {
    if (before.length() <= most && after.length() <= most) {
      return new Excerpt(before, after);
    }
    if (before.isEmpty() || after.isEmpty()) {
      return new Excerpt(cut(before, most), cut(after, most));
    }
    int shorter = Math.min(before.length(), after.length());
    int same = 0;
    while (same < shorter && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    int sameEnd = 0;
    while (sameEnd < shorter - same
        && before.charAt(before.length() - 1 - sameEnd)
            == after.charAt(after.length() - 1 - sameEnd)) {
      sameEnd++;
    }
    // Both texts are the same before the first difference, so they are cut at the same place.
    int from = wordStart(before, Math.max(0, same - CONTEXT), same);
    return new Excerpt(
        part(before, from, before.length() - sameEnd, most),
        part(after, from, after.length() - sameEnd, most));
  }

  /** A text of so many UTF-16 code units at most, with an ellipsis where something is left out. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, whole(text, most - 1)) + MORE;
  }

  private static String part(String text, int from, int lastDifference, int most) {
    int to = Math.min(text.length(), lastDifference + CONTEXT);
    String start = from == 0 ? "" : MORE;
    if (to < text.length()) {
      to = wordEnd(text, lastDifference, to);
      return cut(start + text.substring(from, to) + MORE, most);
    }
    return cut(start + text.substring(from), most);
  }

  /** Where a word starts at or after {@code from}, and not after {@code limit}. */
  private static int wordStart(String text, int from, int limit) {
    if (from == 0) {
      return 0;
    }
    for (int i = from; i < limit; i++) {
      if (isBlank(text.charAt(i))) {
        return i + 1;
      }
    }
    return whole(text, from);
  }

  /** Where a word ends at or before {@code to}, and not before {@code limit}. */
  private static int wordEnd(String text, int limit, int to) {
    for (int i = to; i > limit; i--) {
      if (isBlank(text.charAt(i))) {
        return i;
      }
    }
    return whole(text, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
  }

  /** An index that does not cut a character in two. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
