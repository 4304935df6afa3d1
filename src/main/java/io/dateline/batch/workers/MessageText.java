package io.dateline.batch.workers;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.jspecify.annotations.Nullable;

/** What is read of a message: whoever can write to a queue may write anything. */
final class MessageText {

  /** Longest text that is taken for one of ours. */
  static final int MAX_CHARS = 10_000;

  /**
   * A property that Artemis gives to messages that it does not hold in memory: to see that their
   * text is too long, it would be read as a whole. Over AMQP a message is in memory when it is
   * here.
   */
  private static final String LARGE = "_AMQ_LARGE_SIZE";

  private MessageText() {}

  /** The text; null if there is none, or it is longer than any of ours. */
  static @Nullable String of(Message message) throws JMSException {
    if (message.propertyExists(LARGE) || !(message instanceof TextMessage text)) {
      return null;
    }
    String whole = text(text);
    return whole == null || whole.length() > MAX_CHARS ? null : whole;
  }

  /** It is here already: what goes wrong is that it calls itself a text and is none. */
  private static @Nullable String text(TextMessage message) {
    try {
      return message.getText();
    } catch (JMSException | RuntimeException e) {
      return null;
    }
  }
}
