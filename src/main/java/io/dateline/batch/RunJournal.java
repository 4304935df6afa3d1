package io.dateline.batch;

import io.dateline.batch.journal.HostName;
import io.dateline.batch.journal.JournalFile;
import io.dateline.batch.journal.ProgressReport;
import io.dateline.batch.poison.MemoryDeath;
import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunCounts;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the files from which {@code status} reads: {@code progress.json} while a run is under way,
 * and a record of the run whenever a process that worked on it ends.
 *
 * <p>Fails no run: what cannot be written is said once. Safe for use by several threads.
 */
@Component
public class RunJournal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunJournal.class);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final long INTERVAL_MS = 2_000;

  private static final String STATE = "state";

  private static final int COMPLETED = 0;

  /** Exit code of a run that was published although one of its gates failed. */
  private static final int GATE_FAILED = 65;

  private final RunStore store;
  private final Progress progress;
  private final String host = HostName.get();
  private final Instant processStartedAt;

  private @Nullable Work work;
  private @Nullable String takeover;
  private @Nullable ScheduledExecutorService ticker;
  private boolean warned;

  /** What became of each run that this process worked on, in their order. */
  private final Map<Long, ObjectNode> records = new LinkedHashMap<>();

  /** What the process works on; the summary is there when the run has ended well. */
  private record Work(Run run, int resumed, @Nullable RunSummary summary) {}

  RunJournal(RunStore store, Progress progress) {
    this.store = store;
    this.progress = progress;
    this.processStartedAt =
        ProcessHandle.current().info().startInstant().orElseGet(() -> Instant.now());
  }

  /** The job was taken over; shows with every run that this process works on. */
  public synchronized void takenOver(String sentence) {
    takeover = sentence;
  }

  /** A run is about to work. */
  public synchronized void starting(Run run, boolean resumed) {
    progress.reset();
    Work begun = new Work(run, run.resumedCount() + (resumed ? 1 : 0), null);
    work = begun;
    if (takeover != null) {
      // Only now is there a log that it stays in.
      log.info("{}", takeover);
    }
    report(begun, ProgressReport.RUNNING, null, null);
    if (ticker == null) {
      ScheduledExecutorService scheduler =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "journal");
                thread.setDaemon(true);
                return thread;
              });
      var unused =
          scheduler.scheduleAtFixedRate(
              this::tick, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
      ticker = scheduler;
    }
  }

  private synchronized void tick() {
    Work current = work;
    if (current != null) {
      try {
        report(current, ProgressReport.RUNNING, null, null);
      } catch (OutOfMemoryError e) {
        // The scheduler would keep it to itself.
        MemoryDeath.endIfCauseOf(e);
      }
    }
  }

  /** A run was published, or found nothing new; the process goes on. */
  public synchronized void ended(Run run, RunSummary summary) {
    Work current = work;
    if (current != null && current.run().runId() == run.runId()) {
      work = new Work(run, current.resumed(), summary);
    }
    record(run, tree(summary), summary.state(), expectedCode(summary), null);
  }

  /** A run was given up; no process ended with it, so its record has no exit code. */
  public synchronized void abandoned(Run run, String sentence) {
    // Its rows are gone, and with them what they counted.
    record(run, identity(run), Run.State.ABANDONED.name(), null, sentence);
  }

  /**
   * The process ends.
   *
   * @param exitCode of the process
   * @param failure what ended it, or null if the command completed
   */
  public synchronized void end(int exitCode, @Nullable RunFailure failure) {
    close();
    Work ending = work;
    work = null;
    if (ending == null || (failure != null && failure.kind() == RunFailure.Kind.BUSY)) {
      // Once begun, a run is busy when another process has taken it over: the files are that one's.
      return;
    }
    String error = failure == null ? null : failure.getMessage();
    RunSummary summary = ending.summary();
    String state;
    if (summary == null) {
      ObjectNode known = unfinished(ending, failure);
      state = known.get(STATE).asString();
      record(ending.run(), known, state, exitCode, error);
    } else {
      state = summary.state();
      if (exitCode != expectedCode(summary) || error != null) {
        record(ending.run(), tree(summary), state, exitCode, error);
      }
    }
    report(ending, state, exitCode, error);
  }

  /** What became of each run that this process worked on or gave up, in their order, as JSON. */
  public synchronized List<String> records() {
    return records.values().stream().map(JSON::writeValueAsString).toList();
  }

  /** Writes no more of its own accord. */
  @Override
  public synchronized void close() {
    if (ticker != null) {
      ticker.shutdownNow();
      ticker = null;
    }
  }

  private static int expectedCode(RunSummary summary) {
    return summary.gates().isEmpty() ? COMPLETED : GATE_FAILED;
  }

  private void report(
      Work current, String state, @Nullable Integer exitCode, @Nullable String error) {
    Run run = current.run();
    long total = progress.total();
    String step = progress.step();
    try {
      JournalFile.replace(
          run.folders().progress(),
          new ProgressReport(
              run.jobName(),
              run.runNumber(),
              run.folders().name(),
              run.runDate(),
              state,
              step.isEmpty() ? null : step,
              ProcessHandle.current().pid(),
              host,
              Instant.parse(run.startedAt()),
              processStartedAt,
              Instant.now(),
              current.resumed(),
              progress.done(),
              progress.filesDone(),
              total < 0 ? null : total,
              Math.round(progress.perSecond() * 10) / 10.0,
              exitCode,
              error,
              takeover));
    } catch (IOException | RuntimeException e) {
      warn(run.folders().progress(), e);
    }
  }

  private void record(
      Run run, ObjectNode known, String state, @Nullable Integer exitCode, @Nullable String error) {
    try {
      ObjectNode record = JSON.createObjectNode();
      record.put("job", run.jobName());
      record.put("run", run.runNumber());
      record.put("name", run.folders().name());
      record.put("run_date", run.runDate());
      record.put(STATE, state);
      record.put("exit_code", exitCode);
      record.put("last_error", error == null ? null : error.replaceAll("\\R", " "));
      record.put("takeover", takeover);
      record.setAll(known);
      record.put(STATE, state);
      records.put(run.runId(), record);
      JournalFile.replaceForGood(run.folders().record(), record);
    } catch (IOException | RuntimeException e) {
      warn(run.folders().record(), e);
    }
  }

  private static ObjectNode tree(RunSummary summary) {
    return (ObjectNode) JSON.readTree(summary.toJson());
  }

  /** What is known of a run that was not published: what it has committed, if it can be asked. */
  private ObjectNode unfinished(Work ending, @Nullable RunFailure failure) {
    boolean stopped = failure != null && failure.kind() == RunFailure.Kind.STOPPED;
    String state = stopped ? "STOPPED" : "FAILED";
    if (failure == null || failure.kind() != RunFailure.Kind.DATABASE) {
      try {
        Run run = store.get(ending.run().runId());
        if (run.plan() != null) {
          RunCounts committed = store.partitions().committed(run.runId());
          boolean ended = run.state() != Run.State.RUNNING;
          ObjectNode known =
              tree(
                  RunSummary.of(
                      run,
                      committed,
                      Map.of(),
                      Map.of(),
                      0,
                      ended ? store.quality().filled(run.runId()) : Map.of(),
                      ended ? store.quality().drops(run.runId()) : List.of()));
          if (ended) {
            // It was published, and failed on its last steps.
            known.put(STATE, run.state().name());
            return known;
          }
          known.put(STATE, state);
          known.putNull("folder");
          // None was counted to its end, and an empty list would say that there are none.
          known.remove("rejections_by_reason");
          known.remove("files");
          known.remove("filled");
          known.remove("quality");
          return known;
        }
      } catch (RuntimeException e) {
        log.debug("The counts of the run are unknown", e);
      }
    }
    ObjectNode known = identity(ending.run());
    known.put(STATE, state);
    known.put("resumed", ending.resumed());
    return known;
  }

  private static ObjectNode identity(Run run) {
    Instant now = Instant.now();
    ObjectNode known = JSON.createObjectNode();
    known.put("program_version", ProgramVersion.get());
    known.put("extractor_version", run.extractorVersion());
    known.put("config_sha256", run.configSha256());
    known.put("java_version", Runtime.version().toString());
    known.put("started_at", run.startedAt());
    known.put("finished_at", now.toString());
    known.put("seconds", Duration.between(Instant.parse(run.startedAt()), now).toMillis() / 1000.0);
    known.put("resumed", run.resumedCount());
    known.put("full", run.frozen().full());
    known.set("input", JSON.valueToTree(run.frozen().roots()));
    return known;
  }

  private void warn(Path file, Exception e) {
    if (!warned) {
      warned = true;
      String reason = e instanceof IOException io ? IoReason.of(io) : e.toString();
      log.warn("{} cannot be written: {}; the run goes on without it.", file, reason);
    }
  }
}
