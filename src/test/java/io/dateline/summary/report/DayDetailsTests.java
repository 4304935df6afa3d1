package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.summary.ArticleFacts;
import io.dateline.summary.report.DayDetail.Count;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayDetailsTests {

  private final DayDetails days = new DayDetails();

  @Test
  void countsPlacesAgenciesAndSpeakersOfADay() {
    add("2016-09-05", "Accra", "GH", "Reuters", List.of("Ama Mensah", "Ama Mensah"));
    add("2016-09-05", "Accra", "GH", "AP", List.of("Kojo Dadzie"));
    add("2016-09-05T04:00:00Z", null, "PE", null, Collections.singletonList(null));
    add("2016-09-04", null, null, null, List.of());

    assertThat(days.details())
        .containsExactly(
            new DayDetail(
                "2016-09-05",
                3,
                List.of(new Count("Accra (Ghana)", 2), new Count("Peru", 1)),
                List.of(new Count("AP", 1), new Count("Reuters", 1)),
                List.of(new Count("Ama Mensah", 2), new Count("Kojo Dadzie", 1))),
            new DayDetail("2016-09-04", 1, List.of(), List.of(), List.of()));
  }

  @Test
  void leavesOutArticlesWhoseDayIsNotKnown() {
    add("2016-09", "Accra", "GH", "Reuters", List.of());
    add(null, "Accra", "GH", "Reuters", List.of());

    assertThat(days.details()).isEmpty();
  }

  @Test
  void tellsNoDayApartOfMoreArticlesThanAPageIsMadeOf() {
    for (int i = 0; i < 100_000; i++) {
      add("2016-09-05", null, null, null, List.of());
    }
    assertThat(days.details()).hasSize(1);

    add("2016-09-05", null, null, null, List.of());

    assertThat(days.details()).isEmpty();
  }

  @Test
  void keepsTheNewestDaysWhereAPageHasNoRoomForAll() {
    LocalDate first = LocalDate.of(1990, 1, 1);
    for (int i = 0; i < 10_000; i++) {
      String day = first.plusDays(i).toString();
      add(day, "Accra " + i, "GH", "Wire " + i, List.of("Speaker " + i));
    }

    assertThat(days.details()).hasSize(2_500);
    assertThat(days.details().get(0).day()).isEqualTo(first.plusDays(9_999).toString());
  }

  @Test
  void tellsNoDayApartRatherThanSomeWronglyWhereNamesWouldTakeTooMuchMemory() {
    String name = "Speaker without end ".repeat(50);
    for (int i = 0; i < 20_000; i++) {
      add("2016-09-05", "Accra", "GH", "AP", List.of(name + i));
    }

    assertThat(days.details()).isEmpty();
  }

  private void add(
      @Nullable String date,
      @Nullable String place,
      @Nullable String country,
      @Nullable String provider,
      List<@Nullable String> speakers) {
    Map<@Nullable String, Long> quotes = new LinkedHashMap<>();
    speakers.forEach(speaker -> quotes.merge(speaker, 1L, Long::sum));
    days.add(
        new ArticleFacts(date, provider, place, country, null, null, null, "1", Set.of(), quotes));
  }
}
