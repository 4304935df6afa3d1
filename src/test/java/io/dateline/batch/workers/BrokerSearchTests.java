package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dateline.batch.run.RunFailure;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class BrokerSearchTests {

  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean reachable;
  private volatile boolean wanted = true;
  private final AtomicInteger ahead = new AtomicInteger();

  private final BrokerSearch search =
      new BrokerSearch(
          () -> reachable,
          BrokerAddress.parse("tcp://broker.example.org:61616"),
          () -> System.nanoTime() + TimeUnit.SECONDS.toNanos(ahead.get()));

  private static Logger log() {
    return (Logger) LoggerFactory.getLogger(BrokerSearch.class);
  }

  @BeforeEach
  void listen() {
    said.start();
    log().addAppender(said);
  }

  @AfterEach
  void leave() {
    log().detachAppender(said);
    threads.shutdownNow();
  }

  private List<String> sentences() {
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private Future<Long> container() {
    return threads.submit(() -> search.until(() -> wanted).start().nextBackOff());
  }

  @Test
  void saysOnceThatABrokerIsAwayAndOnceThatItIsThereAgainHoweverManyLookForIt() throws Exception {
    Future<Long> first = container();
    Future<Long> second = container();
    Thread.sleep(2_500);
    assertThat(sentences())
        .containsExactly(
            "The broker at broker.example.org:61616 is out of reach; looking for it every second.");
    reachable = true;

    assertThat(first.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(second.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(sentences()).hasSize(2);
    assertThat(sentences().get(1))
        .matches("The broker at broker.example.org:61616 is there again, after [23] s\\.");
  }

  @Test
  void saysItAgainOfABrokerThatIsLostAgain() throws Exception {
    for (int i = 0; i < 2; i++) {
      reachable = false;
      Future<Long> container = container();
      while (said.list.size() % 2 == 0) {
        Thread.sleep(10);
      }
      reachable = true;
      container.get(10, TimeUnit.SECONDS);
    }

    assertThat(sentences()).hasSize(4);
  }

  @Test
  void letsAContainerTryAgainInASecondWhereTheBrokerIsThereAndSomethingElseIsWrong() {
    reachable = true;

    assertThat(search.until(() -> wanted).start().nextBackOff()).isEqualTo(1_000);
    assertThat(sentences()).isEmpty();
  }

  @Test
  void looksNoLongerForAContainerThatIsToEnd() throws Exception {
    Future<Long> container = container();
    wanted = false;

    assertThat(container.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(sentences()).noneMatch(sentence -> sentence.contains("there again"));
  }

  /** A container that fails once more, as it does every second. */
  private void failAgain(int seconds, Throwable why) {
    for (int i = 0; i < seconds; i++) {
      search.failed(why);
      search.until(() -> wanted).start().nextBackOff();
      ahead.incrementAndGet();
    }
  }

  @Test
  void saysOnceWhyABrokerThatIsThereGivesNoMessages() {
    reachable = true;

    failAgain(5, new JMSException("there is no such queue"));
    assertThat(sentences()).isEmpty();
    failAgain(20, new JMSException("there is no such queue"));

    assertThat(sentences())
        .containsExactly(
            "The broker at broker.example.org:61616 is there, and gives no messages: there is no"
                + " such queue. Trying again every second.");
    assertThat(search.givesNothing(120)).isNull();
  }

  @Test
  void doesNotWaitForEverForABrokerThatGivesNoMessages() {
    reachable = true;

    failAgain(125, new JMSException("there is no such queue"));

    RunFailure failure = search.givesNothing(120);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(RunFailure.Kind.BROKER);
    assertThat(failure).hasMessageContaining("has given no messages for 120 s: there is no such");
    ahead.addAndGet(60);
    assertThat(search.givesNothing(120)).as("it has worked since").isNull();
  }

  @Test
  void doesNotWaitForABrokerThatDoesNotLetItsUserListen() {
    reachable = true;

    failAgain(15, new JMSSecurityException("no permission to consume"));

    RunFailure failure = search.givesNothing(120);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(RunFailure.Kind.CONFIGURATION);
    assertThat(failure).hasMessageContaining("does not let this user listen to its queues: no per");
  }
}
