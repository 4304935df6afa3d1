package io.dateline.batch.settings;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts given settings in the place of weaker ones, and refuses those that nobody knows. */
final class SettingsMerge {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What the elements of a list look like that are groups themselves. */
  private static final Map<String, ObjectNode> ELEMENTS =
      Map.of(
          "extraction.sources",
          SettingsLoader.YAML.<ObjectNode>valueToTree(ExtractionSettings.SourceSettings.NONE));

  private SettingsMerge() {}

  /**
   * Puts {@code given} in the place of what {@code target} has.
   *
   * @param place where it was given, for messages
   * @throws SettingsException if it holds a key that the target does not have
   */
  static void into(ObjectNode target, ObjectNode given, String place) {
    merge(target, given, "", place);
  }

  private static void merge(ObjectNode target, ObjectNode given, String prefix, String place) {
    given
        .properties()
        .forEach(
            entry -> {
              String key = prefix + entry.getKey();
              JsonNode known = target.get(entry.getKey());
              if (known == null) {
                throw new SettingsException(
                    "Unknown setting `"
                        + key
                        + "` in "
                        + place
                        + "; allowed here: "
                        + String.join(", ", target.propertyNames())
                        + ".");
              }
              if (known instanceof ObjectNode group) {
                if (!(entry.getValue() instanceof ObjectNode members)) {
                  throw new SettingsException(
                      "The setting `"
                          + key
                          + "` in "
                          + place
                          + " must be a group of: "
                          + String.join(", ", group.propertyNames())
                          + ".");
                }
                merge(group, members, key + ".", place);
              } else {
                JsonNode value = sameShape(known, entry.getValue());
                ObjectNode element = ELEMENTS.get(key);
                target.set(
                    entry.getKey(), element == null ? value : elements(element, value, key, place));
              }
            });
  }

  /** A list of groups, each of them whole. */
  private static JsonNode elements(ObjectNode shape, JsonNode given, String key, String place) {
    ObjectNode shapes = NODES.objectNode();
    ObjectNode values = NODES.objectNode();
    for (JsonNode value : given) {
      String index = "[" + shapes.size() + "]";
      requireFilled(value, key + index, place);
      shapes.set(index, shape.deepCopy());
      values.set(index, value);
    }
    merge(shapes, values, key, place);
    ArrayNode list = NODES.arrayNode();
    shapes.forEach(list::add);
    return list;
  }

  /** A selector that begins with `#` is a comment to YAML, and would be lost without a word. */
  private static void requireFilled(JsonNode group, String key, String place) {
    group
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                throw new SettingsException(
                    "The setting `"
                        + key
                        + "."
                        + entry.getKey()
                        + "` in "
                        + place
                        + " is empty; leave the key out, and put in quotes what begins with `#`.");
              }
            });
  }

  /** A single value where a list is expected is a list of one; nothing is empty there as well. */
  private static JsonNode sameShape(JsonNode known, JsonNode given) {
    if (known.isString() && given.isMissingNode()) {
      // A variable that is set to nothing.
      return NODES.stringNode("");
    }
    if (known instanceof ArrayNode && !given.isArray()) {
      ArrayNode list = NODES.arrayNode();
      return given.isNull() || given.isMissingNode() ? list : list.add(given);
    }
    return given;
  }
}
