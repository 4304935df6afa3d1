package io.dateline.batch.workers;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  /** Its own name is that of what Spring's container says, which is not for the console. */
  private static final Logger log = LoggerFactory.getLogger(Container.class);

  /** Who tells a process to end waits for less, and one without a database is told so in less. */
  private static final long MAX_WAIT_SECONDS = 120;

  private static final long LOOK_MS = 20;

  private final Set<MessageConsumer> waiting = new HashSet<>();
  private final BrokerSearch search;
  private boolean closing;

  /** Not yet listening. */
  PatientContainer(BrokerSearch search) {
    this.search = search;
    setBackOff(search.until(this::isRunning));
  }

  @Override
  protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
    search.failed(failure);
    super.handleListenerSetupFailure(failure, alreadyRecovered);
  }

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

  /**
   * Wakes who waits, and waits for whoever is at work. By itself a container does so for a second
   * or two, and then closes the connection under them: the message that they were about to take off
   * the queue, or to put back, would count as one that nobody came to the end of.
   */
  @Override
  protected void doShutdown() throws JMSException {
    Set<MessageConsumer> idle;
    synchronized (waiting) {
      closing = true;
      idle = Set.copyOf(waiting);
    }
    idle.forEach(JmsUtils::closeMessageConsumer);
    awaitEnds();
    super.doShutdown();
  }

  private void awaitEnds() {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_WAIT_SECONDS);
    try {
      while (getActiveConsumerCount() > 0 && System.nanoTime() < giveUp) {
        Thread.sleep(LOOK_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (getActiveConsumerCount() > 0) {
      log.warn("A message of {} is still being handled", getDestinationName());
    }
  }
}
