package io.dateline.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class ReadAheadTests {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_999, 5_000, 5_001, 10_000, 12_345})
  void givesWhatTheStreamGivesInItsOrder(int elements) {
    List<Integer> read = new ArrayList<>();

    try (ReadAhead<Integer> ahead = new ReadAhead<>(() -> numbers(elements))) {
      ahead.forEachRemaining(read::add);

      assertThatThrownBy(ahead::next).isInstanceOf(NoSuchElementException.class);
    }

    assertThat(read).isEqualTo(IntStream.range(0, elements).boxed().toList());
  }

  @Test
  void readsOnAnotherThread() {
    List<Thread> threads = new ArrayList<>();

    try (ReadAhead<Integer> ahead =
        new ReadAhead<>(
            () -> {
              threads.add(Thread.currentThread());
              return numbers(3);
            })) {
      assertThat(ahead.next()).isZero();
    }

    assertThat(threads).isNotEmpty().doesNotContain(Thread.currentThread());
  }

  @Test
  void handsOnWhatWentWrongAsItWas() {
    DataAccessResourceFailureException full =
        new DataAccessResourceFailureException("the disk is full");
    try (ReadAhead<Integer> ahead =
        new ReadAhead<>(
            () -> {
              throw full;
            })) {
      assertThatThrownBy(ahead::hasNext).isSameAs(full);
    }
    try (ReadAhead<Integer> ahead = new ReadAhead<>(ReadAheadTests::brokenNumbers)) {
      assertThatThrownBy(() -> ahead.forEachRemaining(element -> {}))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage("heap");
    }
  }

  private static Iterator<Integer> brokenNumbers() {
    return IntStream.range(0, 9_000)
        .map(
            i -> {
              if (i == 7_000) {
                throw new OutOfMemoryError("heap");
              }
              return i;
            })
        .iterator();
  }

  @Test
  void isClosedOnlyWhenNothingIsReadAnyMore() {
    AtomicBoolean read = new AtomicBoolean();
    Thread.currentThread().interrupt();

    try (ReadAhead<Integer> unasked =
        new ReadAhead<>(
            () -> {
              sleep();
              read.set(true);
              return numbers(1);
            })) {
      assertThat(unasked).isNotNull();
    }

    assertThat(read).isTrue();
    assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
  }

  private static Iterator<Integer> numbers(int count) {
    return IntStream.range(0, count).iterator();
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException("must not be interrupted", e);
    }
  }
}
