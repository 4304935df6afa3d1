package io.dateline.extract;

import io.dateline.extract.credit.Agencies;
import java.util.Optional;

/**
 * The agency's name with which a wire story ends: {@code (ANSA).} in a line of its own, {@code
 * Reuters} behind the last full stop.
 */
final class SignOff {

  /** Longest sign-off, in UTF-16 code units. */
  private static final int MAX_LENGTH = 40;

  private SignOff() {}

  /** Whether the line is an agency's name in brackets and nothing else. */
  static boolean isAlone(String line, Agencies agencies) {
    String text = line.strip();
    if (text.isEmpty() || (text.charAt(0) != '(' && text.charAt(0) != '[')) {
      return false;
    }
    if (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return text.length() > 2
        && text.length() <= MAX_LENGTH
        && ((text.startsWith("(") && text.endsWith(")"))
            || (text.startsWith("[") && text.endsWith("]")))
        && agencies.named(text.substring(1, text.length() - 1)).isPresent();
  }

  /**
   * The agency whose name is all there is of the story's last line, as it is called; with brackets,
   * dashes or without: {@code Reuter}, {@code -- dpa}.
   */
  static Optional<String> agencyOf(String line, Agencies agencies) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return agencies.named(text);
  }

  /** The story's last paragraph without the agency's name that follows its last sentence. */
  static String cut(String paragraph, Agencies agencies) {
    int floor = Math.max(0, paragraph.length() - MAX_LENGTH);
    for (int i = paragraph.length() - 1; i > floor; i--) {
      if (paragraph.charAt(i) != ' ') {
        continue;
      }
      if (endsSentence(paragraph, i) && isName(paragraph.substring(i + 1), agencies)) {
        return paragraph.substring(0, i).stripTrailing();
      }
    }
    return paragraph;
  }

  private static boolean isName(String text, Agencies agencies) {
    return isAlone(text, agencies) || agencies.named(text).isPresent();
  }

  private static boolean endsSentence(String text, int limit) {
    int end = limit;
    while (end > 0 && "\"'”’»".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".?!".indexOf(text.charAt(end - 1)) >= 0;
  }
}
