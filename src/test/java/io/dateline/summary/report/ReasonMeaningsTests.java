package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonMeaningsTests {

  @ParameterizedTest
  @EnumSource(RejectionReason.class)
  void hasASentenceForEachReason(RejectionReason reason) {
    assertThat(ReasonMeanings.of(reason.name())).endsWith(".");
  }
}
