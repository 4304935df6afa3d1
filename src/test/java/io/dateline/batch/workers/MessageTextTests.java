package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a message, whoever has sent it. */
class MessageTextTests {

  /** What a client does when it is asked for a message's text. */
  private interface Text {
    String get() throws JMSException;
  }

  private static TextMessage message(Text text, boolean large) {
    return (TextMessage)
        Proxy.newProxyInstance(
            MessageTextTests.class.getClassLoader(),
            new Class<?>[] {TextMessage.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getText" -> text.get();
                  case "propertyExists" -> large;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void readsATextThatMayBeOneOfOurs() throws Exception {
    assertThat(MessageText.of(message(() -> "{}", false))).isEqualTo("{}");
  }

  @Test
  void readsNothingThatIsTooLong() throws Exception {
    assertThat(MessageText.of(message(() -> "x".repeat(10_001), false))).isNull();
    assertThat(MessageText.of(message(() -> "{}", true))).isNull();
  }

  @Test
  void readsNothingThatIsNoText() throws Exception {
    Object bytes =
        Proxy.newProxyInstance(
            MessageTextTests.class.getClassLoader(),
            new Class<?>[] {BytesMessage.class},
            (proxy, method, arguments) -> false);

    assertThat(MessageText.of((BytesMessage) bytes)).isNull();
  }

  /** As of a body of other bytes than UTF-8's, or of a number, that is said to be a text. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takesATextThatItsClientCannotReadForNoneAtAll(boolean unchecked) throws Exception {
    TextMessage message =
        message(
            () -> {
              if (unchecked) {
                throw new IllegalStateException("unexpected body");
              }
              throw new JMSException("Cannot decode");
            },
            false);

    assertThat(MessageText.of(message)).isNull();
  }
}
