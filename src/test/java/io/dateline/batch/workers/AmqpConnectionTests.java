package io.dateline.batch.workers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.batch.run.RunFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How brokers that speak AMQP are found, and what is said of those that are not. */
@Timeout(60)
class AmqpConnectionTests {

  private static final BrokerLogin NOBODY = BrokerLogin.of(Map.of());

  private static final BrokerLogin LOGIN =
      BrokerLogin.of(Map.of("DATELINE_BROKER_PASSWORD", "open sesame"));

  @TempDir Path folder;

  /** Lets in the user of {@link #LOGIN}. */
  private record Guard() implements ActiveMQSecurityManager {
    @Override
    public boolean validateUser(String user, String password) {
      return "dateline".equals(user) && "open sesame".equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType type) {
      return validateUser(user, password);
    }
  }

  private static AutoCloseable guarded(int port, String options) throws Exception {
    ActiveMQServer server =
        ActiveMQServers.newActiveMQServer(
            new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .addAcceptorConfiguration(
                    "amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP" + options),
            null,
            new Guard(),
            false);
    server.start();
    return server::stop;
  }

  private static boolean opens(String address, BrokerLogin login) {
    try (BrokerConnection broker =
        BrokerConnection.open(
            new WorkersOptions(BrokerAddress.parse(address), login, 1, Duration.ofSeconds(1)))) {
      return broker.isReachable();
    }
  }

  private static void assertRefused(
      String address, BrokerLogin login, RunFailure.Kind kind, String sentence) {
    assertThatThrownBy(() -> opens(address, login))
        .isInstanceOfSatisfying(
            RunFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp://127.0.0.1:%d", "failover:(amqp://127.0.0.1:%d)"})
  void letsInWhoHasThePasswordAndTellsOthersWhereItComesFrom(String form) throws Exception {
    int port = FreePort.find();
    String address = form.formatted(port);
    try (AutoCloseable broker = guarded(port, "")) {
      assertThat(broker).isNotNull();
      assertThat(opens(address, LOGIN)).isTrue();
      for (BrokerLogin other : List.of(NOBODY, new BrokerLogin("dateline", "guessed"))) {
        assertRefused(address, other, RunFailure.Kind.CONFIGURATION, "does not let this user in");
      }
      assertRefused(
          address + "?jms.username=dateline",
          NOBODY,
          RunFailure.Kind.CONFIGURATION,
          "does not let this user in");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amqp://127.0.0.1:%d",
        "failover:(amqp://127.0.0.1:%1$d,amqp://127.0.0.1:%1$d)",
        "amqp://no-such-host.invalid:%d",
        "amqps://127.0.0.1:%d"
      })
  void whoseBrokerIsNotThereIsToldSo(String form) throws Exception {
    assertRefused(
        form.formatted(FreePort.find()), NOBODY, RunFailure.Kind.BROKER, "cannot be reached");
  }

  @Test
  void findsTheSecondOfTwoWhenTheFirstIsNotThere() throws Exception {
    int port = FreePort.find();
    try (AutoCloseable broker = guarded(port, "")) {
      assertThat(broker).isNotNull();
      assertThat(
              opens(
                  "failover:(amqp://127.0.0.1:%d,amqp://127.0.0.1:%d)"
                      .formatted(FreePort.find(), port),
                  LOGIN))
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amqp://127.0.0.1:%d?amqp.idelTimeout=1",
        "amqp://127.0.0.1:%d?transport.nonsense=1",
        "amqp://127.0.0.1:%d?jms.nonsense=1",
        "failover:(amqp://127.0.0.1:%d)?failover.nested.amqp.nonsense=1",
        "failover:(amqp://127.0.0.1:%d)?failover.nonsense=1"
      })
  void saysThatAnAddressCannotBeRead(String form) throws Exception {
    int port = FreePort.find();
    try (AutoCloseable broker = guarded(port, "")) {
      assertThat(broker).isNotNull();
      assertRefused(
          form.formatted(port),
          LOGIN,
          RunFailure.Kind.CONFIGURATION,
          "The broker's address cannot be read");
    }
  }

  @Test
  void takesNoBrokerThatHasNoTransactions() throws Exception {
    try (PlainPeer peer = new PlainPeer()) {
      // The client waits for an answer until it is told to wait no longer.
      assertRefused(
          peer.address() + "?jms.requestTimeout=1000",
          NOBODY,
          RunFailure.Kind.CONFIGURATION,
          "gives no transactions");
    }
  }

  @Test
  void trustsACertificateOfAPemFileAndNoOther() throws Exception {
    Path store = folder.resolve("broker.p12");
    Path certificate = folder.resolve("ca.pem");
    keytool("-genkeypair -alias b -keyalg EC -dname CN=b -ext san=ip:127.0.0.1", store);
    keytool("-exportcert -rfc -alias b -file " + certificate, store);
    int port = FreePort.find();
    try (AutoCloseable broker =
        guarded(port, "&sslEnabled=true&keyStorePassword=sesame&keyStorePath=" + store)) {
      assertThat(broker).isNotNull();
      String address = "amqps://127.0.0.1:" + port;
      assertThat(
              opens(
                  address
                      + "?transport.trustStoreType=PEMCA&transport.trustStoreLocation="
                      + certificate,
                  LOGIN))
          .isTrue();
      assertRefused(address, LOGIN, RunFailure.Kind.BROKER, "cannot be reached");
    }
  }

  private static void keytool(String words, Path store) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", "sesame"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(Files.exists(store)).isTrue();
  }
}
