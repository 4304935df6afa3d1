package io.dateline.batch.publish;

import io.dateline.batch.report.RunReportFile;
import io.dateline.batch.run.CountedRun;
import io.dateline.batch.run.CountedRuns;
import io.dateline.batch.run.FolderSync;
import io.dateline.batch.run.JoinedFile;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunCounts;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import io.dateline.output.CsvTable;
import io.dateline.output.PackagedTable;
import io.dateline.summary.report.DayDetail;
import io.dateline.summary.report.ReportedRun.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.util.FileSystemUtils;

/** The files of one run on their way from staging to their published place. */
public final class Publication {

  private static final Logger log = LoggerFactory.getLogger(Publication.class);

  private final Run run;
  private final RunFolders folders;
  private final RunStore store;

  public Publication(Run run, RunStore store) {
    this.run = run;
    this.folders = run.folders();
    this.store = store;
  }

  /** Removes staging without publishing anything. */
  public void discard() throws IOException {
    FileSystemUtils.deleteRecursively(folders.staging());
  }

  /**
   * Publishes, or goes on where an interrupted publication stopped.
   *
   * <p>A process that freezes between a check and the rename behind it, and wakes up when the run
   * is another's, spoils nothing: the folder was complete before either process renamed it, and is
   * gone from staging if the other one has; and the draft of {@code latest}, which has one name for
   * all, is gone once the other one has moved its own.
   *
   * @param counted what the tables hold of the run
   * @param requireLease called before each change that readers see; throws if the run is another
   *     process's by now
   */
  void publish(CountedRuns counted, Runnable requireLease) throws IOException {
    List<PartitionState> partitions = store.partitions().of(run.runId());
    // On every way through: an earlier attempt may have died after the files and before its commit.
    recordOffsets(partitions);
    recordCounts(partitions);
    if (Files.exists(folders.published())
        && Files.exists(folders.staging(), LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          folders.published().toString(), null, "a folder of another run is in the way");
    }
    if (!Files.isDirectory(folders.published())) {
      if (!Files.exists(folders.staging().resolve(RunFolders.RUN_JSON))) {
        writeFiles(partitions, counted.of(run.runId()));
      }
      requireLease.run();
      FileSystemUtils.deleteRecursively(folders.work());
      FolderSync.force(folders.staging());
      Files.move(folders.staging(), folders.published(), StandardCopyOption.ATOMIC_MOVE);
      FolderSync.force(folders.job());
    }
    if (!run.isTrial()) {
      requireLease.run();
      LatestLink.of(folders).pointTo(folders.name());
    }
  }

  /**
   * Puts a baseline into place, whose tables and summaries stand in staging. {@code latest} stays:
   * whoever looks there for what the night brought would find the whole archive.
   *
   * @param files the three tables by their names
   * @param compacts what the baseline was made of, for its run.json
   */
  public void publishBaseline(Map<String, JoinedFile> files, Map<String, Object> compacts)
      throws IOException {
    List<PartitionState> partitions = store.partitions().of(run.runId());
    recordOffsets(partitions);
    recordCounts(partitions);
    describe(
        partitions,
        files,
        // Its days the reports of the runs that it replaces have shown.
        new CountedRun(run.runId(), store.countRows(run.runId()), List.of()),
        Kind.BASELINE,
        Map.of("kind", "baseline", "compacts", compacts));
    if (Files.exists(folders.published(), LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          folders.published().toString(), null, "a folder of another run is in the way");
    }
    FileSystemUtils.deleteRecursively(folders.work());
    FolderSync.force(folders.staging());
    Files.move(folders.staging(), folders.published(), StandardCopyOption.ATOMIC_MOVE);
    FolderSync.force(folders.job());
  }

  private void recordOffsets(List<PartitionState> partitions) throws IOException {
    long offset = headerBytes();
    for (PartitionState partition : partitions) {
      store.partitions().publish(run.runId(), partition.number(), offset);
      offset += partition.articles().bytes();
    }
  }

  /** Of a run that an older program put into place, the columns may have been others. */
  private long headerBytes() throws IOException {
    Path file = folders.published().resolve(PackagedTable.ARTICLES.fileName());
    if (!Files.exists(file) || Files.exists(folders.staging())) {
      return PackagedTable.ARTICLES.header().length;
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String header = String.valueOf(reader.readLine());
      return header.length() + (long) CsvTable.FORMAT.getRecordSeparator().length();
    }
  }

