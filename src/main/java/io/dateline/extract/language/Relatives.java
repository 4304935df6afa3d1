package io.dateline.extract.language;

import java.util.List;

/** Languages so alike in print that a declaration decides between them. */
final class Relatives {

  private static final List<List<String>> GROUPS =
      List.of(
          List.of("no", "nb", "nn", "da"),
          List.of("hr", "bs", "sr", "sh", "me", "cnr"),
          List.of("id", "ms", "jv", "su", "min"),
          List.of("xh", "zu", "ss", "nr", "nd"),
          List.of("tl", "fil", "ceb", "war"),
          List.of("st", "tn", "nso"),
          List.of("gl", "pt", "ast", "es", "ca", "oc"),
          List.of("fa", "prs", "ps", "ur"),
          List.of("de", "gsw", "nds", "lb"),
          List.of("nl", "af", "li", "fy"));

  private Relatives() {}

  /** Whether two codes are of one language or of two so alike. */
  static boolean are(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    for (List<String> group : GROUPS) {
      if (group.contains(a) && group.contains(b)) {
        return true;
      }
    }
    return false;
  }
}
