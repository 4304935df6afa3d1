package io.dateline.batch.workers;

import io.dateline.batch.journal.HostName;
import io.dateline.batch.journal.ShownText;
import jakarta.jms.TextMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker has to say to whoever hands work out.
 *
 * @param run key of the run, 0 if it is about none
 * @param partition -1 if it is about none
 */
record Notice(Kind kind, String worker, long run, int partition, String sentence) {

  private static final Logger log = LoggerFactory.getLogger(Notice.class);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int MAX_SENTENCE = 1_000;

  /** Nobody reads it later than this. */
  private static final long MAX_AGE_MS = 600_000;

  /** What it is about. */
  enum Kind {
    JOINED,
    LEFT,
    /** The worker sees another input, or is another program: it does not take part. */
    REFUSED,
    /** A partition could not be extracted this time. */
    FAILED
  }

  Notice {
    worker = ShownText.of(worker, MAX_SENTENCE);
    sentence = ShownText.of(sentence, MAX_SENTENCE);
  }

  /** How this process is called. */
  static String self() {
    return HostName.get() + " (process " + ProcessHandle.current().pid() + ")";
  }

  /** Sends it; what cannot be sent is only lost to the log of the other process. */
  void send(BrokerConnection broker, Queues queues) {
    JmsTemplate template = broker.template();
    template.setExplicitQosEnabled(true);
    template.setDeliveryPersistent(false);
    template.setTimeToLive(MAX_AGE_MS);
    try {
      template.send(
          queues.notices(),
          session -> {
            TextMessage message = session.createTextMessage(JSON.writeValueAsString(this));
            message.setLongProperty(Queues.RUN, run);
            return message;
          });
    } catch (JmsException e) {
      log.info("A notice could not be sent: {}", e.toString());
    }
  }

  /** Reads a notice; null if it is none. */
  static @Nullable Notice read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Notice notice = JSON.readValue(text, Notice.class);
      return notice.kind == null || notice.worker == null || notice.sentence == null
          ? null
          : notice;
    } catch (JacksonException e) {
      return null;
    }
  }
}