  private void recordCounts(List<PartitionState> partitions) {
    RunCounts counts = RunCounts.NONE;
    long bytes = 0;
    for (PartitionState partition : partitions) {
      counts = counts.plus(partition.counts());
      for (PackagedTable table : PackagedTable.values()) {
        bytes += partition.part(table).bytes();
      }
    }
    store.recordCounts(run.runId(), counts, bytes);
  }

  private void writeFiles(List<PartitionState> partitions, CountedRun inTables) throws IOException {
    Map<String, JoinedFile> files = new LinkedHashMap<>();
    for (PackagedTable table : PackagedTable.values()) {
      files.put(table.fileName(), join(table, partitions));
    }
    describe(partitions, files, inTables, kind(), Map.of());
  }

  private Kind kind() {
    if (run.isTrial()) {
      return Kind.TRIAL;
    }
    return run.isSelective() ? Kind.SELECTION : Kind.ORDINARY;
  }

  private void describe(
      List<PartitionState> partitions,
      Map<String, JoinedFile> files,
      CountedRun inTables,
      Kind kind,
      Map<String, Object> more)
      throws IOException {
    check(partitions, files, inTables.rows());
    RunCounts counts = sum(partitions);
    write(RunPackage.FILE_NAME, RunPackage.ofRun(run, files));
    RunSummary summary =
        RunSummary.of(
            run,
            counts,
            store.rejectionsByReason(run.runId()),
            files,
            Objects.requireNonNullElse(run.olderArticles(), 0L),
            store.quality().filled(run.runId()),
            store.quality().drops(run.runId()));
    write(RunReportFile.FILE_NAME, report(summary, kind, inTables.days()));
    write(RunFolders.RUN_JSON, more.isEmpty() ? summary.toJson() : summary.toJson(more));
  }

  /** A page about the tables must not keep them from being published. */
  private String report(RunSummary summary, Kind kind, List<DayDetail> days) throws IOException {
    try {
      return RunReportFile.of(run, summary, kind, days, store.rolledBackNumbers(run.jobName()));
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("The report of {} cannot be made; its tables are whole.", folders.name(), e);
      return RunReportFile.MISSING;
    }
  }

  /** Whole or not at all, and on the disk. */
  private void write(String name, String text) throws IOException {
    Files.createDirectories(folders.work());
    Path draft = draft(name);
    Files.writeString(
        draft,
        text,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    moveToStaging(draft, name);
  }

  /** A file of this attempt alone, in the folder that is removed before anything is published. */
  private Path draft(String name) {
    return folders.work().resolve(name + "." + UUID.randomUUID() + ".draft");
  }

  private void moveToStaging(Path draft, String name) throws IOException {
    Files.move(
        draft,
        folders.staging().resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private JoinedFile join(PackagedTable table, List<PartitionState> partitions) throws IOException {
    Path draft = draft(table.fileName());
    JoinedFile joined = join(table, partitions, draft);
    moveToStaging(draft, table.fileName());
    return joined;
  }

  private JoinedFile join(PackagedTable table, List<PartitionState> partitions, Path draft)
      throws IOException {
    try (PartJoiner joiner = new PartJoiner(draft, table.header())) {
      for (PartitionState partition : partitions) {
        PartitionState.Part part = partition.part(table);
        if (part.bytes() > 0) {
          joiner.append(folders.work().resolve(String.valueOf(part.name())), part.bytes());
        }
      }
      return joiner.finish();
    }
  }

  private static RunCounts sum(List<PartitionState> partitions) {
    return partitions.stream().map(PartitionState::counts).reduce(RunCounts.NONE, RunCounts::plus);
  }

  /** The second promise: manifest, partitions, CSV files and tables agree to the row. */
  private void check(
      List<PartitionState> partitions, Map<String, JoinedFile> files, RunCounts inTables) {
    RunCounts counts = sum(partitions);
    RunCounts inFiles =
        RunCounts.ofRows(
            rows(files, PackagedTable.ARTICLES),
            rows(files, PackagedTable.QUOTES),
            rows(files, PackagedTable.REJECTIONS));
    long planned = RunSummary.planned(run).files();
    long read = partitions.stream().mapToLong(PartitionState::filesDone).sum();
    if (!partitions.stream().allMatch(PartitionState::isWhole)
        || read != planned
        || !counts.rows().equals(inFiles)
        || !counts.rows().equals(inTables)) {
      throw new IllegalStateException(
          "The run does not add up and is not published: planned "
              + planned
              + " files, read "
              + read
              + ", committed "
              + counts
              + ", in the files "
              + inFiles
              + ", in the tables "
              + inTables);
    }
  }

  private static long rows(Map<String, JoinedFile> files, PackagedTable table) {
    JoinedFile file = files.get(table.fileName());
    return file == null ? 0 : file.rows();
  }
}
