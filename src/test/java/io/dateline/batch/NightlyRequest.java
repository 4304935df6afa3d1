package io.dateline.batch;

import io.dateline.batch.run.RunRequest;
import io.dateline.batch.settings.JobSettings;
import io.dateline.source.InputRoot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the job {@code nightly} is asked for in these tests: a night of one date. */
final class NightlyRequest {

  private NightlyRequest() {}

  static RunRequest of(Path input, Path output) {
    return of(input, output, false);
  }

  static RunRequest resumeOnly(Path input, Path output) {
    return of(input, output, true);
  }

  private static RunRequest of(Path input, Path output, boolean resumeOnly) {
    return new RunRequest(
        "nightly",
        JobSettings.defaults(),
        List.of(new InputRoot("papers", input)),
        output,
        LocalDate.of(2020, 2, 3),
        true,
        false,
        false,
        0,
        false,
        false,
        resumeOnly);
  }
}
