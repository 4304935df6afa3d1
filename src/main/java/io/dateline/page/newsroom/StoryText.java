package io.dateline.page.newsroom;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the markup of a story into passages, as NITF and XHTML have it: each paragraph, subhead,
 * list item and row of a table is one, and so is text that stands between them. Captions of media
 * are none, as those of figures in pages are none.
 */
final class StoryText {

  /** Elements that begin and end a passage, with the tag that HTML has for what is in them. */
  private static final Map<String, String> BLOCKS =
      Map.ofEntries(
          Map.entry("p", "p"),
          Map.entry("hl1", "h2"),
          Map.entry("hl2", "h2"),
          Map.entry("h1", "h1"),
          Map.entry("h2", "h2"),
          Map.entry("h3", "h3"),
          Map.entry("h4", "h4"),
          Map.entry("h5", "h5"),
          Map.entry("h6", "h6"),
          Map.entry("li", "li"),
          Map.entry("dt", "dt"),
          Map.entry("dd", "dd"),
          Map.entry("tr", "tr"),
          Map.entry("pre", "pre"),
          Map.entry("block", "p"),
          Map.entry("bq", "p"),
          Map.entry("blockquote", "p"),
          Map.entry("credit", "p"),
          Map.entry("div", "p"),
          Map.entry("section", "p"),
          Map.entry("article", "p"),
          Map.entry("body", "p"),
          Map.entry("ul", "p"),
          Map.entry("ol", "p"),
          Map.entry("dl", "p"),
          Map.entry("table", "p"),
          Map.entry("caption", "p"),
          Map.entry("fn", "p"),
          Map.entry("note", "p"));

  /** What no reader of the story sees in it, or what is a statement about it. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "media",
          "figure",
          "picture",
          "head",
          "script",
          "style",
          "nitf-table-metadata",
          "byline",
          "dateline",
          "copyrite",
          "abstract",
          "datasource");

  private final Draft draft;
  private final StringBuilder passage = new StringBuilder();
  private final Deque<String> tags = new ArrayDeque<>();
  private boolean blank = true;
  private int leftOut;
  private int rows;

  StoryText(Draft draft) {
    this.draft = draft;
  }

  void start(String name) {
    if (leftOut > 0 || LEFT_OUT.contains(name)) {
      leftOut++;
      return;
    }
    String tag = BLOCKS.get(name);
    if (rows > 0) {
      boolean cell = name.equals("td") || name.equals("th");
      // What stands in a cell is a part of the row, however it is set.
      boolean parts = tag != null || name.equals("br") || name.equals("hr");
      passage.append(cell && !blank ? " | " : parts ? " " : "");
      rows += name.equals("tr") ? 1 : 0;
      return;
    }
    if (name.equals("br") || name.equals("hr")) {
      passage.append(' ');
    } else if (tag != null) {
      flush();
      tags.addLast(tag);
      rows += name.equals("tr") ? 1 : 0;
    }
  }

  void end(String name) {
    if (leftOut > 0) {
      leftOut--;
      return;
    }
    if (rows > 0) {
      if (!name.equals("tr") || --rows > 0) {
        passage.append(BLOCKS.containsKey(name) ? " " : "");
        return;
      }
    }
    if (BLOCKS.containsKey(name)) {
      flush();
      tags.pollLast();
    }
  }

  void text(String chunk) {
    if (leftOut == 0) {
      passage.append(chunk);
      blank = blank && isBlank(chunk);
    }
  }

  /** Ends the story. */
  void finish() {
    flush();
  }

  private void flush() {
    if (!blank) {
      @Nullable String tag = tags.peekLast();
      draft.passage(passage.toString(), tag == null ? "p" : tag, true);
    }
    passage.setLength(0);
    blank = true;
  }

  private static boolean isBlank(String chunk) {
    for (int i = 0; i < chunk.length(); i++) {
      if (chunk.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }
}
