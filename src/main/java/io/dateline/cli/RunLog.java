package io.dateline.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.status.StatusManager;
import io.dateline.batch.run.Run;
import io.dateline.batch.settings.LogSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log file of the run that is under way, in the form in which that run began it. */
final class RunLog implements Closeable {

  private @Nullable FileAppender<ILoggingEvent> appender;

  /** From now on, what is logged goes to the file of this run. */
  void open(Run run) {
    close();
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
    FileAppender<ILoggingEvent> file = new FileAppender<>();
    file.setContext(context);
    file.setFile(run.folders().log().toString());
    file.setAppend(true);
    LogSettings.Format format = run.frozen().settings().log().format();
    file.setEncoder(format == LogSettings.Format.ECS ? EcsEncoder.of(context, run) : text(context));
    file.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
    appender = file;
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] %logger{24} %msg%n");
    encoder.start();
    return encoder;
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
      context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(file);
      file.stop();
      appender = null;
    }
  }
}
