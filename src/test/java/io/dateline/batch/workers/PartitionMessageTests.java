package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionMessageTests {

  @Test
  void isTheSameWhenItIsReadAgain() {
    PartitionMessage message = PartitionMessage.of("nightly", 42, 12, 1_234, "a-token");

    assertThat(PartitionMessage.read(message.text())).isEqualTo(message);
    assertThat(message.text()).contains("\"step_execution\":1234").contains("\"format\":1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "not JSON",
        "{\"format\":2,\"program\":\"1\",\"job\":\"j\",\"run\":1,\"partition\":1,"
            + "\"step_execution\":1,\"manager\":\"m\"}",
        "{\"format\":1,\"program\":\"1\",\"run\":1,\"partition\":1,\"step_execution\":1}"
      })
  void anythingElseIsNoMessage(String text) {
    assertThat(PartitionMessage.read(text)).isNull();
  }
}
