package io.dateline.cli.telemetry;

import io.dateline.batch.settings.WebAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request, and again after a pause where that may help, within a time that is never
 * exceeded, and a short one once somebody asks the process to end. No redirect is followed: what is
 * sent is meant for the address that the job names. Not safe for use by several threads.
 */
final class Delivery {

  private static final int ATTEMPTS = 3;

  private static final int TOO_MANY_REQUESTS = 429;

  /** Where somebody waits for the process to end. */
  private static final Duration HURRY = Duration.ofSeconds(2);

  /** How often it is asked whether somebody does. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Duration answer;
  private final Duration pause;
  private final BooleanSupplier stopped;
  private long deadline;
  private boolean hurried;

  /**
   * Deliveries from now on.
   *
   * @param answer longest wait for one answer
   * @param total longest time for all of them with all their attempts
   * @param pause before the second attempt; twice as long before the third
   * @param stopped whether somebody asks the process to end: then the attempt that is under way, or
   *     else the first, gets two seconds more, and there is no other
   */
  Delivery(Duration answer, Duration total, Duration pause, BooleanSupplier stopped) {
    this.answer = answer;
    this.deadline = System.nanoTime() + total.toNanos();
    this.pause = pause;
    this.stopped = stopped;
  }

  /** Deliveries at the end of a process. */
  static Delivery until(BooleanSupplier stopped) {
    return new Delivery(
        Duration.ofSeconds(8), Duration.ofSeconds(20), Duration.ofSeconds(1), stopped);
  }

  /** Sends; returns why that failed, or null if it was accepted. */
  @Nullable String send(HttpRequest.Builder request, URI address) {
    String reason = "there was no time for it";
    try {
      if (!address.getScheme().equalsIgnoreCase("https") && !staysHere(address)) {
        return "its host is not this machine";
      }
      HttpClient client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(answer)
              .build();
      HttpRequest whole = request.uri(address).timeout(answer).build();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 0) {
          long wait = pause.toNanos() << (attempt - 1);
          if (left() <= wait || !rest(wait)) {
            return reason;
          }
        }
        Result result = attempt(client, whole);
        if (result.reason() == null || !result.again()) {
          return result.reason();
        }
        reason = result.reason();
      }
      return reason + ", " + ATTEMPTS + " times";
    } catch (IOException e) {
      return "its host is not known";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "it was interrupted";
    }
  }

  private static boolean staysHere(URI address) throws UnknownHostException {
    for (InetAddress at : InetAddress.getAllByName(address.getHost())) {
      if (!at.isLoopbackAddress()) {
        return false;
      }
    }
    return true;
  }

  /** Nanoseconds until the end of all attempts. */
  private long left() {
    if (!hurried && stopped.getAsBoolean()) {
      hurried = true;
      deadline = Math.min(deadline, System.nanoTime() + HURRY.toNanos());
    }
    return deadline - System.nanoTime();
  }

  /** Waits, unless somebody asks the process to end meanwhile. */
  private boolean rest(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    for (long rest = nanos; rest > 0 && !hurried; rest = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.sleep(Math.min(rest, LOOK_NANOS));
      left();
    }
    return !hurried;
  }

  private record Result(@Nullable String reason, boolean again) {}

  private Result attempt(HttpClient client, HttpRequest request) throws InterruptedException {
    long end = System.nanoTime() + answer.toNanos();
    CompletableFuture<HttpResponse<Void>> sent =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      // The request's own limit ends with the answer's head, and a body can drip for ever.
      int status = await(sent, end).statusCode();
      return status / 100 == 2
          ? new Result(null, false)
          : new Result("the answer was " + status, status >= 500 || status == TOO_MANY_REQUESTS);
    } catch (TimeoutException e) {
      return new Result("no answer in time", true);
    } catch (ExecutionException e) {
      return new Result(reason(e.getCause()), true);
    } finally {
      sent.cancel(true);
    }
  }

  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> sent, long end)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      long most = Math.min(end - System.nanoTime(), left());
      try {
        return sent.get(Math.max(Math.min(most, LOOK_NANOS), 1), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (most <= LOOK_NANOS) {
          throw e;
        }
      }
    }
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    if (cause instanceof ConnectException) {
      return "no connection";
    }
    return cause == null ? "it failed" : "it failed (" + cause.getClass().getSimpleName() + ")";
  }

  /** The sentence of a failed delivery. The address beyond its host may be a secret. */
  static String warning(String what, URI address, String reason) {
    return "dateline: "
        + what
        + " "
        + WebAddress.shown(address)
        + " was not told of this: "
        + reason
        + ". The run is as it was.";
  }
}
