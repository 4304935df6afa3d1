package io.dateline.output;

/**
 * Keeps spreadsheets from running text as a formula: a text cell whose first character after any
 * apostrophes is {@code =}, {@code +}, {@code -}, {@code @}, tab or carriage return gets one more
 * leading apostrophe. A reader takes one off cells of that shape that start with an apostrophe, and
 * has the text as it was.
 */
public final class FormulaGuard {

  private FormulaGuard() {}

  /** The cell as it is written. */
  public static String guard(String cell) {
    return startsFormula(cell) ? "'" + cell : cell;
  }

  /** The cell as it was before {@link #guard}. */
  public static String unguard(String cell) {
    return cell.startsWith("'") && startsFormula(cell) ? cell.substring(1) : cell;
  }

  private static boolean startsFormula(String cell) {
    int i = 0;
    while (i < cell.length() && cell.charAt(i) == '\'') {
      i++;
    }
    return i < cell.length() && "=+-@\t\r".indexOf(cell.charAt(i)) >= 0;
  }
}
