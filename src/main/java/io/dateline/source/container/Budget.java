package io.dateline.source.container;

import io.dateline.article.RejectionReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a container may still unpack to. What is unpacked in a container inside it counts here
 * as well.
 */
final class Budget {

  private final @Nullable Budget around;
  private final long limit;
  private final RejectionReason reason;
  private final String message;
  private long used;

  /**
   * A container's budget.
   *
   * @param around the budget of the container around it, null for the file
   * @param packedBytes bytes the container takes, -1 if unknown
   */
  Budget(@Nullable Budget around, long packedBytes, ContainerLimits limits) {
    this.around = around;
    long byRatio =
        packedBytes < 0
            ? Long.MAX_VALUE
            : Math.max(limits.ratioFromBytes(), saturatedProduct(packedBytes, limits.ratio()));
    if (byRatio < limits.containerBytes()) {
      limit = byRatio;
      reason = RejectionReason.RATIO_TOO_HIGH;
      message =
          "It unpacks to more than "
              + limits.ratio()
              + " times its size and more than "
              + limits.ratioFromBytes()
              + " bytes.";
    } else {
      limit = limits.containerBytes();
      reason = RejectionReason.CONTAINER_TOO_LARGE;
      message = "It unpacks to more than " + limits.containerBytes() + " bytes.";
    }
  }

  /**
   * Spends bytes, here and in the budgets around.
   *
   * @throws SpentException if one of them has not so many left
   */
  void spend(long bytes) throws SpentException {
    for (Budget budget = this; budget != null; budget = budget.around) {
      if (bytes > budget.limit - budget.used) {
        throw new SpentException(budget);
      }
      budget.used += bytes;
    }
  }

  private static long saturatedProduct(long a, long b) {
    return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  /** A container unpacks to more than it may. */
  static final class SpentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Budget budget;

    SpentException(Budget budget) {
      super(budget.message);
      this.budget = budget;
    }

    Budget budget() {
      return budget;
    }

    RejectionReason reason() {
      return budget.reason;
    }
  }
}
