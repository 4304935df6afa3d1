package io.dateline.batch.settings;

import io.dateline.page.PageLimits;
import io.dateline.validate.ValidationSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * The settings of a job. {@code jobs/nightly.yml} shows each with its default, unit and meaning.
 *
 * @param input input roots, each {@code PATH} or {@code NAME=PATH}; relative to the project folder
 * @param output output folder, relative likewise
 * @param threads partitions extracted at a time; 0 for the number of processors
 * @param chunkSize documents in a transaction
 */
public record JobSettings(
    @NotEmpty List<@NotBlank String> input,
    @NotBlank String output,
    @Min(0) @Max(256) int threads,
    @Min(1) @Max(10_000) int chunkSize,
    @Valid PartitionSettings partition,
    @Valid LimitSettings limits,
    @Valid ValidationSettings validation,
    @Valid CsvSettings csv) {

  public JobSettings {
    input = List.copyOf(input);
  }

  /**
   * How the manifest is cut.
   *
   * @param files files a partition
   * @param bytes bytes a partition
   */
  public record PartitionSettings(@Min(1) int files, @Min(1) long bytes) {}

  /**
   * What one document may cost.
   *
   * @param documentBytes longer documents are rejected unread
   * @param page what parsing may cost
   */
  public record LimitSettings(@Min(1) @Max(1L << 30) long documentBytes, @Valid PageLimits page) {}

  /**
   * How CSV is written.
   *
   * @param formulaGuard whether text cells are kept from being run as a formula
   */
  public record CsvSettings(boolean formulaGuard) {}

  /** What a job file that says nothing means. */
  public static JobSettings defaults() {
    return new JobSettings(
        List.of("input"),
        "output",
        0,
        200,
        new PartitionSettings(1_000, 16L << 20),
        new LimitSettings(16L << 20, PageLimits.defaults()),
        ValidationSettings.defaults(),
        new CsvSettings(true));
  }
}
