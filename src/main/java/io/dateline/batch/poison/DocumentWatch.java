package io.dateline.batch.poison;

import io.dateline.batch.poison.InFlightFile.LastWords;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import io.dateline.source.ManifestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Knows of every document that is being processed, and from earlier processes which ones are not to
 * be read, or not beside others.
 *
 * <p>Listens to the step that holds the partitions. Safe for use by several threads.
 */
@Component
public class DocumentWatch implements StepExecutionListener {

  private static final Logger log = LoggerFactory.getLogger(DocumentWatch.class);

  private static final String IN_FLIGHT = "in-flight";
  private static final String SUSPECTS = "suspects.tsv";

  private final RunStore store;
  private volatile @Nullable Watched watched;
  private volatile boolean alone;

  DocumentWatch(RunStore store) {
    this.store = store;
  }

  private record Watched(InFlightFile inFlight, Suspects suspects, Set<Integer> careful) {}

  @Override
  public void beforeStep(StepExecution step) {
    RunFolders folders = store.get(RunParameters.runId(step.getJobParameters())).folders();
    try {
      Watched opened = open(folders.work());
      watched = opened;
      MemoryDeath.watch(opened.inFlight());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** First what the last process left, for good; only then a new file in its place. */
  private static Watched open(Path work) throws IOException {
    Path file = work.resolve(IN_FLIGHT);
    Path list = work.resolve(SUSPECTS);
    Suspects suspects = Suspects.read(list);
    Map<Path, LastWords> deaths = deaths(work);
    if (!deaths.isEmpty()) {
      suspects = plus(suspects, deaths);
      suspects.write(list);
      for (Path told : deaths.keySet()) {
        Files.deleteIfExists(told);
      }
      log.warn(
          "The memory ran out when the run was last at work; the documents that were in flight, and"
              + " those beside them, are now processed one at a time.");
    }
    return new Watched(InFlightFile.create(file), suspects, suspects.partitions());
  }

  /**
   * This process is about to take part in a run that another one hands out: its documents in flight
   * stand in a file of their own.
   */
  public void join(Run run) {
    Path work = run.folders().work();
    try {
      InFlightFile own = InFlightFile.create(work.resolve(IN_FLIGHT + "." + UUID.randomUUID()));
      watch(work, own);
      MemoryDeath.watch(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks once more at what other processes of a run have left, which one of them may have died of.
   */
  public void lookAgain(Run run) {
    Watched now = watched;
    try {
      if (now != null) {
        watch(run.folders().work(), now.inFlight());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The list is written by the process that hands out; the deaths since are read where they are.
   */
  private void watch(Path work, InFlightFile own) throws IOException {
    Suspects suspects = plus(Suspects.read(work.resolve(SUSPECTS)), deaths(work));
    watched = new Watched(own, suspects, suspects.partitions());
  }

  private static Suspects plus(Suspects suspects, Map<Path, LastWords> deaths) {
    Suspects all = suspects;
    for (LastWords last : deaths.values()) {
      all = all.plus(last.inFlight());
    }
    return all;
  }

  /** What processes of the run that died of memory had in flight. */
  private static Map<Path, LastWords> deaths(Path work) throws IOException {
    Map<Path, LastWords> deaths = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(work, IN_FLIGHT + "*")) {
      for (Path file : files) {
        LastWords last = InFlightFile.read(file);
        if (last.diedOfMemory()) {
          deaths.put(file, last);
        }
      }
    }
    return deaths;
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    watched = null;
    MemoryDeath.watch(null);
    return null;
  }

  /** What is to be done with a document. */
  public enum Verdict {
    /** It is to be read. */
    INNOCENT,
    /** The memory ran out when it was in flight alone: it is to be passed over. */
    POISON,
    /** And again when it was passed over: the rest of its file is not to be read. */
    CLOSED
  }

  /**
   * What earlier processes found out about a document.
   *
   * @param entry its place in the file
   */
  public Verdict verdict(ManifestFile file, long entry) {
    Watched now = watched;
    Suspects.Verdict known = now == null ? null : now.suspects().of(file.number(), entry);
    if (known == null || known == Suspects.Verdict.SUSPECT) {
      return Verdict.INNOCENT;
    }
    return known == Suspects.Verdict.POISON ? Verdict.POISON : Verdict.CLOSED;
  }

  /** Whether the process ran out of memory in a partition, so that it is to be processed alone. */
  boolean isCareful(int partition) {
    Watched now = watched;
    return now != null && now.careful().contains(partition);
  }

  /**
   * Whether documents are to be processed one at a time from here on, since one at this place or
   * behind it in its partition was in flight when the memory ran out. Behind the last of them a
   * container may hold a million others.
   *
   * @param entry the place in the file
   */
  public boolean isCareful(int partition, ManifestFile file, long entry) {
    Watched now = watched;
    return now != null && now.suspects().isAhead(partition, file.number(), entry);
  }

  /** From now on whether one document is in flight at a time, and no other waits to be written. */
  void setAlone(boolean value) {
    alone = value;
    MemoryDeath.alone(null);
  }

  /**
   * Does something to a document, which counts as in flight meanwhile. Does not return if the
   * memory runs out.
   *
   * @param entry its place in the file
   */
  public <T> T during(ManifestFile file, long entry, int partition, Callable<T> work)
      throws Exception {
    return watch(file, partition, entry, false, work);
  }

  /** As {@link #during}, while a poisoned document is passed over. */
  public <T> T whilePassing(ManifestFile file, long entry, int partition, Callable<T> work)
      throws Exception {
    return watch(file, partition, entry, true, work);
  }

  private <T> T watch(
      ManifestFile file, int partition, long entry, boolean passing, Callable<T> work)
      throws Exception {
    Watched now = watched;
    if (now == null) {
      return work.call();
    }
    boolean byItself = alone && now.suspects().isAhead(partition, file.number(), entry);
    if (alone) {
      MemoryDeath.alone(byItself ? file.sourcePath() : null);
    }
    int slot =
        now.inFlight().enter(new Position(partition, file.number(), entry, byItself, passing));
    try {
      return work.call();
    } catch (Throwable e) {
      MemoryDeath.endIfCauseOf(e);
      throw e;
    } finally {
      now.inFlight().leave(slot);
    }
  }
}
