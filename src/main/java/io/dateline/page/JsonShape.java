package io.dateline.page;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What can be said of JSON before its values are read. */
enum JsonShape {
  /** Valid to its end. */
  WHOLE,
  /** No valid JSON, or cut short: what stands before the damage may be read. */
  DAMAGED,
  /** More objects and lists in each other than are allowed, before any damage. */
  TOO_DEEP;

  /**
   * The shape of {@code json}. Nothing is held of it.
   *
   * @param maxDepth objects and lists in each other that it may have
   */
  static JsonShape of(String json, int maxDepth) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(maxDepth + 1)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > maxDepth) {
          return TOO_DEEP;
        }
      }
      return WHOLE;
    } catch (JacksonException e) {
      return DAMAGED;
    }
  }
}
