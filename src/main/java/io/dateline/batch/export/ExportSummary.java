package io.dateline.batch.export;

import io.dateline.batch.run.JoinedFile;
import io.dateline.output.FileForm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an export holds: {@code export.json}, and what {@code --json} prints.
 *
 * @param createdAt ISO 8601 in UTC
 * @param newestRun the last run whose rows are in it
 * @param where the conditions as they were written; empty for the whole archive
 * @param format of the files
 * @param rejections null where conditions leave them out
 * @param cellsCut texts that were cut since they were longer than {@code csv.max-cell}; null where
 *     none was to be cut
 * @param bytes of all tables' files
 * @param files what was written, by the files' names
 */
public record ExportSummary(
    String job,
    String createdAt,
    String programVersion,
    NewestRun newestRun,
    List<String> where,
    FileForm.Format format,
    long articles,
    long quotes,
    @Nullable Long rejections,
    @Nullable Long cellsCut,
    long bytes,
    double seconds,
    String folder,
    Map<String, JoinedFile> files) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  /**
   * A published run.
   *
   * @param folder name of its folder
   */
  public record NewestRun(long number, String date, String folder) {}

  public ExportSummary {
    where = List.copyOf(where);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** The summary as one JSON object on one line. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /** The summary as one JSON object for {@code export.json}. */
  String toFile() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }
}
