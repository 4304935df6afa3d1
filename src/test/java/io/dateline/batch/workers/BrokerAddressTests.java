package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.batch.settings.SettingsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          embedded:61616                     | true  | false | 127.0.0.1:61616
          embedded:0.0.0.0:61616             | true  | true  | 0.0.0.0:61616
          embedded:localhost:5000            | true  | false | localhost:5000
          embedded:[::1]:5000                | true  | false | [::1]:5000
          tcp://broker.example.org:61616     | false | false | broker.example.org:61616
          tcp://b:61616?sslEnabled=true      | false | false | b:61616
          (tcp://a:1,tcp://b:2)?ha=true      | false | false | a:1,b:2
          amqp://broker.example.org:5672     | false | false | broker.example.org:5672
          amqps://b:5671?amqp.idleTimeout=9  | false | false | b:5671
          failover:(amqp://a:1,amqps://b:2)  | false | false | a:1,b:2
          """)
  void tellsWhereABrokerIsAndWhoCanReachIt(
      String text, boolean embedded, boolean open, String place) {
    BrokerAddress address = BrokerAddress.parse(text);

    assertThat(address.embedded()).isEqualTo(embedded);
    assertThat(address.open()).isEqualTo(open);
    assertThat(address.place()).isEqualTo(place);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          embedded:61616            | CORE
          tcp://b:61616             | CORE
          amqp://b:5672             | AMQP
          amqps://b:5671?x=y        | AMQP
          failover:(amqps://b:5671) | AMQP
          """)
  void tellsHowABrokerIsSpokenTo(String text, Protocol protocol) {
    assertThat(BrokerAddress.parse(text).protocol()).isEqualTo(protocol);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "61616",
        "embedded:",
        "embedded:99999",
        "embedded:x y:1",
        "http://b:1",
        "vm://0",
        "amqp://",
        "amqp://a_b:5672",
        "amqpws://b:80",
        "failover:(tcp://a:1)",
        "failover:(amqp://a:1?amqp.vhost=x)",
        "discovery:(multicast://default)",
        "tcp://"
      })
  void refusesWhatNamesNoBroker(String text) {
    assertThatThrownBy(() -> BrokerAddress.parse(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("allowed are");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "tcp://user:secret@b:61616",
        "tcp://b:61616?sslEnabled=true&trustStorePassword=secret",
        "embedded:61616?keyStorePassword=secret",
        "amqp://user:secret@b:5672",
        "amqp://b:5672?jms.password=secret",
        "failover:(amqp://u:secret@a:1,amqp://b:2)?jms.username=u"
      })
  void refusesAPasswordAndDoesNotRepeatIt(String text) {
    assertThatThrownBy(() -> BrokerAddress.parse(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DATELINE_BROKER_PASSWORD")
        .hasMessageNotContaining("secret");
  }
}
