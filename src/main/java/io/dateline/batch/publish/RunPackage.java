package io.dateline.batch.publish;

import io.dateline.batch.run.JoinedFile;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.Run;
import io.dateline.output.DataPackage;
import io.dateline.output.FileForm;
import io.dateline.output.PackagedFile;
import io.dateline.output.PackagedTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code datapackage.json} of a run or of an export. */
public final class RunPackage {

  /** Name of the file. */
  public static final String FILE_NAME = "datapackage.json";

  private static final String DESCRIPTION =
      "What Dateline made of an archive of news articles; the version is the program's.";

  private RunPackage() {}

  /**
   * The descriptor of a run whose files stand in staging: its three tables, then its summaries by
   * their names.
   *
   * @param tables the joined tables by their file names
   */
  static String ofRun(Run run, Map<String, JoinedFile> tables) throws IOException {
    List<PackagedFile> files = tables(FileForm.CSV, tables);
    files.addAll(SummaryFiles.in(run.folders().staging()));
    String folder = run.folders().name();
    return descriptor(
        run.jobName() + "-" + folder,
        "News articles: job " + run.jobName() + ", run " + folder,
        run.startedAt(),
        run.frozen().settings().csv().formulaGuard(),
        null,
        files);
  }

  /**
   * The descriptor of an export: the tables that it has.
   *
   * @param createdAt ISO 8601 in UTC
   * @param where the conditions by which articles were selected; empty for the whole archive
   * @param form what the files are
   * @param formulaGuard whether text cells are guarded
   * @param cut the text that was cut; null where none was to be
   * @param tables by their file names
   */
  public static String ofExport(
      String jobName,
      String createdAt,
      List<String> where,
      FileForm form,
      boolean formulaGuard,
      DataPackage.@Nullable Cut cut,
      Map<String, JoinedFile> tables) {
    String title = "News articles: archive of the job " + jobName;
    return descriptor(
        jobName + (where.isEmpty() ? "-export" : "-selection"),
        where.isEmpty() ? title : title + ", only " + String.join(", ", where),
        createdAt,
        formulaGuard,
        cut,
        tables(form, tables));
  }

  private static List<PackagedFile> tables(FileForm form, Map<String, JoinedFile> tables) {
    List<PackagedFile> files = new ArrayList<>();
    for (PackagedTable table : PackagedTable.values()) {
      JoinedFile file = tables.get(form.fileName(table));
      if (file != null) {
        files.add(table.file(form, file.rows(), file.bytes(), file.sha256()));
      }
    }
    return files;
  }

  private static String descriptor(
      String name,
      String title,
      String createdAt,
      boolean formulaGuard,
      DataPackage.@Nullable Cut cut,
      List<PackagedFile> files) {
    return new DataPackage(
            // A job's name may have capitals, a package's should not.
            name.toLowerCase(Locale.ROOT),
            title,
            DESCRIPTION,
            ProgramVersion.get(),
            createdAt,
            formulaGuard,
            cut,
            files)
        .descriptor();
  }
}
