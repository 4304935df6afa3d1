package io.dateline.batch.workers;

import java.util.regex.Pattern;

/** The ways to speak to a broker, each by a client of its own that is loaded when it is needed. */
enum Protocol {

  /** That of Apache ActiveMQ Artemis, and so of an embedded broker. */
  CORE("\\(?tcp://[A-Za-z0-9._:,/()\\[\\]-]{1,500}?\\)?") {
    @Override
    BrokerClient client(String url, BrokerLogin login) {
      return CoreClient.of(url, login);
    }
  },

  /** AMQP 1.0, which brokers of many makers speak. */
  AMQP(Forms.AMQP + "|failover:\\(" + Forms.AMQP + "(?:," + Forms.AMQP + "){0,9}\\)") {
    @Override
    BrokerClient client(String url, BrokerLogin login) {
      return AmqpClient.of(url, login);
    }
  };

  private final Pattern address;

  Protocol(String form) {
    this.address = Pattern.compile("(" + form + ")(?:\\?.{0,2000})?");
  }

  /** Of an address, whose first group is without its options. */
  Pattern address() {
    return address;
  }

  /**
   * A client of the broker at an address.
   *
   * @throws IllegalArgumentException if the address has what the client cannot read
   */
  abstract BrokerClient client(String url, BrokerLogin login);

  private static final class Forms {
    /** The client takes no underscore in the name of a host. */
    static final String AMQP = "amqps?://[A-Za-z0-9.:\\[\\]-]{1,255}";
  }
}
