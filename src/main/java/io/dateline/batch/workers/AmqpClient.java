package io.dateline.batch.workers;

import de.dentrassi.crypto.pem.PemKeyStoreProvider;
import java.security.Security;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;

/** Speaks AMQP 1.0 by Apache Qpid JMS. */
record AmqpClient(JmsConnectionFactory factory) implements BrokerClient {

  private static final String LIST = "failover:";

  /** What each host of a list is told. */
  private static final String OF_EACH = "failover.nested.";

  /** A broker that is silent for so long is lost; how long it waits for us is its own affair. */
  private static final String SILENCE_MS = "30000";

  private static final String CONNECT_MS = "10000";

  /** Left to itself the client waits for ever for a broker that is there and does not answer. */
  private static final String ANSWER_MS = "30000";

  private static final String CLOSE_MS = "10000";

  /**
   * Of an address.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  static AmqpClient of(String url, BrokerLogin login) {
    if (url.contains("StoreType=PEM")) {
      // Artemis's client adds it by itself; twice is once.
      Security.addProvider(new PemKeyStoreProvider());
    }
    JmsConnectionFactory factory = new JmsConnectionFactory(withDefaults(url));
    factory.setUsername(login.user());
    factory.setPassword(login.password());
    // One partition at a time and none in reserve, so that nobody waits for work that another
    // holds.
    JmsDefaultPrefetchPolicy none = new JmsDefaultPrefetchPolicy();
    none.setAll(0);
    factory.setPrefetchPolicy(none);
    return new AmqpClient(factory);
  }

  /** It holds nothing; connections are closed by who made them. */
  @Override
  public void close() {}

  /** The address with what it leaves open. */
  static String withDefaults(String url) {
    boolean list = url.startsWith(LIST);
    String host = list ? OF_EACH : "";
    Map<String, String> options = new LinkedHashMap<>();
    options.put(host + "amqp.idleTimeout", SILENCE_MS);
    options.put(host + "transport.connectTimeout", CONNECT_MS);
    options.put("jms.sendTimeout", ANSWER_MS);
    options.put("jms.requestTimeout", ANSWER_MS);
    options.put("jms.closeTimeout", CLOSE_MS);
    if (list) {
      // A list is gone through once: who looks for a lost broker again, and for how long, is the
      // same for all.
      options.put("failover.maxReconnectAttempts", "0");
      options.put("failover.startupMaxReconnectAttempts", String.valueOf(url.split(",").length));
    }
    StringBuilder whole = new StringBuilder(url);
    char before = url.indexOf('?') < 0 ? '?' : '&';
    for (Map.Entry<String, String> option : options.entrySet()) {
      if (!url.contains(option.getKey() + "=")) {
        whole.append(before).append(option.getKey()).append('=').append(option.getValue());
        before = '&';
      }
    }
    return whole.toString();
  }
}
