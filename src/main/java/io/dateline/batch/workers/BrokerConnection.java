package io.dateline.batch.workers;

import io.dateline.batch.run.RunFailure;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/**
 * The way to a broker, to one in this process as well.
 *
 * <p>Safe for use by several threads.
 */
final class BrokerConnection implements AutoCloseable {

  /**
   * Silence after which the broker gives what a client was at to another one. A frozen process is
   * waited for so long; a killed one's connection breaks at once.
   */
  private static final long SILENCE_MS = 30_000;

  private static final long CHECK_MS = 10_000;

  private final ActiveMQConnectionFactory factory;
  private final CachingConnectionFactory sending;
  private final BrokerAddress address;
  private final @Nullable EmbeddedBroker broker;

  private BrokerConnection(
      ActiveMQConnectionFactory factory, BrokerAddress address, @Nullable EmbeddedBroker broker) {
    this.factory = factory;
    this.address = address;
    this.broker = broker;
    this.sending = new CachingConnectionFactory(factory);
    sending.setReconnectOnException(true);
  }

  /**
   * Finds a broker, or starts one.
   *
   * @throws RunFailure of kind BROKER or CONFIGURATION if there is none, or it lets nobody in
   */
  static BrokerConnection open(WorkersOptions options) {
    BrokerAddress address = options.broker();
    if (address.embedded()) {
      EmbeddedBroker broker = EmbeddedBroker.start(address, options.login());
      return new BrokerConnection(
          factory(EmbeddedBroker.OWN_URL, options.login()), address, broker);
    }
    ActiveMQConnectionFactory factory;
    try {
      factory = factory(address.url(), options.login());
    } catch (IllegalArgumentException e) {
      throw new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The broker's address cannot be read; write it like tcp://broker.example.org:61616.",
          e);
    }
    requireReachable(factory, address);
    return new BrokerConnection(factory, address, null);
  }

  private static ActiveMQConnectionFactory factory(String url, BrokerLogin login) {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(url, login.user(), login.password());
    // One partition at a time and none in reserve, so that nobody waits for work that another
    // holds.
    factory.setConsumerWindowSize(0);
    if (!url.contains("connectionTTL=")) {
      factory.setConnectionTTL(SILENCE_MS);
    }
    if (!url.contains("clientFailureCheckPeriod=")) {
      factory.setClientFailureCheckPeriod(CHECK_MS);
    }
    return factory;
  }

  private static void requireReachable(ConnectionFactory factory, BrokerAddress address) {
    try (Connection connection = factory.createConnection()) {
      connection.start();
    } catch (JMSSecurityException e) {
      throw new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The broker at "
              + address
              + " does not let this user in; check DATELINE_BROKER_USER and"
              + " DATELINE_BROKER_PASSWORD.",
          e);
    } catch (JMSException e) {
      throw new RunFailure(
          RunFailure.Kind.BROKER,
          "The broker at "
              + address
              + " cannot be reached; check that it runs and accepts connections at this host and"
              + " port, and try again.",
          e);
    }
  }

  /** Whether the broker lets this process in just now. */
  boolean isReachable() {
    try (Connection connection = factory.createConnection()) {
      connection.start();
      return true;
    } catch (JMSException e) {
      return false;
    }
  }

  /** For listeners, which reconnect by themselves. */
  ConnectionFactory factory() {
    return factory;
  }

  /** For a sender that keeps its connection between two messages. */
  JmsTemplate template() {
    return new JmsTemplate(sending);
  }

  BrokerAddress address() {
    return address;
  }

  @Override
  public void close() {
    sending.destroy();
    factory.close();
    if (broker != null) {
      broker.close();
    }
  }
}
