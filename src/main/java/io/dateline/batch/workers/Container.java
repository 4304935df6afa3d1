package io.dateline.batch.workers;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;

/** Listens to a queue, and looks for a broker that was lost until it is there again. */
final class Container {

  private static final Logger log = LoggerFactory.getLogger(Container.class);

  private Container() {}

  /**
   * Listens, each thread with a session of its own that ends with the message.
   *
   * @param selector which messages, null for all
   */
  static DefaultMessageListenerContainer listen(
      BrokerConnection broker,
      String queue,
      @Nullable String selector,
      int threads,
      SessionAwareMessageListener<Message> listener) {
    DefaultMessageListenerContainer container = new PatientContainer(broker.search());
    container.setConnectionFactory(broker.factory());
    container.setDestinationName(queue);
    if (selector != null) {
      container.setMessageSelector(selector);
    }
    container.setSessionTransacted(true);
    container.setConcurrentConsumers(threads);
    container.setMessageListener(listener);
    container.setErrorHandler(
        failure -> {
          // Of the others the listener has said what there is to say, and a lost broker is looked
          // for.
          if (!(failure instanceof PartitionListener.NotDoneException)
              && !(failure instanceof JMSException)) {
            log.warn("A message of {} could not be handled: {}", queue, failure.toString());
          }
          log.info("A message of {} goes back", queue, failure);
        });
    container.setBeanName(queue);
    container.afterPropertiesSet();
    container.start();
    return container;
  }
}
