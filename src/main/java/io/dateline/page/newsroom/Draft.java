package io.dateline.page.newsroom;

import io.dateline.page.newsroom.NewsItem.Passage;
import io.dateline.page.newsroom.NewsItem.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A news item while it is read. Not safe for use by several threads. */
final class Draft {

  /** Statements of one property: with many of one, those of the others still have their place. */
  private static final int MAX_STATEMENTS = 100;

  /**
   * UTF-16 code units of all statements of one property; an element inside another of its kind
   * repeats its text.
   */
  private static final int MAX_STATED = 200_000;

  /** Paragraphs that are held; a document with more is too complex. */
  private static final int MAX_PASSAGES = 200_000;

  /** Longest id, in UTF-16 code units. */
  private static final int MAX_ID = 1_000;

  private final List<Statement> statements = new ArrayList<>();
  private final List<Statement> substitutes = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final Set<String> properties = new HashSet<>();
  private final Map<String, Room> rooms = new HashMap<>();
  private boolean story;
  private @Nullable String id;
  private String storyKey;
  private @Nullable String html;
  private @Nullable String text;
  private @Nullable String damage;
  private @Nullable String excess;

  Draft(String storyKey) {
    this.storyKey = storyKey;
  }

  /** What one property may still state. */
  private static final class Room {
    private int statements = MAX_STATEMENTS;
    private int chars = MAX_STATED;

    boolean take(int length) {
      if (statements == 0 || length > chars) {
        return false;
      }
      statements--;
      chars -= length;
      return true;
    }
  }

  /** Adds a statement unless it says nothing. */
  void add(String key, String property, @Nullable String value) {
    if (value != null && mayState(property, value)) {
      properties.add(property);
      statements.add(new Statement(key, property, value.strip()));
    }
  }

  /** Adds a statement that counts only if nothing states the property outright. */
  void substitute(String key, String property, @Nullable String value) {
    if (value != null && mayState("else " + property, value)) {
      substitutes.add(new Statement(key, property, value.strip()));
    }
  }

  private boolean mayState(String property, String value) {
    return !value.isBlank()
        && rooms.computeIfAbsent(property, p -> new Room()).take(value.length());
  }

  boolean has(String property) {
    return properties.contains(property);
  }

  void passage(String text, String tag, boolean ofStory) {
    story |= ofStory;
    if (passages.size() < MAX_PASSAGES) {
      passages.add(new Passage(text, tag, ofStory));
    } else {
      excess("The document has more than " + MAX_PASSAGES + " paragraphs.");
    }
  }

  boolean hasStory() {
    return html != null || text != null || story;
  }

  void id(@Nullable String stated) {
    if (id == null && stated != null && !stated.isBlank() && stated.length() <= MAX_ID) {
      id = stated.strip();
    }
  }

  void storyKey(String key) {
    storyKey = key;
  }

  void html(String story) {
    html = story;
  }

  void text(String story) {
    text = story;
  }

  void damage(String sentence) {
    damage = sentence;
  }

  void excess(String sentence) {
    excess = sentence;
  }

  NewsItem finish() {
    List<Statement> all = new ArrayList<>(statements);
    for (Statement substitute : substitutes) {
      if (properties.add(substitute.property())) {
        all.add(substitute);
      }
    }
    return new NewsItem(id, storyKey, all, passages, html, text, damage, excess);
  }
}
