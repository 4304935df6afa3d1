package io.dateline.batch.export;

import io.dateline.batch.plan.LedgerReader;
import io.dateline.batch.publish.RunPackage;
import io.dateline.batch.rollback.UnfinishedRollbacks;
import io.dateline.batch.run.JoinedFile;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import io.dateline.output.CellLimit;
import io.dateline.output.DataPackage;
import io.dateline.output.FileForm;
import io.dateline.output.PackagedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the whole current archive of a job as one set of files: what its published runs hold,
 * without what later ones superseded, in manifest order. An unfinished run has no part in it.
 *
 * <p>Whoever calls it holds the lock of the output folder. Memory does not grow with the archive:
 * only one page of rows and a bounded number of open files are held.
 */
@Component
public class ArchiveExport {

  private static final String UNTOUCHED = "What was exported before is untouched.";

  private final JdbcClient jdbc;
  private final RunStore store;
  private final UnfinishedRollbacks rollbacks;
  private volatile boolean stopRequested;

  ArchiveExport(JdbcClient jdbc, RunStore store, UnfinishedRollbacks rollbacks) {
    this.rollbacks = rollbacks;
    this.jdbc = jdbc;
    this.store = store;
  }

  /** Asks the export in this process to end; what it has written so far is removed. */
  public void stop() {
    stopRequested = true;
  }

  /**
   * Exports.
   *
   * @throws ExportRefusedException if the target may not be written to
   * @throws RunFailure of kind INPUT if the job has published nothing; of kind OUTPUT if something
   *     else is where the export should go; of kind IO if a published folder is gone or changed
   */
  public ExportSummary run(ExportRequest request) throws ExportRefusedException {
    long start = System.nanoTime();
    rollbacks.finishAlone(request.jobName());
    NavigableSet<Long> runs = new TreeSet<>(store.published(request.jobName()));
    if (runs.isEmpty()) {
      throw nothingPublished(request.jobName(), request.output());
    }
    ExportTarget.check(
        request.target(), request.output(), request.jobName(), inputRoots(request, runs));
    Run newest = store.get(runs.last());
    try (ExportFolder folder = ExportFolder.begin(request.target(), ExportFolder.EXPORT)) {
      Tables tables =
          write(request.jobName(), request.filter(), request.form(), folder.files(), UNTOUCHED);
      Map<String, JoinedFile> files = tables.files();
      FileForm form = request.form().file();
      ExportSummary summary =
          new ExportSummary(
              request.jobName(),
              Instant.now().toString(),
              ProgramVersion.get(),
              new ExportSummary.NewestRun(
                  newest.runNumber(), newest.runDate(), newest.folders().name()),
              request.filter().written(),
              form.format(),
              rows(files.get(form.fileName(PackagedTable.ARTICLES))),
              rows(files.get(form.fileName(PackagedTable.QUOTES))),
              request.filter().isEmpty()
                  ? rows(files.get(form.fileName(PackagedTable.REJECTIONS)))
                  : null,
              tables.cut(),
              files.values().stream().mapToLong(JoinedFile::bytes).sum(),
              Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
              request.target().toString(),
              files);
      Files.writeString(
          folder.files().resolve(RunPackage.FILE_NAME),
          RunPackage.ofExport(
              request.jobName(),
              summary.createdAt(),
              summary.where(),
              form,
              request.form().formulaGuard(),
              cut(request.form().limit(), tables.cut()),
              files),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      folder.publish(summary.toFile());
      return summary;
    } catch (IOException e) {
      throw RunFailure.of(e, UNTOUCHED);
    }
  }

  /** The failure of a job that has published nothing below this output folder. */
  public static RunFailure nothingPublished(String jobName, Path output) {
    return new RunFailure(
        RunFailure.Kind.INPUT,
        "The job "
            + jobName
            + " has published nothing in "
            + output
            + " that could be exported; start a run first, or name its folder with --output.",
        null);
  }

  /** Those of today's settings and those of every run. */
  private Set<Path> inputRoots(ExportRequest request, Set<Long> runs) {
    Set<Path> roots = new LinkedHashSet<>(request.inputRoots());
    for (long runId : runs) {
      store.get(runId).frozen().roots().forEach(root -> roots.add(Path.of(root.folder())));
    }
    return roots;
  }

  /**
   * Writes the three files of the whole current archive of a job, and nothing else.
   *
   * @param folder where they go; holds none of them
   * @param guard whether text cells are guarded against being run as a formula
   * @param stopped what is told of a copy that was stopped
   * @throws RunFailure as {@link #run}
   */
  public void copy(String jobName, Path output, Path folder, boolean guard, String stopped) {
    if (store.published(jobName).isEmpty()) {
      throw nothingPublished(jobName, output);
    }
    try {
      write(jobName, ArticleFilter.NONE, ExportForm.ofRun(guard), folder, stopped);
    } catch (IOException e) {
      throw RunFailure.of(e, stopped);
    }
  }

  /** What was written, and how many texts were cut. */
  private record Tables(Map<String, JoinedFile> files, @Nullable Long cut) {}

  private Tables write(
      String jobName, ArticleFilter filter, ExportForm form, Path folder, String stopped)
      throws IOException {
    try (OpenRuns runs =
            new OpenRuns(jdbc, store, PackagedTable.ARTICLES.header(), form.formulaGuard());
        ArchiveTables tables = tables(folder, form, filter.isEmpty())) {
      ArchiveWriter writer = new ArchiveWriter(tables, new ArchiveRows(jdbc), runs, filter);
      FileRanges ranges = new FileRanges(new LedgerReader(jdbc, jobName));
      while (ranges.hasNext()) {
        if (stopRequested) {
          throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped. " + stopped, null);
        }
        writer.add(ranges.next());
      }
      return new Tables(tables.finish(), form.limit() == null ? null : tables.cut());
    }
  }

  private static ArchiveTables tables(Path folder, ExportForm form, boolean withRejections)
      throws IOException {
    return switch (form.file().format()) {
      case CSV -> new CsvTables(folder, form, withRejections);
      case PARQUET -> new ParquetTables(folder, withRejections);
    };
  }

  private static DataPackage.@Nullable Cut cut(@Nullable CellLimit limit, @Nullable Long cells) {
    return limit == null || cells == null ? null : new DataPackage.Cut(limit, cells);
  }

  private static long rows(@Nullable JoinedFile file) {
    return file == null ? 0 : file.rows();
  }
}
