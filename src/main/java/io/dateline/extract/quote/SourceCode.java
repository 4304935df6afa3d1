package io.dateline.extract.quote;

/** Tells paragraphs of program text, whose quotation marks hold strings and nobody's words. */
final class SourceCode {

  /** Different signs of code that prose never has together. */
  private static final int MIN_SIGNS = 2;

  private static final String[] SIGNS = {
    "('", "(\"", "\")", ");", "();", "{ ", "};", ":=", "==", "!=", "=>", "->", "::", "&&", "||",
    "\": ", "/*", "$(", "${", "[0]", "+=", "\\n", "%s", "%v"
  };

  private SourceCode() {}

  static boolean isCode(String paragraph) {
    if (paragraph.indexOf('(') < 0 && paragraph.indexOf('{') < 0) {
      return false;
    }
    boolean statement =
        paragraph.contains(");")
            || paragraph.contains(":=")
            || paragraph.contains("();")
            || paragraph.contains("=>")
            || (paragraph.indexOf('{') >= 0 && paragraph.indexOf('}') >= 0);
    int signs = 0;
    for (int i = 0; statement && i < SIGNS.length && signs < MIN_SIGNS; i++) {
      signs += paragraph.contains(SIGNS[i]) ? 1 : 0;
    }
    return signs >= MIN_SIGNS;
  }
}
