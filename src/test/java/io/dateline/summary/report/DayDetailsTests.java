package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.summary.report.DayDetail.Count;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayDetailsTests {

  private final DayDetails days = new DayDetails();

  @Test
  void countsPlacesAgenciesAndSpeakersOfADay() {
    days.add("2016-09-05", "Accra", "GH", "Reuters", List.of("Ama Mensah", "Ama Mensah"));
    days.add("2016-09-05", "Accra", "GH", "AP", List.of("Kojo Dadzie"));
    days.add("2016-09-05", null, "PE", null, List.of());
    days.add("2016-09-04", null, null, null, List.of());

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
  void keepsTheNewestDaysWhereAPageHasNoRoomForAll() {
    LocalDate first = LocalDate.of(1990, 1, 1);
    for (int i = 0; i < 10_000; i++) {
      String day = first.plusDays(i).toString();
      days.add(day, "Accra " + i, "GH", "Wire " + i, List.of("Speaker " + i));
    }

    assertThat(days.details()).hasSize(2_500);
    assertThat(days.details().get(0).day()).isEqualTo(first.plusDays(9_999).toString());
  }

  @Test
  void tellsNoDayApartRatherThanSomeWronglyWhereNamesWouldTakeTooMuchMemory() {
    String name = "Speaker without end ".repeat(50);
    for (int i = 0; i < 20_000; i++) {
      days.add("2016-09-05", "Accra", "GH", "AP", List.of(name + i));
    }

    assertThat(days.details()).isEmpty();
  }
}
