package io.dateline.batch.workers;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Speaks to Apache ActiveMQ Artemis in its own protocol. */
record CoreClient(ActiveMQConnectionFactory factory) implements BrokerClient {

  /**
   * Silence after which the broker gives what a client was at to another one. A frozen process is
   * waited for so long; a killed one's connection breaks at once.
   */
  private static final long SILENCE_MS = 30_000;

  private static final long CHECK_MS = 10_000;

  /**
   * Of an address.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static CoreClient of(String url, BrokerLogin login) {
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
    return new CoreClient(factory);
  }

  @Override
  public void close() {
    factory.close();
  }
}
