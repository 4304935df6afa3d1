package io.dateline.batch.workers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;

/** What a run relies on, of brokers of two makes that speak AMQP. */
@Timeout(60)
class AmqpBrokersTests {

  private static final Queues QUEUES = new Queues("d.partitions", "d.dead", "d.notices");

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** Who made it. */
  enum Make {
    ARTEMIS {
      @Override
      AutoCloseable start(int port) throws Exception {
        ActiveMQServer server =
            ActiveMQServers.newActiveMQServer(
                new ConfigurationImpl()
                    .setPersistenceEnabled(false)
                    .setJMXManagementEnabled(false)
                    .setSecurityEnabled(false)
                    .addAcceptorConfiguration(
                        "amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP"),
                false);
        server.start();
        return server::stop;
      }
    },
    CLASSIC {
      @Override
      AutoCloseable start(int port) throws Exception {
        BrokerService broker = ClassicBroker.inMemory(port);
        return broker::stop;
      }
    };

    abstract AutoCloseable start(int port) throws Exception;
  }

  private static BrokerConnection connect(String address) {
    return BrokerConnection.open(
        new WorkersOptions(
            BrokerAddress.parse(address), BrokerLogin.of(Map.of()), 1, Duration.ofSeconds(1)));
  }

  private interface Meeting {
    void with(BrokerConnection broker) throws Exception;
  }

  private static void meet(Make make, Meeting meeting) throws Exception {
    meet(make, "", meeting);
  }

  private static void meet(Make make, String options, Meeting meeting) throws Exception {
    int port = FreePort.find();
    try (AutoCloseable running = make.start(port);
        BrokerConnection broker = connect("amqp://127.0.0.1:" + port + options)) {
      assertThat(running).isNotNull();
      meeting.with(broker);
    }
  }

  private static void send(BrokerConnection broker, long run, int partition) {
    broker
        .template()
        .send(
            QUEUES.partitions(), PartitionMessage.of("nightly", run, partition, 1, "manager")::in);
  }

  private static AutoCloseable listen(
      BrokerConnection broker,
      String queue,
      String selector,
      SessionAwareMessageListener<Message> listener) {
    DefaultMessageListenerContainer container =
        Container.listen(broker, queue, selector, 1, listener);
    return container::shutdown;
  }

  private static String partitionOf(Message message) throws JMSException {
    PartitionMessage work = PartitionMessage.read(MessageText.of(message));
    return work == null ? "none" : "run " + work.run() + " partition " + work.partition();
  }

  private String next() throws InterruptedException {
    return heard.poll(20, SECONDS);
  }

