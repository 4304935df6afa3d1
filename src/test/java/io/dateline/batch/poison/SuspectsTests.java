package io.dateline.batch.poison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspectsTests {

  @TempDir Path folder;

  @Test
  void areConvictedOnlyWhenTheyWereInFlightAlone() throws Exception {
    Path file = folder.resolve("suspects.tsv");
    Suspects.read(file)
        .plus(List.of(new Position(0, 3, false), new Position(4, 4_100, false)))
        .write(file);
    Suspects.read(file).plus(List.of(new Position(4, 4_100, true))).write(file);

    Suspects suspects = Suspects.read(file);

    assertThat(suspects.isPoison(3)).isFalse();
    assertThat(suspects.isPoison(4_100)).isTrue();
    assertThat(suspects.partitions()).containsExactlyInAnyOrder(0, 4);
  }

  @Test
  void areTheSameWhenADeathIsReadTwice() throws Exception {
    Path file = folder.resolve("suspects.tsv");
    List<Position> inFlight = List.of(new Position(0, 3, false), new Position(2, 9, true));
    Suspects.read(file).plus(inFlight).write(file);
    Suspects.read(file).plus(inFlight).write(file);

    Suspects suspects = Suspects.read(file);

    assertThat(suspects.isPoison(3)).isFalse();
    assertThat(suspects.isPoison(9)).isTrue();
  }
}
