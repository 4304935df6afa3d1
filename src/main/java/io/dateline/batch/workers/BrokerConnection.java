package io.dateline.batch.workers;

import io.dateline.batch.journal.ShownText;
import io.dateline.batch.run.RunFailure;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.nio.channels.UnresolvedAddressException;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/**
 * The way to a broker, to one in this process as well.
 *
 * <p>Safe for use by several threads.
 */
final class BrokerConnection implements AutoCloseable {

  private static final int MAX_OPTION = 100;

  private final BrokerClient client;
  private final CachingConnectionFactory sending;
  private final BrokerAddress address;
  private final @Nullable EmbeddedBroker broker;
  private final BrokerSearch search;

  private BrokerConnection(
      BrokerClient client, BrokerAddress address, @Nullable EmbeddedBroker broker) {
    this.client = client;
    this.address = address;
    this.broker = broker;
    this.sending = new CachingConnectionFactory(client.factory());
    sending.setReconnectOnException(true);
    this.search = new BrokerSearch(this::isReachable, address, System::nanoTime);
  }

  /**
   * Finds a broker, or starts one.
   *
   * @throws RunFailure of kind BROKER or CONFIGURATION if there is none, or it lets nobody in
   */
  static BrokerConnection open(WorkersOptions options) {
    BrokerAddress address = options.broker();
    BrokerClient client;
    try {
      if (address.embedded()) {
        BrokerOptions.requireKnown(address.url(), TransportConstants.ALLOWABLE_ACCEPTOR_KEYS);
        EmbeddedBroker broker = EmbeddedBroker.start(address, options.login());
        return new BrokerConnection(
            address.protocol().client(EmbeddedBroker.OWN_URL, options.login()), address, broker);
      }
      client = address.protocol().client(address.url(), options.login());
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
    requireReachable(client.factory(), address);
    return new BrokerConnection(client, address, null);
  }

  private static RunFailure unreadable(Exception cause) {
    return new RunFailure(
        RunFailure.Kind.CONFIGURATION,
        "The broker's address cannot be read; write it like tcp://broker.example.org:61616 or"
            + " amqp://broker.example.org:5672, and after a `?` what its client knows"
            + (cause instanceof BrokerOptions.UnknownOptionException unknown
                ? ", which `" + ShownText.of(unknown.option(), MAX_OPTION) + "` is not."
                : "."),
        cause);
  }

  private static void requireReachable(ConnectionFactory factory, BrokerAddress address) {
    try (Connection connection = factory.createConnection()) {
      connection.start();
      if (address.protocol() == Protocol.AMQP) {
        requireTransactions(connection, factory, address);
      }
    } catch (JMSSecurityException e) {
      throw new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The broker at "
              + address
              + " does not let this user in; check DATELINE_BROKER_USER and"
              + " DATELINE_BROKER_PASSWORD.",
          e);
    } catch (JMSException e) {
      if (isOfAddress(e)) {
        throw unreadable(e);
      }
      throw new RunFailure(
          RunFailure.Kind.BROKER,
          "The broker at "
              + address
              + " cannot be reached; check that it runs and accepts connections at this host and"
              + " port, and that both sides use TLS, with a certificate that is trusted here, or"
              + " neither does, and try again.",
          e);
    }
  }

  /**
   * Whether the client cannot read its address; some read the options only when they connect. That
   * a host is unknown says nothing of them.
   */
  private static boolean isOfAddress(JMSException e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof IllegalArgumentException && !(at instanceof UnresolvedAddressException)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Without them a partition would be taken off the queue before it is extracted. Artemis has them.
   */
  private static void requireTransactions(
      Connection connection, ConnectionFactory factory, BrokerAddress address) throws JMSException {
    try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      session.rollback();
    } catch (JMSSecurityException e) {
      throw e;
    } catch (JMSException e) {
      // One that was lost meanwhile is not to blame.
      connect(factory);
      throw new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The broker at "
              + address
              + " gives no transactions, which workers need; use another one, such as Apache"
              + " ActiveMQ Artemis.",
          e);
    }
  }

  /** Whether the broker lets this process in just now. */
  boolean isReachable() {
    try {
      connect(client.factory());
      return true;
    } catch (JMSException | RuntimeException e) {
      return false;
    }
  }

  private static void connect(ConnectionFactory factory) throws JMSException {
    try (Connection connection = factory.createConnection()) {
      connection.start();
    }
  }

  /** For listeners that have lost it. */
  BrokerSearch search() {
    return search;
  }

  /** For listeners, which reconnect by themselves. */
  ConnectionFactory factory() {
    return client.factory();
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
    client.close();
    if (broker != null) {
      broker.close();
    }
  }
}
