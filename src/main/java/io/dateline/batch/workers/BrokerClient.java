package io.dateline.batch.workers;

import jakarta.jms.ConnectionFactory;

/**
 * What speaks to a broker in its protocol.
 *
 * <p>Safe for use by several threads.
 */
interface BrokerClient extends AutoCloseable {

  /** What makes connections, by which nobody gets a message that it has not asked for. */
  ConnectionFactory factory();

  @Override
  void close();
}
