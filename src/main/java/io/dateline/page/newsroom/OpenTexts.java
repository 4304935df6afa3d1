package io.dateline.page.newsroom;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The texts of elements that are being gathered, the innermost last. An element's text is that of
 * the elements in it as well.
 */
final class OpenTexts {

  /** Longest text that is a statement, in UTF-16 code units; the rest is left out. */
  private static final int MAX_LENGTH = 20_000;

  private record Open(int depth, BoundedText text, Consumer<String> done) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private int depth;

  /** Goes into an element. */
  void enter() {
    depth++;
  }

  /** Gathers the text of the element that was entered last. */
  void gather(Consumer<String> done) {
    open.addLast(new Open(depth, new BoundedText(MAX_LENGTH), done));
  }

  void append(String chunk) {
    for (Open one : open) {
      one.text().append(chunk);
    }
  }

  /** Leaves an element; what it gathered is told. */
  void leave() {
    while (!open.isEmpty() && open.getLast().depth() == depth) {
      Open last = open.removeLast();
      last.done().accept(last.text().toString());
    }
    depth--;
  }
}
