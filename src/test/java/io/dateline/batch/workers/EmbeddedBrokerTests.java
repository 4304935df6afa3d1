package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.batch.run.RunFailure;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTests {

  private static final BrokerLogin NOBODY = BrokerLogin.of(Map.of());

  private static final BrokerLogin LOGIN =
      BrokerLogin.of(Map.of("DATELINE_BROKER_PASSWORD", "open sesame"));

  @Test
  void doesNotListenToOtherHostsWithoutAPassword() throws Exception {
    BrokerAddress open = BrokerAddress.parse("embedded:0.0.0.0:" + FreePort.find());

    assertThatThrownBy(() -> EmbeddedBroker.start(open, NOBODY))
        .isInstanceOfSatisfying(
            RunFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(RunFailure.Kind.CONFIGURATION))
        .hasMessageContaining("would let in anybody")
        .hasMessageContaining("DATELINE_BROKER_PASSWORD");
  }

  @Test
  void doesNotRunWithoutThePortItIsToListenAt() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerAddress taken = BrokerAddress.parse("embedded:" + other.getLocalPort());

      assertThatThrownBy(() -> EmbeddedBroker.start(taken, NOBODY))
          .isInstanceOfSatisfying(
              RunFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(RunFailure.Kind.BROKER))
          .hasMessageContaining("The broker cannot listen at 127.0.0.1:" + other.getLocalPort())
          .hasMessageContaining("Name another port");
    }
  }

  @Test
  void asksNobodyWhoseOptionItDoesNotKnow() throws Exception {
    String client = "tcp://127.0.0.1:" + FreePort.find() + "?sslEnabeld=true";
    BrokerAddress listening = BrokerAddress.parse("embedded:" + FreePort.find() + "?keyStorPath=a");

    for (BrokerAddress address : List.of(BrokerAddress.parse(client), listening)) {
      assertThatThrownBy(
              () ->
                  BrokerConnection.open(
                      new WorkersOptions(address, NOBODY, 1, Duration.ofSeconds(1))))
          .isInstanceOfSatisfying(
              RunFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(RunFailure.Kind.CONFIGURATION))
          .hasMessageMatching(
              ".*what its client knows, which `(sslEnabeld|keyStorPath)` is not\\.");
    }
  }

  @Test
  void letsInWhoHasItsPasswordAndNobodyElse() throws Exception {
    int port = FreePort.find();
    String client = "tcp://127.0.0.1:" + port;

    try (EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerAddress.parse("embedded:0.0.0.0:" + port), LOGIN)) {
      assertThat(broker).isNotNull();
      assertThatCode(() -> connect(client, "dateline", "open sesame")).doesNotThrowAnyException();
      assertThatThrownBy(() -> connect(client, "dateline", "guessed"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(() -> connect(client, null, null))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(() -> BrokerConnection.open(worker(client, NOBODY)))
          .isInstanceOfSatisfying(
              RunFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(RunFailure.Kind.CONFIGURATION))
          .hasMessageContaining("does not let this user in");
    }
  }

  @Test
  void whoseBrokerIsNotThereIsToldSo() throws Exception {
    String client = "tcp://127.0.0.1:" + FreePort.find();

    assertThatThrownBy(() -> BrokerConnection.open(worker(client, NOBODY)))
        .isInstanceOfSatisfying(
            RunFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(RunFailure.Kind.BROKER))
        .hasMessageContaining("cannot be reached");
  }

  private static WorkersOptions worker(String client, BrokerLogin login) {
    return new WorkersOptions(BrokerAddress.parse(client), login, 1, Duration.ofSeconds(1));
  }

  private static void connect(String client, String user, String password) throws JMSException {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(client);
        Connection connection = factory.createConnection(user, password)) {
      connection.start();
    }
  }
}
