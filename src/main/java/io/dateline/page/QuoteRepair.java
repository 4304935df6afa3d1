package io.dateline.page;

/** Escapes quotation marks that stand unescaped inside the strings of broken JSON. */
final class QuoteRepair {

  private QuoteRepair() {}

  /**
   * {@code json} with a backslash before each quotation mark that does not end its string: the ones
   * after which no comma, colon or closing bracket follows.
   */
  static String repair(String json) {
    StringBuilder repaired = new StringBuilder(json.length() + 16);
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\' && inString && i + 1 < json.length()) {
        repaired.append(c).append(json.charAt(++i));
        continue;
      }
      if (c == '"') {
        if (inString && !endsString(json, i)) {
          repaired.append('\\');
        } else {
          inString = !inString;
        }
      }
      repaired.append(c);
    }
    return repaired.toString();
  }

  private static boolean endsString(String json, int quote) {
    int next = skipSpace(json, quote + 1);
    if (next == json.length() || ":}]".indexOf(json.charAt(next)) >= 0) {
      return true;
    }
    if (json.charAt(next) != ',') {
      return false;
    }
    // After a comma in prose comes a word; in JSON a quotation mark, a bracket, a number, a
    // literal.
    int after = skipSpace(json, next + 1);
    return after == json.length()
        || "\"{[}]-0123456789".indexOf(json.charAt(after)) >= 0
        || json.startsWith("null", after)
        || json.startsWith("true", after)
        || json.startsWith("false", after);
  }

  private static int skipSpace(String json, int from) {
    int at = from;
    while (at < json.length() && json.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
