package io.dateline.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.status.StatusManager;
import io.dateline.batch.RunJournal;
import io.dateline.batch.RunService;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunSummary;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Tells the operator and the journal what begins, and gives each run a log file of its own. */
final class ConsoleListener implements RunService.Listener, Closeable {

  private final PrintWriter err;
  private final RunJournal journal;
  private @Nullable FileAppender<ILoggingEvent> appender;

  ConsoleListener(PrintWriter err, RunJournal journal) {
    this.err = err;
    this.journal = journal;
  }

  @Override
  public void starting(Run run, boolean resumed) {
    close();
    openLog(run);
    journal.starting(run, resumed);
    if (resumed) {
      Instant begun = Instant.parse(run.startedAt()).truncatedTo(ChronoUnit.SECONDS);
      err.println("Resuming run " + run.folders().name() + ", begun " + begun + ".");
    }
  }

  @Override
  public void ended(Run run, RunSummary summary) {
    journal.ended(run, summary);
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

  private void openLog(Run run) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (!(factory instanceof LoggerContext context)) {
      return;
    }
    if (!canWrite(run.folders().log())) {
      return;
    }
    // On a full disk they would print a stack trace for every line; the run itself says it once.
    StatusManager status = context.getStatusManager();
    status.getCopyOfStatusListenerList().forEach(status::remove);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{24} %msg%n");
    encoder.start();
    FileAppender<ILoggingEvent> file = new FileAppender<>();
    file.setContext(context);
    file.setFile(run.folders().log().toString());
    file.setAppend(true);
    file.setEncoder(encoder);
    file.start();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(file);
    appender = file;
  }

  /**
   * Logback would print a stack trace for it. The journal writes to the same folder, and says that
   * it cannot.
   */
  private static boolean canWrite(Path log) {
    try {
      Files.createDirectories(Objects.requireNonNull(log.getParent()));
      Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    FileAppender<ILoggingEvent> file = appender;
    if (file != null && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(file);
      file.stop();
      appender = null;
    }
  }
}
