package io.dateline.source.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads single JSON objects for the fields that mean something. Lists are read through: the name of
 * each author in {@code authors} is {@code authors.name}. Safe for use by several threads.
 */
final class JsonObjects {

  /** Objects in each other, as many as a page may have. Corpora nest two or three deep. */
  private static final int MAX_DEPTH = 512;

  private final RecordFields fields;
  private final Set<String> known;
  private final JsonFactory factory;

  JsonObjects(RecordFields fields) {
    this.fields = fields;
    this.known = fields.known();
    this.factory =
        JsonFactory.builder()
            // As Python and others write it.
            .enable(
                JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
  }

  /**
   * The object that makes up {@code json}.
   *
   * @throws DamagedBytesException if it is no JSON object, or more than one
   */
  RecordValues read(byte[] json, int length) throws DamagedBytesException {
    try {
      return readStrictly(json, length);
    } catch (DamagedBytesException e) {
      // Bytes that are no UTF-8 cost characters, not the record.
      byte[] fixed = new String(json, 0, length, UTF_8).getBytes(UTF_8);
      if (Arrays.equals(fixed, 0, fixed.length, json, 0, length)) {
        throw e;
      }
      return readStrictly(fixed, fixed.length);
    }
  }

  private RecordValues readStrictly(byte[] json, int length) throws DamagedBytesException {
    RecordValues values = new RecordValues(fields);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new DamagedBytesException("The line is no JSON object.");
      }
      readFields(parser, values);
      if (parser.nextToken() != null) {
        throw new DamagedBytesException("The line goes on behind its JSON object.");
      }
      return values;
    } catch (JacksonException e) {
      throw new DamagedBytesException("The line is no valid JSON.");
    }
  }

  /** Whether {@code json} is one object with a field that is known. */
  boolean isRecord(byte[] json, int length) {
    try {
      return !read(json, length).isEmpty();
    } catch (DamagedBytesException e) {
      return false;
    }
  }

  /** Whether {@code json}, which may be cut short, begins an object with a field that is known. */
  boolean opensRecord(byte[] json, int length) {
    RecordValues values = new RecordValues(fields);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json, 0, length)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readFields(parser, values);
      }
    } catch (JacksonException | DamagedBytesException e) {
      // As far as it was read.
    }
    return !values.isEmpty();
  }

  private void readFields(JsonParser parser, RecordValues values) throws DamagedBytesException {
    FieldPath path = new FieldPath();
    path.open(true);
    while (path.isOpen()) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      switch (token) {
        case START_OBJECT -> path.open(true);
        case START_ARRAY -> path.open(false);
        case END_OBJECT, END_ARRAY -> path.close();
        case PROPERTY_NAME -> {
          path.name(parser.currentName());
          if (path.isOutermost()) {
            values.addName(path.name());
          }
          if (known.contains(path.name())) {
            values.add(path.name(), null);
          }
        }
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          if (known.contains(path.name())) {
            values.add(path.name(), parser.getString());
          }
        }
        default -> {
          // Nothing is made of booleans and null.
        }
      }
    }
  }
}