  @ParameterizedTest
  @EnumSource
  void countsHowOftenAMessageWasDelivered(Make make) throws Exception {
    meet(
        make,
        broker -> {
          send(broker, 1, 7);
          try (AutoCloseable listening =
              listen(
                  broker,
                  QUEUES.partitions(),
                  null,
                  (message, session) -> {
                    int times = message.getIntProperty("JMSXDeliveryCount");
                    heard.add(partitionOf(message) + " for the " + times + ". time");
                    if (times < 3) {
                      throw new PartitionListener.NotDoneException("not yet", null);
                    }
                  })) {
            assertThat(listening).isNotNull();
            assertThat(next()).isEqualTo("run 1 partition 7 for the 1. time");
            assertThat(next()).isEqualTo("run 1 partition 7 for the 2. time");
            assertThat(next()).isEqualTo("run 1 partition 7 for the 3. time");
            assertThat(heard.poll(300, MILLISECONDS)).isNull();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void givesAListenerTheRunThatItAsksForAndOthersTheRest(Make make) throws Exception {
    meet(
        make,
        broker -> {
          send(broker, 1, 0);
          send(broker, 2, 0);
          try (AutoCloseable second =
              listen(broker, QUEUES.partitions(), Queues.RUN + " = 2", this::hear)) {
            assertThat(second).isNotNull();
            assertThat(next()).isEqualTo("run 2 partition 0");
            assertThat(heard.poll(300, MILLISECONDS)).isNull();
            try (AutoCloseable all = listen(broker, QUEUES.partitions(), null, this::hear)) {
              assertThat(all).isNotNull();
              assertThat(next()).isEqualTo("run 1 partition 0");
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void findsARunsPartitionBehindAllThoseOfAnother(Make make) throws Exception {
    meet(
        make,
        broker -> {
          for (int i = 0; i < 1_000; i++) {
            send(broker, 1, i);
          }
          send(broker, 2, 0);
          try (AutoCloseable second =
              listen(broker, QUEUES.partitions(), Queues.RUN + " = 2", this::hear)) {
            assertThat(second).isNotNull();
            assertThat(next()).isEqualTo("run 2 partition 0");
          }
        });
  }

  private void hear(Message message, Session session) throws JMSException {
    heard.add(partitionOf(message));
  }

  @ParameterizedTest
  @EnumSource
  void leavesToOthersWhatAListenerHasNoHandFor(Make make) throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    meet(
        make,
        broker -> {
          for (int i = 0; i < 3; i++) {
            send(broker, 1, i);
          }
          try (AutoCloseable slow =
              listen(
                  broker,
                  QUEUES.partitions(),
                  null,
                  (message, session) -> {
                    heard.add("slow");
                    await(enough);
                  })) {
            assertThat(slow).isNotNull();
            assertThat(next()).isEqualTo("slow");
            try (AutoCloseable quick = listen(broker, QUEUES.partitions(), null, this::hear)) {
              assertThat(quick).isNotNull();
              assertThat(next()).startsWith("run 1");
              assertThat(next()).startsWith("run 1");
            } finally {
              enough.countDown();
            }
          }
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsWhatGoesWithASessionOnceAndOnlyWhenThatTakesItsMessageOffTheQueue(Make make)
      throws Exception {
    meet(
        make,
        broker -> {
          send(broker, 1, 7);
          Replies replies = new Replies(QUEUES, broker);
          AtomicInteger times = new AtomicInteger();
          try (AutoCloseable dead = listen(broker, QUEUES.dead(), null, this::hear);
              AutoCloseable burying =
                  listen(
                      broker,
                      QUEUES.partitions(),
                      null,
                      (message, session) -> {
                        replies.bury(String.valueOf(MessageText.of(message)), session);
                        if (times.incrementAndGet() < 3) {
                          throw new PartitionListener.NotDoneException("not yet", null);
                        }
                      })) {
            assertThat(dead).isNotNull();
            assertThat(burying).isNotNull();
            assertThat(next()).isEqualTo("run 1 partition 7");
            assertThat(times).hasValue(3);
            assertThat(heard.poll(300, MILLISECONDS)).isNull();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void readsNoTextThatIsLongerThanAnyOfOurs(Make make) throws Exception {
    meet(
        make,
        broker -> {
          broker
              .template()
              .send(
                  QUEUES.partitions(), session -> session.createTextMessage("x".repeat(3_000_000)));
          try (AutoCloseable listening = listen(broker, QUEUES.partitions(), null, this::hear)) {
            assertThat(listening).isNotNull();
            assertThat(next()).isEqualTo("none");
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void waitsForAMessageForLongerThanForAnAnswer(Make make) throws Exception {
    meet(
        make,
        "?jms.requestTimeout=1000&jms.sendTimeout=1000&amqp.idleTimeout=5000",
        broker -> {
          try (AutoCloseable listening = listen(broker, QUEUES.partitions(), null, this::hear)) {
            assertThat(listening).isNotNull();
            assertThat(heard.poll(2_500, MILLISECONDS)).isNull();
            send(broker, 1, 7);
            assertThat(next()).isEqualTo("run 1 partition 7");
          }
        });
  }
}
