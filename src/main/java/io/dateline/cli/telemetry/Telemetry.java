package io.dateline.cli.telemetry;

import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunSummary;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.WebAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the end of a process that runs a job to whom the job names. Nothing of it fails a run: what
 * cannot be told is a warning. Where the job names nobody, it costs nothing.
 *
 * <p>Not safe for use by several threads.
 */
public final class Telemetry {

  private final String jobName;
  private final JobSettings settings;
  private final Path home;
  private final @Nullable String token;
  private final Instant startedAt = Instant.now();
  private List<RunSummary> completed = List.of();
  private List<String> records = List.of();

  /**
   * Telemetry of a process that has just begun.
   *
   * @param home what a relative path starts at
   * @param token of the webhook, if there is one
   */
  public Telemetry(String jobName, JobSettings settings, Path home, @Nullable String token) {
    this.jobName = jobName;
    this.settings = settings;
    this.home = home;
    this.token = token;
  }

  /** The runs that were published or found nothing new. */
  public void completed(List<RunSummary> runs) {
    completed = List.copyOf(runs);
  }

  /** What the journal has of the runs that were worked on, as JSON. */
  public void records(List<String> runs) {
    records = List.copyOf(runs);
  }

  /**
   * The process is about to end.
   *
   * @param error what ended it, as a sentence; null if it completed
   * @param stopped whether somebody has asked it to end and waits; asked until all is told
   * @param warn takes a line about what could not be told
   */
  public void end(
      int exitCode, @Nullable String error, BooleanSupplier stopped, Consumer<String> warn) {
    Instant now = Instant.now();
    RunEnd end =
        new RunEnd(
            jobName,
            exitCode,
            error,
            now,
            Duration.between(startedAt, now),
            completed,
            records,
            stopped.getAsBoolean());
    // A trial is no night: an alarm that waits for one must not be quieted by it.
    if (!end.wasIdle() && !end.wasTrial()) {
      harmlessly(() -> measure(end, stopped, warn), warn);
    }
    if (!end.wasIdle() && !end.wasKeptOut()) {
      harmlessly(() -> tell(end, stopped, warn), warn);
    }
  }

  /** A class that is missing, or a thread too many, must not change how a run ended either. */
  private static void harmlessly(Runnable telling, Consumer<String> warn) {
    try {
      telling.run();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Not its message: that may repeat an address or a token.
      warn.accept(
          "dateline: The end of the run could not be told: " + e.getClass().getSimpleName() + ".");
    }
  }

  private void measure(RunEnd end, BooleanSupplier stopped, Consumer<String> warn) {
    String textfile = settings.metrics().textfile();
    String pushgateway = settings.metrics().pushgateway();
    if (textfile.isEmpty() && pushgateway.isEmpty()) {
      return;
    }
    MetricsFile file = textfile.isEmpty() ? null : new MetricsFile(home.resolve(textfile));
    String text = MetricsText.of(end, file == null ? null : file.lastSuccess(jobName));
    if (file != null) {
      try {
        file.write(text);
      } catch (IOException e) {
        warn.accept(
            "dateline: The metrics cannot be written to "
                + textfile
                + ": "
                + IoReason.of(e)
                + ". The run is as it was.");
      }
    }
    if (!pushgateway.isEmpty()) {
      say(Pushgateway.push(WebAddress.of(pushgateway), end, text, stopped), warn);
    }
  }

  private void tell(RunEnd end, BooleanSupplier stopped, Consumer<String> warn) {
    String url = settings.webhook().url();
    if (!url.isEmpty()) {
      say(Webhook.tell(WebAddress.of(url), token, end, stopped), warn);
    }
  }

  private static void say(@Nullable String warning, Consumer<String> warn) {
    if (warning != null) {
      warn.accept(warning);
    }
  }
}
