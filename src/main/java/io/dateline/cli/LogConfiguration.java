package io.dateline.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.helpers.NOPAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;

/**
 * What is logged, and what of it the console sees; logback finds it as a service. A run adds the
 * log of its own when it has a number. Code and not XML: to read that, each start loaded some 400
 * classes more.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {

  /** Ours by its name, but it is Spring's container that it extends who warns of this and that. */
  private static final String SPRINGS = "io.dateline.batch.workers.PatientContainer";

  @Override
  public ExecutionStatus configure(LoggerContext logs) {
    LevelChangePropagator toJdk = new LevelChangePropagator();
    toJdk.setContext(logs);
    toJdk.setResetJUL(true);
    toJdk.start();
    logs.addListener(toJdk);
    logs.getLogger("org.springframework.batch").setLevel(Level.INFO);
    logs.getLogger("org.flywaydb").setLevel(Level.WARN);
    // The console hears this program alone: what a framework warns of is in the log.
    ch.qos.logback.classic.Logger own = logs.getLogger("io.dateline");
    own.setLevel(Level.INFO);
    own.addAppender(console(logs));
    ch.qos.logback.classic.Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
    ch.qos.logback.classic.Logger springs = logs.getLogger(SPRINGS);
    springs.setLevel(Level.WARN);
    springs.setAdditive(false);
    springs.addAppender(passing(logs, root));
    root.setLevel(Level.WARN);
    // Without any appender, logback itself would complain on the console.
    NOPAppender<ILoggingEvent> none = new NOPAppender<>();
    none.setContext(logs);
    none.start();
    root.addAppender(none);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext logs) {
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setContext(logs);
    warnings.setLevel("WARN");
    warnings.start();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(logs);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern("%level %msg%nopex%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(logs);
    console.setName("STDERR");
    console.setTarget("System.err");
    console.addFilter(warnings);
    console.setEncoder(encoder);
    console.start();
    return console;
  }

  /** Passes on what it gets, past the console. */
  private static Appender<ILoggingEvent> passing(
      LoggerContext logs, ch.qos.logback.classic.Logger root) {
    AppenderBase<ILoggingEvent> passing =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            root.callAppenders(event);
          }
        };
    passing.setContext(logs);
    passing.setName("PASSING");
    passing.start();
    return passing;
  }
}
