package io.dateline.cli.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in which pieces are marked. A piece that would overlap one that was marked before is not
 * marked. Not safe for use by several threads.
 */
final class MarkedText {

  /** Marks of one text; a block that is nothing but quotation marks has no story to tell. */
  private static final int MAX_MARKS = 1_000;

  /** Text between two bounds, with what it became; null if it became nothing of its own. */
  record Part(String text, @Nullable String mark) {}

  private record Span(int start, int end, String mark) {}

  private final String text;
  private final List<Span> spans = new ArrayList<>();

  MarkedText(String text) {
    this.text = text;
  }

  /**
   * Marks the first place after an offset where a piece stands as a word or words of its own, and
   * nothing is marked yet.
   *
   * @return the offset after it, or -1 if there is no such place
   */
  int mark(String piece, String mark, int from) {
    if (piece.isEmpty() || spans.size() >= MAX_MARKS) {
      return -1;
    }
    for (int at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
      int end = at + piece.length();
      if (standsAlone(at, end) && mark(new Span(at, end, mark))) {
        return end;
      }
    }
    return -1;
  }

  private boolean mark(Span span) {
    boolean free = spans.stream().noneMatch(s -> span.start() < s.end() && s.start() < span.end());
    if (free) {
      spans.add(span);
    }
    return free;
  }

  /** "she" is not to be found in "fisheries". */
  private boolean standsAlone(int start, int end) {
    return !(continues(start, start - 1, start) || continues(end - 1, end - 1, end));
  }

  private boolean continues(int letter, int left, int right) {
    return left >= 0
        && right < text.length()
        && Character.isLetterOrDigit(text.charAt(letter))
        && Character.isLetterOrDigit(text.charAt(left))
        && Character.isLetterOrDigit(text.charAt(right));
  }

  /** The whole text in order. */
  List<Part> parts() {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingInt(Span::start));
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Span span : sorted) {
      if (span.start() > at) {
        parts.add(new Part(text.substring(at, span.start()), null));
      }
      parts.add(new Part(text.substring(span.start(), span.end()), span.mark()));
      at = span.end();
    }
    if (at < text.length()) {
      parts.add(new Part(text.substring(at), null));
    }
    return parts;
  }
}
