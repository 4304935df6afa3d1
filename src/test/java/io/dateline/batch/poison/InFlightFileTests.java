package io.dateline.batch.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.poison.InFlightFile.LastWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InFlightFileTests {

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void aPath() {
    path = folder.resolve("in-flight");
  }

  @Test
  void tellsTheDocumentsThatWereInFlightAndThatTheMemoryRanOut() throws Exception {
    InFlightFile file = InFlightFile.create(path);
    file.enter(new Position(0, 0, 0, false, false));
    int left = file.enter(new Position(1, 1_200, 0, false, false));
    file.enter(new Position(7, 1L << 40, 1L << 33, true, true));
    file.leave(left);
    file.markDeath();

    LastWords words = InFlightFile.read(path);

    assertThat(words.diedOfMemory()).isTrue();
    assertThat(words.inFlight())
        .containsExactlyInAnyOrder(
            new Position(0, 0, 0, false, false), new Position(7, 1L << 40, 1L << 33, true, true));
  }

  @Test
  void saysNothingOfMemoryWhereTheProcessJustEnded() throws Exception {
    InFlightFile.create(path).enter(new Position(0, 5, 0, true, false));

    assertThat(InFlightFile.read(path).diedOfMemory()).isFalse();
  }

  @Test
  void isNothingWhereItIsMissingCutOffOrAnotherFile() throws Exception {
    LastWords nothing = new LastWords(false, List.of());
    assertThat(InFlightFile.read(path)).isEqualTo(nothing);

    InFlightFile.create(path).markDeath();
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length - 1));
    assertThat(InFlightFile.read(path)).isEqualTo(nothing);

    Files.write(path, new byte[whole.length]);
    assertThat(InFlightFile.read(path)).isEqualTo(nothing);
  }

  @Test
  void costsNextToNothing() throws Exception {
    InFlightFile file = InFlightFile.create(path);
    Position document = new Position(1, 1, 0, false, false);
    int rounds = 200_000;
    for (int i = 0; i < rounds; i++) {
      file.leave(file.enter(document));
    }

    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      file.leave(file.enter(document));
    }
    long nanos = (System.nanoTime() - start) / rounds;

    // A few dozen; a document takes a million. A system call for each would show.
    assertThat(nanos).as("nanoseconds a document").isLessThan(5_000);
  }
}
