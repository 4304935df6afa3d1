package io.dateline.cli;

import io.dateline.batch.RunJournal;
import io.dateline.batch.RunService;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunSummary;
import java.io.Closeable;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells the operator and the journal what begins, and gives each run a log file of its own. */
final class ConsoleListener implements RunService.Listener, Closeable {

  private final PrintWriter err;
  private final RunJournal journal;
  private final RunLog log;
  private final List<RunSummary> completed = new ArrayList<>();

  ConsoleListener(PrintWriter err, RunJournal journal, RunLog log) {
    this.err = err;
    this.journal = journal;
    this.log = log;
  }

  @Override
  public void starting(Run run, boolean resumed) {
    log.open(run);
    journal.starting(run, resumed);
    if (resumed) {
      Instant begun = Instant.parse(run.startedAt()).truncatedTo(ChronoUnit.SECONDS);
      err.println("Resuming run " + run.folders().name() + ", begun " + begun + ".");
    }
  }

  @Override
  public void ended(Run run, RunSummary summary) {
    completed.add(summary);
    journal.ended(run, summary);
  }

  /** The runs that were published or found nothing new, in order. */
  List<RunSummary> completed() {
    return completed;
  }

  @Override
  public void abandoned(Run run, String sentence) {
    journal.abandoned(run, sentence);
  }

  @Override
  public void takenOver(String sentence) {
    journal.takenOver(sentence);
    note(sentence);
  }

  @Override
  public void note(String sentence) {
    err.println(sentence);
  }

  @Override
  public void close() {
    log.close();
  }
}
