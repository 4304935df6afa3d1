package io.dateline.cli;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** What a stranger can write to a queue of a broker, and read there. */
final class BrokerMessages implements AutoCloseable {

  private static final long WAIT_MS = 3_000;

  /** Before all partitions that wait. */
  private static final int FIRST = 9;

  private final ConnectionFactory factory;
  private final JMSContext context;
  private final String database;

  /**
   * Connects.
   *
   * @param broker its address, whether of {@code tcp} or {@code amqp}
   * @param worker one that has said in which queue it waits
   */
  BrokerMessages(String broker, DatelineProcess worker) throws Exception {
    String said = worker.output();
    int at = said.indexOf("dateline.");
    this.database = said.substring(at, said.indexOf(".partitions", at));
    this.factory =
        broker.startsWith("amqp")
            ? new JmsConnectionFactory(broker)
            : new ActiveMQConnectionFactory(broker);
    this.context = factory.createContext();
  }

  /** Sends to the queue of partitions. */
  void send(Function<JMSContext, Message> message) {
    context
        .createProducer()
        .setPriority(FIRST)
        .send(context.createQueue(database + ".partitions"), message.apply(context));
  }

  void send(String text) {
    send(known -> known.createTextMessage(text));
  }

  /** Takes all that is in the queue of what nobody is to be handed again. */
  List<String> dead() throws Exception {
    List<String> texts = new ArrayList<>();
    try (JMSConsumer consumer = context.createConsumer(context.createQueue(database + ".dead"))) {
      for (Message next = consumer.receive(WAIT_MS);
          next != null;
          next = consumer.receive(WAIT_MS)) {
        texts.add(next.getBody(String.class));
      }
    }
    return texts;
  }

  @Override
  public void close() throws Exception {
    context.close();
    if (factory instanceof AutoCloseable threads) {
      threads.close();
    }
  }
}
