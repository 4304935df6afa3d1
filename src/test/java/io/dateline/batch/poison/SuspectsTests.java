package io.dateline.batch.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.poison.Suspects.Verdict;
import java.nio.file.Files;
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
        .plus(List.of(new Position(0, 3, 0, false, false), new Position(4, 4_100, 0, false, false)))
        .write(file);
    Suspects.read(file).plus(List.of(new Position(4, 4_100, 0, true, false))).write(file);

    Suspects suspects = Suspects.read(file);

    assertThat(suspects.of(3, 0)).isEqualTo(Verdict.SUSPECT);
    assertThat(suspects.of(4_100, 0)).isEqualTo(Verdict.POISON);
    assertThat(suspects.partitions()).containsExactlyInAnyOrder(0, 4);
  }

  @Test
  void areTheSameWhenADeathIsReadTwice() throws Exception {
    Path file = folder.resolve("suspects.tsv");
    List<Position> inFlight =
        List.of(new Position(0, 3, 0, false, false), new Position(2, 9, 0, true, false));
    Suspects.read(file).plus(inFlight).write(file);
    Suspects.read(file).plus(inFlight).write(file);

    Suspects suspects = Suspects.read(file);

    assertThat(suspects.of(3, 0)).isEqualTo(Verdict.SUSPECT);
    assertThat(suspects.of(9, 0)).isEqualTo(Verdict.POISON);
  }

  @Test
  void areEntriesAndNotWholeFiles() throws Exception {
    Path file = folder.resolve("suspects.tsv");
    Suspects.read(file).plus(List.of(new Position(0, 3, 17, true, false))).write(file);

    Suspects suspects = Suspects.read(file);

    assertThat(suspects.of(3, 17)).isEqualTo(Verdict.POISON);
    assertThat(suspects.of(3, 16)).isNull();
    assertThat(suspects.of(3, 18)).isNull();
  }

  @Test
  void closeTheirFileWhenNotEvenPassingThemOverIsPossible() throws Exception {
    Path file = folder.resolve("suspects.tsv");
    Suspects.read(file).plus(List.of(new Position(0, 3, 17, true, false))).write(file);
    Suspects.read(file).plus(List.of(new Position(0, 3, 17, true, true))).write(file);

    assertThat(Suspects.read(file).of(3, 17)).isEqualTo(Verdict.CLOSED);
  }

  @Test
  void areTheFirstEntryOfTheirFileWhereAnOlderProgramWroteThem() throws Exception {
    Path file = folder.resolve("suspects.tsv");
    Files.writeString(file, "4100\t4\tPOISON\n");

    assertThat(Suspects.read(file).of(4_100, 0)).isEqualTo(Verdict.POISON);
  }

  @Test
  void areAheadUpToTheLastOfTheirPartition() throws Exception {
    Path file = folder.resolve("suspects.tsv");
    Suspects suspects =
        Suspects.read(file)
            .plus(
                List.of(new Position(0, 3, 17, false, false), new Position(1, 5, 0, false, false)));

    assertThat(suspects.isAhead(0, 0, 0)).isTrue();
    assertThat(suspects.isAhead(0, 3, 17)).isTrue();
    assertThat(suspects.isAhead(0, 3, 18)).isFalse();
    assertThat(suspects.isAhead(1, 3, 18)).isTrue();
    assertThat(suspects.isAhead(1, 5, 1)).isFalse();
  }
}
