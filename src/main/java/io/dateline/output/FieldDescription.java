package io.dateline.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV file as <a href="https://datapackage.org/standard/table-schema/">Table
 * Schema</a> describes it.
 *
 * @param name as in the header
 * @param type a type of Table Schema: {@code string}, {@code integer}, {@code number}, {@code
 *     boolean}, {@code date} …
 * @param description one or two sentences, in Markdown
 * @param constraints constraints of Table Schema by their names, in the order in which they are
 *     written; a pattern speaks of the whole cell
 * @param rdfType IRI of the term that means the same, null if there is none
 * @param severalValues whether a cell may hold several values, joined by {@code "; "}
 */
public record FieldDescription(
    String name,
    String type,
    String description,
    Map<String, Object> constraints,
    @Nullable String rdfType,
    boolean severalValues) {

  public FieldDescription {
    constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
  }

  /** A column without constraints that has no term of its own. */
  public static FieldDescription of(String name, String type, String description) {
    return new FieldDescription(name, type, description, Map.of(), null, false);
  }

  /** A column of counts: integers of 0 or more, in every row. */
  public static FieldDescription ofCount(String name, String description) {
    Map<String, Object> constraints = new LinkedHashMap<>();
    constraints.put("required", true);
    constraints.put("minimum", 0);
    return new FieldDescription(name, "integer", description, constraints, null, false);
  }
}
