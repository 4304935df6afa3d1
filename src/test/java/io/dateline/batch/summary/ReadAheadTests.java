package io.dateline.batch.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ReadAheadTests {

  @Test
  void readsWhileItsCallerGoesOn() {
    CountDownLatch calledOn = new CountDownLatch(1);
    try (ReadAhead ahead = new ReadAhead()) {
      Supplier<String> page =
          ahead.begin(
              () -> {
                await(calledOn);
                return "page";
              });

      calledOn.countDown();

      assertThat(page.get()).isEqualTo("page");
    }
  }

  @Test
  void handsOnWhatWentWrongAsItWas() {
    try (ReadAhead ahead = new ReadAhead()) {
      Supplier<Object> failed =
          ahead.begin(
              () -> {
                throw new DataAccessResourceFailureException("the disk is full");
              });
      Supplier<Object> outOfMemory =
          ahead.begin(
              () -> {
                throw new OutOfMemoryError("heap");
              });

      assertThatThrownBy(failed::get)
          .isInstanceOf(DataAccessResourceFailureException.class)
          .hasMessage("the disk is full");
      assertThatThrownBy(outOfMemory::get).isInstanceOf(OutOfMemoryError.class).hasMessage("heap");
    }
  }

  @Test
  void isClosedOnlyWhenNothingIsReadAnyMore() {
    AtomicBoolean read = new AtomicBoolean();
    Thread.currentThread().interrupt();

    try (ReadAhead ahead = new ReadAhead()) {
      Supplier<String> unasked =
          ahead.begin(
              () -> {
                sleep();
                read.set(true);
                return "unasked";
              });
      assertThat(unasked).isNotNull();
    }

    assertThat(read).isTrue();
    assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException("must not be interrupted", e);
    }
  }
}
