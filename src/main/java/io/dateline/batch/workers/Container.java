package io.dateline.batch.workers;

import jakarta.jms.Message;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;
import org.springframework.util.backoff.FixedBackOff;

/** Listens to a queue, and looks for a lost broker again for a while. */
final class Container {

  private static final long RECONNECT_MS = 1_000;

  /** The end of a container waits so long for a thread that waits for a message. */
  private static final long RECEIVE_MS = 500;

  private Container() {}

  /**
   * Listens, each thread with a session of its own that ends with the message.
   *
   * @param lostSeconds how long a lost broker is looked for before the container ends
   */
  static DefaultMessageListenerContainer listen(
      BrokerConnection broker,
      String queue,
      int threads,
      long lostSeconds,
      SessionAwareMessageListener<Message> listener) {
    DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
    container.setConnectionFactory(broker.factory());
    container.setDestinationName(queue);
    container.setSessionTransacted(true);
    container.setReceiveTimeout(RECEIVE_MS);
    container.setConcurrentConsumers(threads);
    container.setBackOff(
        new FixedBackOff(RECONNECT_MS, lostSeconds * 1_000 / RECONNECT_MS));
    container.setMessageListener(listener);
    // The listener has said what there is to say.
    container.setErrorHandler(failure -> {});
    container.setBeanName(queue);
    container.afterPropertiesSet();
    container.start();
    return container;
  }
}
