package io.dateline.batch.report;

import io.dateline.article.ArticleField;
import io.dateline.summary.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * In what share of an archive's articles each field was filled after a run, from the summary in its
 * folder.
 */
final class FieldShares {

  /**
   * Longest file that is read of an earlier run: of some twenty thousand publishers. A report is
   * not worth more of a night.
   */
  private static final long MAX_BYTES = 16L << 20;

  private FieldShares() {}

  /** Shares from 0 to 1 by field, in column order; none if there is no such file to be read. */
  static Map<String, Double> in(Path run, CsvRows csv) throws IOException {
    Path file = run.resolve("summary").resolve(Summary.FIELDS_BY_PUBLISHER.label() + ".csv");
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      return Map.of();
    }
    Map<String, long[]> sums = new HashMap<>();
    csv.read(
        file,
        row -> {
          long[] sum = sums.computeIfAbsent(row.get(1), field -> new long[2]);
          sum[0] += CsvRows.number(row, 2);
          sum[1] += CsvRows.number(row, 3);
          return true;
        });
    Map<String, Double> shares = new LinkedHashMap<>();
    for (ArticleField field : ArticleField.values()) {
      long[] sum = sums.get(field.column());
      if (sum != null && sum[0] > 0) {
        shares.put(field.column(), (double) sum[1] / sum[0]);
      }
    }
    return shares;
  }
}
