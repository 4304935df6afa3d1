package io.dateline.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON as pages have it: with comments, trailing commas, raw line breaks in strings, wrapped
 * in HTML comments or CDATA, or broken off. What stands before the break is kept.
 *
 * <p>Values are {@code Map<String, Object>}, {@code List<Object>} and {@code String}; numbers and
 * booleans as they are spelled, null left out. Safe for use by several threads.
 */
final class LenientJson {

  private static final String CDATA = "[CDATA[";

  private final JsonFactory factory;
  private final PageLimits limits;

  LenientJson(PageLimits limits) {
    this.limits = limits;
    this.factory =
        JsonFactory.builder()
            .enable(
                JsonReadFeature.ALLOW_JAVA_COMMENTS,
                JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                JsonReadFeature.ALLOW_SINGLE_QUOTES,
                JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                JsonReadFeature.ALLOW_MISSING_VALUES,
                JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.maxJsonLdDepth())
                    .maxStringLength(Math.max(1, limits.maxJsonLdChars()))
                    .build())
            .build();
  }

  /** Objects, arrays and values in them. */
  private static final int MAX_VALUES = 500_000;

  /** The objects and arrays that {@code script} holds one after the other; empty if it has none. */
  List<Object> parse(String script) {
    int start = start(script);
    if (start < 0 || script.length() > limits.maxJsonLdChars()) {
      return List.of();
    }
    String json = script.substring(start);
    Tree tree = new Tree();
    if (!read(json, tree)) {
      Tree repaired = new Tree();
      if (read(QuoteRepair.repair(json), repaired) || repaired.size >= tree.size) {
        return repaired.roots;
      }
    }
    return tree.roots;
  }

  private static int start(String script) {
    for (int i = 0; i < script.length(); i++) {
      if (script.startsWith(CDATA, i)) {
        i += CDATA.length() - 1;
      } else if (script.charAt(i) == '{' || script.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  /** Reads into {@code tree} as far as it goes; returns whether it went to the end. */
  private boolean read(String json, Tree tree) {
    long valueEnd = json.length();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (tree.size > MAX_VALUES) {
          // As if it ended here: no page says so much of itself, and all of it is held in memory.
          return true;
        }
        tree.accept(token, token.isScalarValue() ? parser.getString() : parser.currentName());
        valueEnd = parser.currentLocation().getCharOffset();
      }
      return true;
    } catch (JacksonException e) {
      if (tree.open.isEmpty() && !tree.roots.isEmpty()) {
        // Only the wrapping's end was left: "-->", "]]>", ";".
        return true;
      }
      if (!isDelimited(json, (int) valueEnd)) {
        tree.dropLastScalar();
      }
      return false;
    }
  }

  /** Whether a value that ends there is whole: a quotation mark inside it may have cut it. */
  private static boolean isDelimited(String json, int end) {
    int next = end;
    while (next < json.length() && json.charAt(next) <= ' ') {
      next++;
    }
    return next >= json.length() || ",}]".indexOf(json.charAt(next)) >= 0;
  }

  /** The values read so far; an open object is in its parent already. */
  private static final class Tree {

    private final List<Object> roots = new ArrayList<>();
    private final List<Object> open = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int size;
    private @Nullable Runnable undo;

    void accept(JsonToken token, @Nullable String text) {
      switch (token) {
        case START_OBJECT -> open(new LinkedHashMap<String, Object>());
        case START_ARRAY -> open(new ArrayList<>());
        case END_OBJECT, END_ARRAY -> {
          open.remove(open.size() - 1);
          names.remove(names.size() - 1);
          undo = null;
        }
        case PROPERTY_NAME -> {
          names.set(names.size() - 1, text == null ? "" : text);
          undo = null;
        }
        case VALUE_NULL -> undo = null;
        default -> put(text == null ? "" : text);
      }
    }

    void dropLastScalar() {
      if (undo != null) {
        undo.run();
      }
    }

    private void open(Object container) {
      put(container);
      undo = null;
      open.add(container);
      names.add("");
    }

    private void put(Object value) {
      size++;
      if (open.isEmpty()) {
        if (!(value instanceof String)) {
          roots.add(value);
        }
        return;
      }
      Object container = open.get(open.size() - 1);
      if (container instanceof List<?> list) {
        addTo(list, value);
        undo = () -> list.remove(list.size() - 1);
      } else if (container instanceof Map<?, ?> map) {
        String name = names.get(names.size() - 1);
        putInto(map, name, value);
        undo = () -> map.remove(name);
      }
    }

    // Only this class fills the containers, with these types.
    @SuppressWarnings("unchecked")
    private static void addTo(List<?> list, Object value) {
      ((List<Object>) list).add(value);
    }

    // Likewise.
    @SuppressWarnings("unchecked")
    private static void putInto(Map<?, ?> map, String name, Object value) {
      ((Map<String, Object>) map).putIfAbsent(name, value);
    }
  }
}
