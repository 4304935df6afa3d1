package io.dateline.batch.rollback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a rollback did, or would do: what {@code --json} prints.
 *
 * @param finished runs whose rollback had been cut off, and was, or would be, finished first
 * @param runs those that are taken back, newest first
 * @param filesAgain files of earlier runs that are current again
 * @param latest name of the run that {@code latest} points to afterwards, null if none is published
 * @param note a sentence that a person should read, null if there is none
 */
public record RollbackReport(
    String job,
    boolean dryRun,
    List<String> finished,
    List<Entry> runs,
    long filesAgain,
    @Nullable String latest,
    @Nullable String note) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  public RollbackReport {
    finished = List.copyOf(finished);
    runs = List.copyOf(runs);
  }

  /**
   * A run that is taken back.
   *
   * @param run date and number
   */
  public record Entry(String run, long articles, long rejections) {}

  /** The report as one JSON object on one line. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }
}
