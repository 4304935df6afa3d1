package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmqpClientTests {

  @Test
  void saysToTheClientWhatAnAddressLeavesOpen() {
    assertThat(AmqpClient.withDefaults("amqp://b:5672"))
        .isEqualTo(
            "amqp://b:5672?amqp.idleTimeout=30000&transport.connectTimeout=10000"
                + "&jms.sendTimeout=30000&jms.requestTimeout=30000&jms.closeTimeout=10000");
  }

  @Test
  void leavesWhatAnAddressSaysAsItIs() {
    assertThat(AmqpClient.withDefaults("amqps://b?jms.sendTimeout=7&amqp.idleTimeout=5"))
        .startsWith("amqps://b?jms.sendTimeout=7&amqp.idleTimeout=5&transport.connectTimeout=")
        .containsOnlyOnce("sendTimeout")
        .containsOnlyOnce("idleTimeout");
  }

  @Test
  void goesThroughAListOnceAndTellsEachOfItTheSame() {
    assertThat(AmqpClient.withDefaults("failover:(amqp://a:1,amqp://b:2)?failover.randomize=true"))
        .startsWith("failover:(amqp://a:1,amqp://b:2)?failover.randomize=true&")
        .contains("&failover.nested.amqp.idleTimeout=30000")
        .contains("&failover.nested.transport.connectTimeout=10000")
        .contains("&jms.requestTimeout=30000")
        .contains("&failover.maxReconnectAttempts=0")
        .endsWith("&failover.startupMaxReconnectAttempts=2");
  }
}
