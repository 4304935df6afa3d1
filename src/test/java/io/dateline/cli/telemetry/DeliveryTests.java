package io.dateline.cli.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the other side does, a delivery ends in time and says how. */
@Timeout(60)
class DeliveryTests {

  /** Much less than the machine takes to give up by itself. */
  private static final Duration LITTLE = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Longer than a test may take on the busiest machine. */
  private static final Duration NEVER = Duration.ofSeconds(40);

  @Test
  void whatIsAcceptedIsSentOnce() throws Exception {
    try (Receiver receiver = Receiver.answering(202)) {
      assertThat(send(receiver.address("/hook"))).isNull();
      assertThat(receiver.received()).hasSize(1);
      assertThat(receiver.received().get(0).body()).isEqualTo("{}");
    }
  }

  @Test
  void aServerThatFailsForAMomentGetsItAgain() throws Exception {
    try (Receiver receiver = Receiver.answering(500, 429, 200)) {
      assertThat(send(receiver.address("/hook"))).isNull();
      assertThat(receiver.received()).hasSize(3);
    }
  }

  @Test
  void aServerThatKeepsFailingGetsItThreeTimes() throws Exception {
    try (Receiver receiver = Receiver.answering(503)) {
      assertThat(send(receiver.address("/hook"))).isEqualTo("the answer was 503, 3 times");
      assertThat(receiver.received()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 410})
  void aRefusalIsNotAskedForAgain(int status) throws Exception {
    try (Receiver receiver = Receiver.answering(status)) {
      assertThat(send(receiver.address("/hook"))).isEqualTo("the answer was " + status);
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void noRedirectIsFollowed() throws Exception {
    try (Receiver elsewhere = Receiver.answering(200);
        Receiver receiver = Receiver.redirectingTo(elsewhere.address("/stolen"))) {
      assertThat(send(receiver.address("/hook"))).isEqualTo("the answer was 307");
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpInTime() throws Exception {
    try (Receiver receiver = Receiver.silent()) {
      assertIsGivenUpInTime(receiver);
    }
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUpInTime() throws Exception {
    try (Receiver receiver = Receiver.dripping()) {
      assertIsGivenUpInTime(receiver);
    }
  }

  private static void assertIsGivenUpInTime(Receiver receiver) throws Exception {
    long start = System.nanoTime();

    String reason = send(receiver.address("/hook"), Duration.ofMillis(700), LITTLE);

    assertThat(reason).startsWith("no answer in time");
    // On a busy machine it may be late, but it ends.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LITTLE.multipliedBy(5));
  }

  @Test
  void aPortThatNobodyListensOnIsSaidToHaveNoConnection() throws Exception {
    try (DeafPort port = new DeafPort()) {
      assertThat(send(port.address("/"))).isEqualTo("no connection, 3 times");
    }
  }

  @Test
  void aStopLeavesTimeForOneAttempt() throws Exception {
    try (Receiver receiver = Receiver.answering(500)) {
      assertThat(Delivery.until(() -> true).send(request(), receiver.address("/"))).isNotNull();
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void aSignalEndsTheWaitForAnAnswer() throws Exception {
    try (Receiver receiver = Receiver.silent()) {
      assertEndsSoonAfterASignal(receiver, PAUSE, "no answer in time");
    }
  }

  @Test
  void aSignalEndsThePauseBeforeTheNextAttempt() throws Exception {
    try (Receiver receiver = Receiver.answering(503)) {
      assertEndsSoonAfterASignal(receiver, NEVER, "the answer was 503");
    }
  }

  private static void assertEndsSoonAfterASignal(Receiver receiver, Duration pause, String reason)
      throws Exception {
    Delivery delivery =
        new Delivery(NEVER, NEVER.multipliedBy(3), pause, () -> !receiver.received().isEmpty());
    long start = System.nanoTime();

    assertThat(delivery.send(request(), receiver.address("/"))).isEqualTo(reason);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NEVER);
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aWarningTellsTheHostAndNothingThatMayBeASecret() {
    assertThat(
            Delivery.warning(
                "The webhook at",
                URI.create("https://hooks.example.org/services/T0/s3cret?key=s3cret"),
                "the answer was 404"))
        .isEqualTo(
            "dateline: The webhook at https://hooks.example.org was not told of this: the answer"
                + " was 404. The run is as it was.");
  }

  /** With more time than any machine needs for an answer that comes. */
  private static String send(URI address) {
    return send(address, Duration.ofSeconds(15), Duration.ofSeconds(45));
  }

  private static String send(URI address, Duration answer, Duration total) {
    return new Delivery(answer, total, PAUSE, () -> false).send(request(), address);
  }

  private static HttpRequest.Builder request() {
    return HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString("{}"));
  }
}
