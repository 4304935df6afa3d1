package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReachWatchTests {

  private boolean reachable = true;
  private int calls;
  private long second;

  private final ReachWatch watch = new ReachWatch(this::call, 120, this::nanoTime);

  private boolean call() {
    calls++;
    return reachable;
  }

  private long nanoTime() {
    return TimeUnit.SECONDS.toNanos(second);
  }

  private boolean isLostAt(long at) {
    second = at;
    return watch.isLost();
  }

  @Test
  void givesUpWhatIsOutOfReachForTwoMinutes() {
    assertThat(isLostAt(10)).isFalse();
    reachable = false;

    assertThat(isLostAt(20)).isFalse();
    assertThat(isLostAt(130)).isFalse();
    assertThat(isLostAt(140)).isTrue();
  }

  @Test
  void waitsAnewForWhatCameBackMeanwhile() {
    reachable = false;
    assertThat(isLostAt(100)).isFalse();
    reachable = true;
    assertThat(isLostAt(115)).isFalse();
    reachable = false;

    assertThat(isLostAt(230)).isFalse();
    assertThat(isLostAt(240)).isTrue();
  }

  @Test
  void callsEveryTenSecondsHoweverOftenItIsAsked() {
    for (long at = 0; at <= 60; at++) {
      isLostAt(at);
    }

    assertThat(calls).isEqualTo(6);
  }
}
