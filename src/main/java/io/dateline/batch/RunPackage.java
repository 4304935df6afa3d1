package io.dateline.batch;

import io.dateline.output.DataPackage;
import io.dateline.output.PackagedFile;
import io.dateline.output.PackagedTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The {@code datapackage.json} of a run: its three tables, then its summaries by their names. */
final class RunPackage {

  private RunPackage() {}

  /**
   * The text of {@code datapackage.json} for the files that stand in staging.
   *
   * @param tables the joined tables by their file names
   */
  static String descriptor(Run run, Map<String, JoinedFile> tables) throws IOException {
    List<PackagedFile> files = new ArrayList<>();
    for (PackagedTable table : PackagedTable.values()) {
      String name = table.label() + ".csv";
      JoinedFile file = Objects.requireNonNull(tables.get(name), name);
      files.add(table.file(file.rows(), file.bytes(), file.sha256()));
    }
    files.addAll(SummaryFiles.in(run.folders().staging()));
    String folder = run.folders().name();
    return new DataPackage(
            // A job's name may have capitals, a package's should not.
            (run.jobName() + "-" + folder).toLowerCase(Locale.ROOT),
            "News articles: job " + run.jobName() + ", run " + folder,
            "What Dateline made of an archive of news articles; the version is the program's.",
            ProgramVersion.get(),
            run.startedAt(),
            run.frozen().settings().csv().formulaGuard(),
            files)
        .descriptor();
  }
}
