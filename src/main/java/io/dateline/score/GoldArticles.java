package io.dateline.score;

import io.dateline.output.ArticleColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gold of articles.
 *
 * @param join how its rows are found in a run
 * @param columns what is judged, in the order of {@code articles.csv}
 * @param rows cells in the order of {@code columns}, by the key of the join
 */
record GoldArticles(Join join, List<ArticleColumn> columns, Map<String, List<String>> rows) {

  /** Where an article stands is its name and no finding. */
  private static final Set<ArticleColumn> NAMES =
      Set.of(
          ArticleColumn.ARTICLE_ID,
          ArticleColumn.COLLECTION,
          ArticleColumn.SOURCE_PATH,
          ArticleColumn.ENTRY_NAME);

  /**
   * Reads the file whole.
   *
   * @param mayBeNames whether it may have no column to judge
   */
  static GoldArticles read(Path path, boolean mayBeNames)
      throws IOException, ScoreRefusedException {
    GoldFile file = new GoldFile(path);
    List<String> known = Arrays.stream(ArticleColumn.values()).map(ArticleColumn::label).toList();
    try (CsvRows rows = file.open(known)) {
      Join join = file.join(rows.columns());
      List<ArticleColumn> columns =
          Arrays.stream(ArticleColumn.values())
              .filter(column -> rows.columns().contains(column.label()))
              .filter(column -> !NAMES.contains(column))
              .filter(column -> !join.columns().contains(column.label()))
              .toList();
      if (columns.isEmpty() && !mayBeNames) {
        throw file.refused("has no column to judge; give it one of articles.csv, such as headline");
      }
      Map<String, List<String>> gold = read(file, rows, join, columns);
      if (gold.isEmpty()) {
        throw file.refused("has no rows; give it one for each article to judge");
      }
      return new GoldArticles(join, columns, gold);
    }
  }

  private static Map<String, List<String>> read(
      GoldFile file, CsvRows rows, Join join, List<ArticleColumn> columns)
      throws ScoreRefusedException {
    Map<String, List<String>> gold = new LinkedHashMap<>();
    try {
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        if (gold.put(file.key(join, row), cells(file, row, columns)) != null) {
          throw file.refused(
              "names an article in line "
                  + row.line()
                  + " that it has named before; take one out, or give it the column "
                  + join.finer());
        }
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    return gold;
  }

  private static List<String> cells(GoldFile file, CsvRow row, List<ArticleColumn> columns)
      throws ScoreRefusedException {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      ArticleColumn column = columns.get(i);
      cells[i] = row.cell(column.label()).strip();
      String objection = Comparison.of(column).objection(cells[i]);
      if (!objection.isEmpty()) {
        throw file.refused(
            "has in line "
                + row.line()
                + " a "
                + column.label()
                + " that is "
                + objection
                + "; correct it");
      }
    }
    return List.of(cells);
  }
}
