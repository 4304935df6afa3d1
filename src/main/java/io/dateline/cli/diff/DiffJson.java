package io.dateline.cli.diff;

import io.dateline.batch.run.ProgramVersion;
import io.dateline.diff.DiffReport;
import io.dateline.diff.GateResult;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a comparison: {@code diff.json}, and what {@code --json} prints.
 *
 * @param createdAt ISO 8601 in UTC
 * @param folder where the files are
 * @param failedGates names of the gates that are broken
 */
public record DiffJson(
    String job,
    String createdAt,
    String programVersion,
    double seconds,
    String folder,
    List<String> failedGates,
    DiffReport report) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  public DiffJson {
    failedGates = List.copyOf(failedGates);
  }

  /** Of a report that was made just now. */
  public static DiffJson of(
      String job, String createdAt, double seconds, String folder, DiffReport report) {
    return new DiffJson(
        job,
        createdAt,
        ProgramVersion.get(),
        seconds,
        folder,
        report.broken().stream().map(GateResult::name).toList(),
        report);
  }

  /** One JSON object on one line. */
  public String toLine() {
    return JSON.writeValueAsString(this);
  }

  /** One JSON object for the file. */
  public String toFile() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }
}
