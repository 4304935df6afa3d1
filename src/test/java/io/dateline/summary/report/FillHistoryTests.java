package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.dateline.summary.report.FillHistory.FieldShares;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FillHistoryTests {

  @Test
  void putsTheFieldFirstThatFellFurthest() {
    Map<String, Map<String, Double>> byRun = new LinkedHashMap<>();
    byRun.put("three", shares(1, 0.7, 0.3));
    byRun.put("two", shares(1, 0.8, 0.9));
    byRun.put("one", shares(1, 0.8, 0.9));

    FillHistory history = FillHistory.ofNewestFirst(byRun);

    assertThat(history.runs()).containsExactly("one", "two", "three");
    assertThat(history.fields())
        .extracting(FieldShares::field)
        .containsExactly("byline", "dateline", "headline");
    assertThat(history.fields().get(0).shares()).containsExactly(0.9, 0.9, 0.3);
    assertThat(history.fields().get(0).change()).isCloseTo(-0.6, within(1e-9));
  }

  private static Map<String, Double> shares(double headline, double dateline, double byline) {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("headline", headline);
    shares.put("dateline", dateline);
    shares.put("byline", byline);
    return shares;
  }

  @Test
  void keepsTheOrderOfTheColumnsWhereNothingFell() {
    Map<String, Map<String, Double>> byRun = new LinkedHashMap<>();
    byRun.put("two", shares(0.9, 0.8001, 0.8999));
    byRun.put("one", shares(0.5, 0.8, 0.9));

    assertThat(FillHistory.ofNewestFirst(byRun).fields())
        .extracting(FieldShares::field)
        .containsExactly("headline", "dateline", "byline");
  }

  @Test
  void comparesWithTheRunsOfWhichTheShareIsKnown() {
    assertThat(new FieldShares("url", Arrays.asList(null, 0.5, 0.25)).change()).isEqualTo(-0.25);
    assertThat(new FieldShares("url", Arrays.asList(null, 0.25)).change()).isNull();
    assertThat(new FieldShares("url", List.of(0.25)).change()).isNull();
    assertThat(new FieldShares("url", Arrays.asList(0.5, null)).change()).isNull();
  }

  @Test
  void knowsNothingOfNoRun() {
    assertThat(FillHistory.ofNewestFirst(Map.of())).isEqualTo(FillHistory.EMPTY);
  }

  @Test
  void takesSharesOfKnownFieldsInTheOrderOfTheColumns() {
    assertThat(FillHistory.shares(Map.of("byline", 1L, "headline", 4L, "unheard-of", 3L), 4))
        .containsExactly(entry("headline", 1.0), entry("byline", 0.25));
  }
}
