package io.dateline.source.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where in a JSON object a value stands: names of fields joined by dots, lists left out. */
final class FieldPath {

  /** Longest path that may mean something; deeper ones are not put together. */
  private static final int MAX_CHARS = 200;

  /** A path that means nothing. */
  private static final String NOWHERE = "\0";

  /** For each open object or list what the path of its fields begins with, and the path in it. */
  private final List<String> starts = new ArrayList<>();

  private final List<String> names = new ArrayList<>();

  void open(boolean object) {
    String outer = names.isEmpty() ? "" : name();
    String start = outer.isEmpty() || outer.equals(NOWHERE) ? outer : outer + ".";
    starts.add(object ? start : outer);
    names.add(object ? NOWHERE : outer);
  }

  void close() {
    starts.remove(starts.size() - 1);
    names.remove(names.size() - 1);
  }

  boolean isOpen() {
    return !names.isEmpty();
  }

  /** Whether the open object or list stands in no other. */
  boolean isOutermost() {
    return names.size() == 1;
  }

  /** Goes on to the field of this name in the open object. */
  void name(String name) {
    String start = starts.get(starts.size() - 1);
    boolean kept = !start.equals(NOWHERE) && start.length() + name.length() <= MAX_CHARS;
    names.set(names.size() - 1, kept ? start + name.toLowerCase(Locale.ROOT) : NOWHERE);
  }

  /** The path of the value that comes next. */
  String name() {
    return names.get(names.size() - 1);
  }
}
