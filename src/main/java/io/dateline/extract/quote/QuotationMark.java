package io.dateline.extract.quote;

/**
 * One mark in a paragraph and how far its looks speak for opening or closing.
 *
 * @param at offset in UTF-16 code units
 * @param length code units it takes: 2 for {@code ''}
 * @param family which marks it pairs with
 * @param openingCost 0 if it looks like an opening mark, more the less it does
 * @param closingCost likewise for a closing mark
 * @param skipCost what it costs to take it for no mark at all: little after a digit, where inches
 *     and seconds stand
 */
record QuotationMark(
    int at, int length, Family family, int openingCost, int closingCost, int skipCost) {

  /** Marks that pair with each other. */
  enum Family {
    STRAIGHT(0),
    CURLY(1),
    GUILLEMET(2),
    CORNER(3),
    WHITE_CORNER(4);

    private final int number;

    Family(int number) {
      this.number = number;
    }

    /** Its number among the families, from 0. */
    int number() {
      return number;
    }
  }

  QuotationMark skippedFor(int cost) {
    return new QuotationMark(at, length, family, openingCost, closingCost, cost);
  }

  int after() {
    return at + length;
  }
}
