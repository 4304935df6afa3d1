package io.dateline.batch.run;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.batch.core.step.StepExecution;

/**
 * The names of the partitions' steps, which tell their numbers. Spring Batch saves a step and its
 * state one after the other: of a process that is killed in between, the step is there and the
 * state is empty, and a restart takes both as they are.
 */
public final class PartitionName {

  private static final Pattern NAME = Pattern.compile(".*:p(\\d{1,9})");

  private PartitionName() {}

  /** The name of a partition within its step: {@code p00012}. */
  public static String of(int number) {
    return String.format(Locale.ROOT, "p%05d", number);
  }

  /** Whether a step is that of a partition. */
  public static boolean isPartition(StepExecution step) {
    return NAME.matcher(step.getStepName()).matches();
  }

  /**
   * What tells an attempt at a partition from every other one: a step that a worker left unfinished
   * is begun again by the next one, and each beginning raises its version. To be asked when the
   * step has begun.
   */
  public static String attempt(StepExecution step) {
    return step.getId() + "-" + step.getVersion();
  }

  /**
   * The number of a partition.
   *
   * @throws IllegalArgumentException if the step is that of no partition
   */
  public static int number(StepExecution step) {
    Matcher name = NAME.matcher(step.getStepName());
    if (!name.matches()) {
      throw new IllegalArgumentException(step.getStepName() + " is no partition");
    }
    return Integer.parseInt(name.group(1));
  }
}
