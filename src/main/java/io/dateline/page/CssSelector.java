package io.dateline.page;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * A <a href="https://www.w3.org/TR/selectors-3/">CSS selector</a> of those that cost little on any
 * page: element names, {@code #id}, {@code .class}, attributes with {@code =}, {@code ^=}, {@code
 * $=}, {@code *=} and {@code !=}, the combinators space, {@code >} and {@code +}, groups with a
 * comma, {@code :not(…)} and {@code :is(…)}.
 *
 * <p>Left out is what jsoup knows besides: patterns, which may backtrack without bound on a hostile
 * page ({@code ~=} is one there and not CSS's word); searches in an element's text; and what counts
 * or walks an element's siblings, of which a page may have millions.
 *
 * <p>An element is compared with each part of the selector and each of its ancestors at most once:
 * time in proportion to elements times depth times parts. Immutable and safe for use by several
 * threads.
 */
public final class CssSelector {

  /** Longest selector, in UTF-16 code units; bounds the parts that each element is held against. */
  public static final int MAX_LENGTH = 200;

  private static final Set<String> PSEUDO_CLASSES = Set.of("not", "is");

  private static final String ALLOWED =
      "allowed are element names, `#id`, `.class`, `[attribute]` with `=`, `^=`, `$=`, `*=` and"
          + " `!=`, the combinators space, `>` and `+`, `,` between several, `:not(…)` and `:is(…)`";

  private final String text;
  private final Evaluator evaluator;

  private CssSelector(String text, Evaluator evaluator) {
    this.text = text;
    this.evaluator = evaluator;
  }

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException with what is wrong and what is allowed
   */
  public static CssSelector of(String text) {
    String selector = text.strip();
    if (selector.isEmpty() || selector.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a CSS selector has 1 to " + MAX_LENGTH + " characters");
    }
    String refused = firstRefused(selector);
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException("`" + refused + "` has no place here; " + ALLOWED);
    }
    try {
      return new CssSelector(selector, Selector.evaluatorOf(selector));
    } catch (Selector.SelectorParseException e) {
      throw new IllegalArgumentException("it is no CSS selector; " + ALLOWED, e);
    }
  }

  /** The first part of a selector that is not allowed, or an empty string. */
  private static String firstRefused(String selector) {
    boolean inBrackets = false;
    for (int i = 0; i < selector.length(); i++) {
      char c = selector.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"' || c == '\'') {
        i = endOfString(selector, i);
      } else if (Character.isISOControl(c)) {
        return "a control character";
      } else if (c == '~') {
        return inBrackets ? "~=" : "~";
      } else if (c == '[' || c == ']') {
        inBrackets = c == '[';
      } else if (c == ':' && !inBrackets) {
        String name = name(selector, i + 1);
        if (!PSEUDO_CLASSES.contains(name)) {
          return ":" + name;
        }
      }
    }
    return "";
  }

  /** Where the string ends that a quotation mark begins; a mark behind a backslash ends none. */
  private static int endOfString(String selector, int start) {
    int i = start + 1;
    while (i < selector.length() && selector.charAt(i) != selector.charAt(start)) {
      i += selector.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  private static String name(String selector, int from) {
    int end = from;
    while (end < selector.length()
        && (Character.isLetterOrDigit(selector.charAt(end))
            || selector.charAt(end) == '-'
            || (end == from && selector.charAt(end) == ':'))) {
      end++;
    }
    return selector.substring(from, end);
  }

  /** The elements of a document that it fits, in document order. */
  List<Element> in(Document document) {
    return document.select(evaluator);
  }

  /** The selector as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
