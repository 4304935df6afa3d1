package io.dateline.batch.export;

import io.dateline.batch.selection.BadConditionException;
import io.dateline.batch.selection.FacetColumn;
import io.dateline.batch.selection.Facets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which articles an export holds: for each column that is named, one of its conditions has to hold.
 * An empty cell meets no condition.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ArticleFilter {

  private final List<String> written;
  private final Map<FacetColumn, List<FacetColumn.Condition>> conditions;

  /** Every article. */
  static final ArticleFilter NONE = new ArticleFilter(List.of(), new EnumMap<>(FacetColumn.class));

  private ArticleFilter(
      List<String> written, Map<FacetColumn, List<FacetColumn.Condition>> conditions) {
    this.written = List.copyOf(written);
    this.conditions = conditions;
  }

  /**
   * Reads conditions.
   *
   * @param written each {@code COLUMN=VALUE}; none for all articles
   * @throws ExportRefusedException if a column is not among those allowed, or a value makes no
   *     sense for its column
   */
  public static ArticleFilter of(List<String> written) throws ExportRefusedException {
    Map<FacetColumn, List<FacetColumn.Condition>> conditions = new EnumMap<>(FacetColumn.class);
    for (String text : written) {
      int equals = text.indexOf('=');
      FacetColumn column = FacetColumn.named(equals < 0 ? text : text.substring(0, equals));
      if (equals < 0 || column == null) {
        throw new ExportRefusedException(
            "--where `"
                + text
                + "` cannot be followed; write COLUMN=VALUE with one of the columns "
                + FacetColumn.labels());
      }
      String value = text.substring(equals + 1);
      if (value.isBlank()) {
        throw new ExportRefusedException("--where `" + text + "` has no value behind the =");
      }
      conditions.computeIfAbsent(column, c -> new ArrayList<>()).add(condition(column, value));
    }
    return new ArticleFilter(written, conditions);
  }

  private static FacetColumn.Condition condition(FacetColumn column, String value)
      throws ExportRefusedException {
    try {
      return column.condition(value);
    } catch (BadConditionException e) {
      throw new ExportRefusedException("--where " + column.label() + ": " + e.getMessage());
    }
  }

  /** Whether every article passes. */
  boolean isEmpty() {
    return conditions.isEmpty();
  }

  /** The conditions as they were written. */
  List<String> written() {
    return written;
  }

  boolean accepts(Facets facets) {
    for (Map.Entry<FacetColumn, List<FacetColumn.Condition>> entry : conditions.entrySet()) {
      String cell = entry.getKey().cell(facets);
      if (cell == null || entry.getValue().stream().noneMatch(c -> c.holds(cell))) {
        return false;
      }
    }
    return true;
  }
}
