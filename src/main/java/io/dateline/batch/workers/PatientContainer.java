package io.dateline.batch.workers;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.support.JmsUtils;

/**
 * Waits for a message until there is one. With a limit of time, a client that holds nothing in
 * reserve has to take its question back whenever the time is over, and to ask again; a message that
 * was sent in between comes in addition to the one that is asked for next, and waits behind it for
 * as long as a partition takes, while others have nothing to do.
 *
 * <p>Safe for use by several threads.
 */
final class PatientContainer extends DefaultMessageListenerContainer {

  private final Set<MessageConsumer> waiting = new HashSet<>();
  private boolean closing;

  @Override
  protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
    synchronized (waiting) {
      if (closing) {
        return null;
      }
      waiting.add(consumer);
    }
    try {
      return consumer.receive();
    } finally {
      synchronized (waiting) {
        waiting.remove(consumer);
      }
    }
  }

  /** Wakes who waits; whoever is at work comes to its end. */
  @Override
  protected void doShutdown() throws JMSException {
    Set<MessageConsumer> idle;
    synchronized (waiting) {
      closing = true;
      idle = Set.copyOf(waiting);
    }
    idle.forEach(JmsUtils::closeMessageConsumer);
    super.doShutdown();
  }
}
