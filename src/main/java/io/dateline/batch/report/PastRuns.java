package io.dateline.batch.report;

import io.dateline.batch.journal.JournalFile;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFolders;
import io.dateline.summary.report.FillHistory;
import io.dateline.summary.report.RunFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of a job before this one, from their published folders. What was deleted, moved or
 * changed since is left out: a run must not fail because of what an older one left.
 */
final class PastRuns {

  /** Runs that a report compares with. */
  static final int MOST = 10;

  private static final Logger log = LoggerFactory.getLogger(PastRuns.class);

  /** What is read of a run.json; an older program may have written less. */
  private record Published(
      @Nullable String state,
      @Nullable String kind,
      @Nullable Map<String, Object> select,
      @Nullable Double seconds,
      @Nullable Long entries,
      @Nullable Long articles,
      @Nullable Long rejections,
      @Nullable Long ignored,
      @Nullable Long quotes,
      @Nullable Long unchanged,
      @Nullable Long removed,
      @Nullable Map<String, Long> filled) {

    /** Whether it read what came in, as far as anything says otherwise. */
    boolean isOrdinary() {
      return "PUBLISHED".equals(state) && kind == null && select == null;
    }
  }

  private record Folder(Path path, long number) {}

  private final List<RunFigures> figures = new ArrayList<>();
  private final Map<String, Map<String, Double>> shares = new LinkedHashMap<>();

  /**
   * The newest ones that were published and are neither trials nor baselines, nor read a selection
   * again. With such a run none is compared either: the articles without a date say nothing of
   * those that come in.
   *
   * @param rolledBack numbers of runs that were taken back, of which their folders do not know
   */
  PastRuns(Run run, Set<Long> rolledBack) throws IOException {
    if (run.isSelective()) {
      return;
    }
    for (Folder folder : before(run)) {
      if (figures.size() == MOST) {
        break;
      }
      if (rolledBack.contains(folder.number())) {
        continue;
      }
      try {
        Published published =
            JournalFile.read(folder.path().resolve(RunFolders.RUN_JSON), Published.class);
        if (published.isOrdinary()) {
          RunFigures of = figures(folder.path(), published);
          figures.add(of);
          Map<String, Long> filled = published.filled();
          if (filled != null && of.articles() > 0) {
            shares.put(of.name(), FillHistory.shares(filled, of.articles()));
          }
        }
      } catch (IOException e) {
        log.info("The report leaves {} out: {}", folder.path(), e.getMessage());
      }
    }
  }

  private static List<Folder> before(Run run) throws IOException {
    try (Stream<Path> entries = Files.list(run.folders().job())) {
      List<Folder> folders = new ArrayList<>();
      for (Path path : entries.toList()) {
        OptionalLong number = RunFolders.publishedNumber(String.valueOf(path.getFileName()));
        if (number.isPresent() && number.getAsLong() < run.runNumber()) {
          folders.add(new Folder(path, number.getAsLong()));
        }
      }
      folders.sort(Comparator.comparingLong(Folder::number).reversed());
      return folders;
    }
  }

  private static RunFigures figures(Path folder, Published run) {
    return new RunFigures(
        String.valueOf(folder.getFileName()),
        run.seconds() == null ? 0 : run.seconds(),
        known(run.entries()),
        known(run.articles()),
        known(run.rejections()),
        known(run.ignored()),
        known(run.quotes()),
        known(run.unchanged()),
        known(run.removed()));
  }

  private static long known(@Nullable Long value) {
    return Objects.requireNonNullElse(value, 0L);
  }

  /** Newest first. */
  List<RunFigures> figures() {
    return figures;
  }

  /** Shares of filled fields by run, newest first, of the runs that know them. */
  Map<String, Map<String, Double>> shares() {
    return shares;
  }
}
