package io.dateline.source;

import java.util.List;

/**
 * A pattern of file or folder names as a person writes it: {@code *} stands for any run of
 * characters, {@code ?} for one, neither for a slash. Without a slash it is compared with the last
 * element of a path, wherever that lies; with one, with the whole path below the input root, and
 * then {@code **} as an element stands for any number of folders, also none. A slash at the end
 * says nothing.
 *
 * <p>Compared with paths as they stand in {@code source_path}, letter case included. Takes time in
 * proportion to pattern times path at most: names are hostile. Immutable and safe for use by
 * several threads.
 */
public final class PathPattern {

  private static final String ANY_FOLDERS = "**";

  private final String text;
  private final boolean wholePath;
  private final List<String> elements;

  private PathPattern(String text) {
    this.text = text;
    String name = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.wholePath = name.indexOf('/') >= 0;
    this.elements = List.of((name.startsWith("/") ? name.substring(1) : name).split("/", -1));
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException with what is wrong, if it is empty, has an empty element, or
   *     holds brackets, braces or a backslash, which other programs give a meaning
   */
  public static PathPattern of(String text) {
    PathPattern pattern = new PathPattern(text);
    if (pattern.elements.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("it has an empty element");
    }
    for (String special : List.of("[", "]", "{", "}", "\\")) {
      if (text.contains(special)) {
        throw new IllegalArgumentException(
            "`" + special + "` has no meaning here; wildcards are `*`, `?` and `**`");
      }
    }
    return pattern;
  }

  /** Whether the pattern fits a file or folder, by its path below the input root. */
  public boolean matches(String path) {
    return wholePath
        ? matchesPath(path.split("/", -1))
        : matchesElement(elements.get(0), path.substring(path.lastIndexOf('/') + 1));
  }

  /** Only the last {@code **} ever has to take one folder more, so one place to go back to does. */
  private boolean matchesPath(String[] path) {
    int at = 0;
    int in = 0;
    int afterStar = -1;
    int resume = -1;
    while (in < path.length) {
      if (at < elements.size() && elements.get(at).equals(ANY_FOLDERS)) {
        afterStar = ++at;
        resume = in;
      } else if (at < elements.size() && matchesElement(elements.get(at), path[in])) {
        at++;
        in++;
      } else if (afterStar >= 0) {
        at = afterStar;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < elements.size() && elements.get(at).equals(ANY_FOLDERS)) {
      at++;
    }
    return at == elements.size();
  }

  private static boolean matchesElement(String pattern, String name) {
    int at = 0;
    int in = 0;
    int afterStar = -1;
    int resume = -1;
    while (in < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        afterStar = ++at;
        resume = in;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(in))) {
        // A character outside the basic plane is two units of a string, and one to a person.
        in += pattern.charAt(at) == '?' ? Character.charCount(name.codePointAt(in)) : 1;
        at++;
      } else if (afterStar >= 0) {
        at = afterStar;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
