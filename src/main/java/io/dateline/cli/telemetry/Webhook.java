package io.dateline.cli.telemetry;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells an address of the end of each run: a POST of its run.json, with {@code exit_code} and
 * {@code last_error}. A process that came to no run is told of by these two and the job.
 */
final class Webhook {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The character after the last printable one of ASCII. */
  private static final int DELETE = 0x7f;

  private Webhook() {}

  /**
   * Sends; returns a warning if something was not accepted.
   *
   * @param stopped as {@link Delivery} has it
   * @param token for the header {@code Authorization: Bearer}; null for none
   */
  static @Nullable String tell(
      URI url, @Nullable String token, RunEnd end, BooleanSupplier stopped) {
    if (token != null && !token.chars().allMatch(c -> c > ' ' && c < DELETE)) {
      return Delivery.warning(
          "The webhook at",
          url,
          "DATELINE_WEBHOOK_TOKEN has a character that no token has, such as a blank");
    }
    Delivery delivery = Delivery.until(stopped);
    for (String body : bodies(end)) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder()
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      if (token != null && !token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      String reason = delivery.send(request, url);
      if (reason != null) {
        return Delivery.warning("The webhook at", url, reason);
      }
    }
    return null;
  }

  private static List<String> bodies(RunEnd end) {
    if (!end.records().isEmpty()) {
      return end.records();
    }
    ObjectNode body = JSON.createObjectNode();
    body.put("job", end.jobName());
    body.put("state", end.stopped() ? "STOPPED" : "FAILED");
    body.put("exit_code", end.exitCode());
    body.put("last_error", end.error());
    body.put("finished_at", end.at().toString());
    return List.of(JSON.writeValueAsString(body));
  }
}
