package io.dateline.batch.workers;

import java.beans.PropertyDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.BeanUtils;

/** Speaks to Apache ActiveMQ Artemis in its own protocol. */
record CoreClient(ActiveMQConnectionFactory factory) implements BrokerClient {

  /**
   * Silence after which the broker gives what a client was at to another one. A frozen process is
   * waited for so long; a killed one's connection breaks at once.
   */
  private static final long SILENCE_MS = 30_000;

  private static final long CHECK_MS = 10_000;

  private static final Set<String> OPTIONS = options();

  /** Of a connection, of the client, and two of its addresses alone. */
  private static Set<String> options() {
    Set<String> names = new HashSet<>(TransportConstants.ALLOWABLE_CONNECTOR_KEYS);
    for (PropertyDescriptor one :
        BeanUtils.getPropertyDescriptors(ActiveMQConnectionFactory.class)) {
      if (one.getWriteMethod() != null) {
        names.add(one.getName());
      }
    }
    names.addAll(List.of("ha", "type"));
    return Set.copyOf(names);
  }

  /**
   * Of an address.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static CoreClient of(String url, BrokerLogin login) {
    BrokerOptions.requireKnown(url, OPTIONS);
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
