package io.dateline.output;

import java.util.List;

/**
 * Columns of a file whose values stand in columns of another.
 *
 * @param fields the columns of the file itself
 * @param resource name of the other file in the package
 * @param referenceFields its columns, as many and in the same order
 */
public record ForeignKey(List<String> fields, String resource, List<String> referenceFields) {

  public ForeignKey {
    fields = List.copyOf(fields);
    referenceFields = List.copyOf(referenceFields);
  }
}
