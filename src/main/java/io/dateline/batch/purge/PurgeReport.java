package io.dateline.batch.purge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a purge did, or would do: what {@code --json} prints.
 *
 * @param before ISO 8601 in UTC: what ended before then was looked at
 * @param compacted whether a baseline was, or would be, written first
 * @param baseline its name, null if none was written
 * @param executions executions of Spring Batch whose metadata went
 * @param pastArticles articles that were current no more, whose rows went
 * @param movedArticles articles whose rows went since a baseline holds a copy of them
 * @param runs runs that published nothing current, of which no trace is left
 * @param bytes of the folders that went
 * @param folders the old runs with a folder, oldest first, and what became of it
 */
public record PurgeReport(
    String job,
    String before,
    boolean dryRun,
    boolean compacted,
    @Nullable String baseline,
    long executions,
    long pastArticles,
    long movedArticles,
    long runs,
    long bytes,
    List<Entry> folders) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  public PurgeReport {
    folders = List.copyOf(folders);
  }

  /**
   * What becomes of a run's folder.
   *
   * @param run date and number
   * @param why a phrase for a person
   */
  public record Entry(String run, boolean deleted, String why) {

    /** One line: {@code 2025-11-02-0007 kept: 812 current articles}. */
    public String line() {
      return run + (deleted ? " deleted: " : " kept: ") + why;
    }
  }

  /** The report as one JSON object on one line. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }
}
