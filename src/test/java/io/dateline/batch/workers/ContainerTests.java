package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.run.RunFailure;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionConsumerFlowCreditMessage;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/** Listening, against a broker in this process. */
@Timeout(60)
class ContainerTests {

  private static final int THREADS = 3;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean mayListen = true;
  private ActiveMQServer server;
  private BrokerConnection broker;

  /** Counts how often a broker is asked for a message. */
  public static final class Questions implements Interceptor {

    private static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
      if (packet instanceof SessionConsumerFlowCreditMessage) {
        ASKED.incrementAndGet();
      }
      return true;
    }
  }

  /** Lets everybody in, and lets them listen if they may. */
  private final class Guard implements ActiveMQSecurityManager {

    @Override
    public boolean validateUser(String user, String password) {
      return true;
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType type) {
      return mayListen || type != CheckType.CONSUME;
    }
  }

  @BeforeEach
  void start() throws Exception {
    Questions.ASKED.set(0);
    server =
        ActiveMQServers.newActiveMQServer(
            new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setIncomingInterceptorClassNames(List.of(Questions.class.getName()))
                .addAcceptorConfiguration("any", "tcp://127.0.0.1:0?protocols=CORE"),
            null,
            new Guard(),
            false);
    server.start();
    int port = server.getRemotingService().getAcceptor("any").getActualPort();
    broker =
        BrokerConnection.open(
            new WorkersOptions(
                BrokerAddress.parse("tcp://127.0.0.1:" + port),
                BrokerLogin.of(Map.of()),
                THREADS,
                Duration.ofSeconds(1)));
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
    server.stop();
  }

  @Test
  void whoWaitsAsksOnceSinceASecondQuestionMayBringASecondMessage() throws Exception {
    DefaultMessageListenerContainer container = listen(text -> {});
    awaitQuestions(THREADS);
    Thread.sleep(1_500);

    assertThat(Questions.ASKED).hasValue(THREADS);
    container.shutdown();
  }

  @Test
  @Timeout(10)
  void anEndWakesWhoWaits() throws Exception {
    DefaultMessageListenerContainer container = listen(text -> {});
    awaitQuestions(THREADS);

    container.shutdown();

    assertThat(container.getActiveConsumerCount()).isZero();
  }

  @Test
  void anEndWaitsForWhatIsBeingDone() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    DefaultMessageListenerContainer container =
        listen(
            text -> {
              begun.countDown();
              Thread.sleep(4_000);
              heard.add(text);
            });
    broker.template().convertAndSend("work", "a partition");
    begun.await(20, TimeUnit.SECONDS);

    container.shutdown();

    assertThat(heard).containsExactly("a partition");
    assertThat(server.locateQueue("work").getMessageCount()).isZero();
  }

  @Test
  void whatAListenerThrowsBringsTheMessageAgain() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    DefaultMessageListenerContainer container =
        listen(
            text -> {
              twice.countDown();
              if (twice.getCount() > 0) {
                throw new PartitionListener.NotDoneException("the first time", null);
              }
              heard.add(text);
            });
    broker.template().convertAndSend("work", "a partition");

    assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
    container.shutdown();
    assertThat(heard).containsExactly("a partition");
  }

  @Test
  @Tag("long")
  void whoMayNotListenDoesNotWaitForEver() throws Exception {
    mayListen = false;
    DefaultMessageListenerContainer container = listen(text -> {});

    RunFailure failure = null;
    while (failure == null) {
      Thread.sleep(500);
      failure = broker.search().givesNothing(120);
    }
    container.shutdown();

    assertThat(failure.kind()).isEqualTo(RunFailure.Kind.CONFIGURATION);
    assertThat(failure).hasMessageContaining("does not let this user listen to its queues: ");
  }

  /** What is done with a message. */
  private interface Work {
    void on(String text) throws InterruptedException;
  }

  private DefaultMessageListenerContainer listen(Work work) {
    return Container.listen(
        broker,
        "work",
        null,
        THREADS,
        (message, session) -> {
          try {
            work.on(((TextMessage) message).getText());
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void awaitQuestions(int number) throws InterruptedException {
    while (Questions.ASKED.get() < number) {
      Thread.sleep(10);
    }
  }
}
