package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogConfigurationTests {

  private final LoggerContext logs = new LoggerContext();

  private ListAppender<ILoggingEvent> listenTo(String logger) {
    ListAppender<ILoggingEvent> list = new ListAppender<>();
    list.setContext(logs);
    list.start();
    logs.getLogger(logger).addAppender(list);
    return list;
  }

  @Test
  void whatSpringsContainerSaysByTheNameOfOurOwnIsForTheLogAndNotForTheConsole() throws Exception {
    LogConfiguration configuration = new LogConfiguration();
    configuration.setContext(logs);
    configuration.configure(logs);
    ListAppender<ILoggingEvent> log = listenTo(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> console = listenTo("io.dateline");

    logs.getLogger(Class.forName("io.dateline.batch.workers.PatientContainer"))
        .error("Could not refresh JMS Connection");
    logs.getLogger(Class.forName("io.dateline.batch.workers.BrokerSearch"))
        .warn("The broker is out of reach");

    assertThat(console.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("The broker is out of reach");
    assertThat(log.list).hasSize(2);
  }
}
