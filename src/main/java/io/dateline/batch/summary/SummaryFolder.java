package io.dateline.batch.summary;

import io.dateline.batch.run.FolderSync;
import io.dateline.batch.run.Run;
import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import io.dateline.summary.Summary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the summaries of an archive into the staging folder of a run. */
public final class SummaryFolder {

  private SummaryFolder() {}

  /**
   * The summaries as the published runs left them, for a run that does not change them.
   *
   * @param published keys of the published runs of its job
   */
  public static void writeUnchanged(
      JdbcTemplate jdbc, TransactionTemplate transaction, Set<Long> published, Run run)
      throws IOException {
    write(
        new ArchiveSummary(
            jdbc,
            transaction,
            run.jobName(),
            published,
            run.runId(),
            SummaryBase.LAST_RUN,
            () -> {}),
        run);
  }

  static void write(ArchiveSummary archive, Run run) throws IOException {
    Path folder = Files.createDirectories(run.folders().staging().resolve("summary"));
    boolean guard = run.frozen().settings().csv().formulaGuard();
    for (Summary summary : Summary.values()) {
      write(archive, summary, folder, guard);
    }
    FolderSync.force(folder);
  }

  private static void write(ArchiveSummary archive, Summary summary, Path folder, boolean guard)
      throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(summary.label() + ".csv"),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        BufferedWriter out =
            new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
      List<Object> cells = new ArrayList<>(summary.keyColumns());
      cells.addAll(summary.countColumns());
      line(out, cells);
      archive.read(
          summary,
          (key1, key2, rows, second) -> {
            cells.clear();
            cells.add(cell(key1, guard));
            if (summary.keyColumns().size() > 1) {
              cells.add(cell(key2, guard));
            }
            cells.add(rows);
            if (summary.countColumns().size() > 1) {
              cells.add(second);
            }
            line(out, cells);
          });
      out.flush();
      channel.force(true);
    }
  }

  private static void line(BufferedWriter out, List<Object> cells) throws IOException {
    out.write(CsvTable.FORMAT.format(cells.toArray()));
    out.write(CsvTable.FORMAT.getRecordSeparator());
  }

  private static String cell(@Nullable String value, boolean guard) {
    String text = value == null ? "" : value;
    return guard ? FormulaGuard.guard(text) : text;
  }
}
