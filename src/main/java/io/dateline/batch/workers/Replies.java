package io.dateline.batch.workers;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;

/**
 * What is sent by a process that was handed a partition. What goes with a session is sent when that
 * takes the message off the queue, or not at all.
 *
 * <p>Safe for use by several threads.
 */
record Replies(Queues queues, BrokerConnection broker) {

  /** Another may have the partition; a new message, so that it counts for nothing that was left. */
  void giveBack(PartitionMessage work, Session session) throws JMSException {
    send(queues.partitions(), work.in(session), session);
  }

  /** Nobody is to be handed this again; empty if it was no message of ours. */
  void bury(String text, Session session) throws JMSException {
    send(queues.dead(), session.createTextMessage(text), session);
  }

  private static void send(String queue, TextMessage message, Session session) throws JMSException {
    try (var producer = session.createProducer(session.createQueue(queue))) {
      producer.send(message);
    }
  }

  /** Tells the process that handed it out, at once. */
  void tell(Notice.Kind kind, PartitionMessage work, String sentence) {
    new Notice(kind, Notice.self(), work.run(), work.partition(), sentence).send(broker, queues);
  }
}
