package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.summary.report.Timeline.Point;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineCollectorTests {

  private final TimelineCollector collector = new TimelineCollector();

  @Test
  void keepsDaysAndMonthsAndCountsWhatHasNone() {
    collector.addDay("", 2, 1);
    collector.addDay("2016-09-05", 3, 2);
    collector.addMonth("", 1, 1);
    collector.addMonth("2016-09", 4, 3);

    assertThat(collector.timeline().days()).containsExactly(new Point("2016-09-05", 3, 2));
    assertThat(collector.timeline().months()).containsExactly(new Point("2016-09", 4, 3));
    assertThat(collector.timeline().withoutDay()).isEqualTo(2);
    assertThat(collector.timeline().withoutMonth()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-02-30", "2016-13-01", "20160905", "soon", "0000-01-01"})
  void takesWhatIsNoDayForNone(String label) {
    collector.addDay(label, 2, 1);

    assertThat(collector.timeline().days()).isEmpty();
    assertThat(collector.timeline().withoutDay()).isEqualTo(2);
  }

  @Test
  void keepsTheNewestDaysWhereThereAreTooMany() {
    LocalDate first = LocalDate.of(1900, 1, 1);
    for (int i = 0; i < TimelineCollector.MAX_DAYS + 5; i++) {
      collector.addDay(first.plusDays(i).toString(), 1, 1);
    }

    assertThat(collector.timeline().days()).hasSize(TimelineCollector.MAX_DAYS);
    assertThat(collector.timeline().days().get(0).label()).isEqualTo("1900-01-06");
    assertThat(collector.timeline().earlierDays()).isEqualTo(5);
  }
}
