package io.dateline.batch.workers;

import jakarta.jms.Message;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;
import org.springframework.util.backoff.FixedBackOff;

/** Listens to a queue, and looks for a broker that was lost until it is there again. */
final class Container {

  private static final long RECONNECT_MS = 1_000;

  /** The end of a container waits so long for a thread that waits for a message. */
  private static final long RECEIVE_MS = 500;

  private Container() {}

  /** Listens, each thread with a session of its own that ends with the message. */
  static DefaultMessageListenerContainer listen(
      BrokerConnection broker,
      String queue,
      int threads,
      SessionAwareMessageListener<Message> listener) {
    DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
    container.setConnectionFactory(broker.factory());
    container.setDestinationName(queue);
    container.setSessionTransacted(true);
    container.setReceiveTimeout(RECEIVE_MS);
    container.setConcurrentConsumers(threads);
    container.setBackOff(new FixedBackOff(RECONNECT_MS, FixedBackOff.UNLIMITED_ATTEMPTS));
    container.setMessageListener(listener);
    // The listener has said what there is to say.
    container.setErrorHandler(failure -> {});
    container.setBeanName(queue);
    container.afterPropertiesSet();
    container.start();
    return container;
  }
}
