package io.dateline.extract.body;

/** Kinds of elements that hold a block. */
enum Holder {
  LINE,
  PARAGRAPH,
  TOP_HEADING,
  SECOND_HEADING,
  HEADING,
  ITEM,
  CELL,
  QUOTE,
  PREFORMATTED,
  CAPTION,
  DIVISION,
  OTHER;

  static Holder of(String tag) {
    return switch (tag) {
      case "line" -> LINE;
      case "p" -> PARAGRAPH;
      case "h1" -> TOP_HEADING;
      case "h2" -> SECOND_HEADING;
      case "h3", "h4", "h5", "h6" -> HEADING;
      case "li", "dd", "dt" -> ITEM;
      case "td", "th", "tr", "caption" -> CELL;
      case "blockquote" -> QUOTE;
      case "pre" -> PREFORMATTED;
      case "figcaption", "figure" -> CAPTION;
      case "div", "section", "article", "main", "body" -> DIVISION;
      default -> OTHER;
    };
  }
}
