package io.dateline.batch.report;

import io.dateline.output.PackagedTable;
import io.dateline.output.RejectionColumn;
import io.dateline.summary.report.RejectedReason;
import io.dateline.summary.report.RejectedReason.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first few rejections of each reason. */
final class RejectionExamples {

  private static final int EXAMPLES = 3;

  private static final List<RejectionColumn> COLUMNS = List.of(RejectionColumn.values());

  private RejectionExamples() {}

  /**
   * Reasons with examples, the most frequent first.
   *
   * @param folder where the run's rejections.csv is
   * @param counts rejections by reason
   */
  static List<RejectedReason> of(Path folder, Map<String, Long> counts, CsvRows csv)
      throws IOException {
    Map<String, List<Example>> examples = new HashMap<>();
    counts.keySet().forEach(reason -> examples.put(reason, new ArrayList<>()));
    // Seldom many rows: it ends when each reason has its examples.
    long[] wanted = {counts.values().stream().mapToLong(n -> Math.min(n, EXAMPLES)).sum()};
    if (wanted[0] > 0) {
      csv.read(
          folder.resolve(PackagedTable.REJECTIONS.fileName()),
          row -> {
            List<Example> of = examples.get(row.get(COLUMNS.indexOf(RejectionColumn.REASON)));
            if (of != null && of.size() < EXAMPLES) {
              of.add(
                  new Example(
                      csv.text(row, COLUMNS.indexOf(RejectionColumn.SOURCE_PATH)),
                      csv.text(row, COLUMNS.indexOf(RejectionColumn.ENTRY_NAME)),
                      csv.text(row, COLUMNS.indexOf(RejectionColumn.MESSAGE))));
              wanted[0]--;
            }
            return wanted[0] > 0;
          });
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing(Map.Entry<String, Long>::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .map(
            e ->
                new RejectedReason(
                    e.getKey(), e.getValue(), examples.getOrDefault(e.getKey(), List.of())))
        .toList();
  }
}
