package io.dateline.cli.telemetry;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands metrics to a <a href="https://github.com/prometheus/pushgateway">Pushgateway</a>, in the
 * group {@code job="dateline", job_name="JOB"}. Metrics of the group that are not in the text stay
 * as they are there: the last success, when this run was none.
 */
final class Pushgateway {

  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private Pushgateway() {}

  /** Sends the text; returns a warning if it was not accepted. */
  static @Nullable String push(URI gateway, RunEnd end, String text, BooleanSupplier stopped) {
    String base = gateway.toString().replaceFirst("/+$", "");
    // A job's name holds nothing that an address has to escape.
    URI group = URI.create(base + "/metrics/job/dateline/job_name/" + end.jobName());
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", CONTENT_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(text));
    String reason = Delivery.until(stopped).send(request, group);
    return reason == null ? null : Delivery.warning("The Pushgateway", gateway, reason);
  }
}
