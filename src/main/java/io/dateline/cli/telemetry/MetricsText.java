package io.dateline.cli.telemetry;

import io.dateline.article.RejectionReason;
import io.dateline.batch.run.RunSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run as <a
 * href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics</a> text. All are
 * gauges, so that it is Prometheus' older text format (0.0.4) as well, which node-exporter and the
 * Pushgateway read. {@code docs/operations.md} lists them.
 */
final class MetricsText {

  static final String LAST_SUCCESS = "dateline_run_last_success_timestamp_seconds";

  private static final String FORMAT = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private static final String SECONDS = "seconds";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RunEnd end;

  private MetricsText(RunEnd end) {
    this.end = end;
  }

  /**
   * The text.
   *
   * @param lastSuccess when a run completed last, in seconds since 1970; null if that is unknown
   */
  static String of(RunEnd end, @Nullable Double lastSuccess) {
    MetricsText text = new MetricsText(end);
    text.process(end.isSuccess() ? Double.valueOf(seconds(end.at())) : lastSuccess);
    text.runs();
    return text.registry.scrape(FORMAT);
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }

  private void process(@Nullable Double lastSuccess) {
    gauge("dateline.run.exit.code", "Exit code of the last process.", end.exitCode());
    timed("dateline.run.end.timestamp", "When the last process ended.", seconds(end.at()));
    timed(
        "dateline.run.duration", "How long the last process took.", end.took().toMillis() / 1000.0);
    if (lastSuccess != null) {
      timed(
          "dateline.run.last.success.timestamp",
          "When a process last completed, with exit code 0 or 65.",
          lastSuccess);
    }
  }

  private void runs() {
    String documents = "dateline.run.documents";
    String meaning = "Entries that the last process read, by what became of them.";
    gauge(documents, meaning, sum(RunSummary::articles), "outcome", "article");
    gauge(documents, meaning, sum(RunSummary::rejections), "outcome", "rejection");
    gauge(documents, meaning, sum(RunSummary::ignored), "outcome", "ignored");
    gauge("dateline.run.quotes", "Quotes in them.", sum(RunSummary::quotes));
    // Of every reason, so that one that comes up for the first time is seen to rise from 0.
    for (RejectionReason reason : RejectionReason.values()) {
      gauge(
          "dateline.run.rejections",
          "Entries that the last process rejected, by reason.",
          sum(run -> run.rejectionsByReason().getOrDefault(reason.name(), 0L)),
          "reason",
          reason.name());
    }
    gauge(
        "dateline.run.files.unchanged",
        "Files that were known and not read again.",
        sum(RunSummary::unchanged));
    gauge("dateline.run.files.removed", "Files that were found gone.", sum(RunSummary::removed));
    gauge(
        "dateline.run.quality.drops",
        "Fields that were filled much less often than before.",
        sum(run -> run.quality().size()));
    gauge("dateline.run.gates.failed", "Data gates that failed.", sum(run -> run.gates().size()));
    fields();
  }

  /** Of the last run that had articles: a night without any has filled no field badly. */
  private void fields() {
    RunSummary filling = null;
    for (RunSummary run : end.completed()) {
      filling = run.articles() > 0 ? run : filling;
    }
    if (filling == null) {
      return;
    }
    double articles = filling.articles();
    filling
        .filled()
        .forEach(
            (field, filled) ->
                gauge(
                    "dateline.field.filled.ratio",
                    "Share of the articles of the last run that have the field.",
                    filled / articles,
                    "field",
                    field));
  }

  private double sum(ToLongFunction<RunSummary> number) {
    return (double) end.completed().stream().mapToLong(number).sum();
  }

  private void gauge(String name, String meaning, double value, String... tags) {
    Gauge.builder(name, () -> value)
        .description(meaning)
        .tag("job_name", end.jobName())
        .tags(tags)
        .register(registry);
  }

  private void timed(String name, String meaning, double value) {
    Gauge.builder(name, () -> value)
        .description(meaning)
        .baseUnit(SECONDS)
        .tag("job_name", end.jobName())
        .register(registry);
  }
}
