package io.dateline.batch.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The articles of a run with when and where they are from, and who is quoted in them. */
public final class DatedArticles {

  private static final int PAGE = 1_000;

  private static final int DAY_CHARS = "2016-09-05".length();

  private final JdbcClient jdbc;

  DatedArticles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes an article. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Takes an article whose day is known.
     *
     * @param day ISO 8601
     * @param speakers one for each quote that has one
     */
    void article(
        String day,
        @Nullable String place,
        @Nullable String country,
        @Nullable String provider,
        List<String> speakers);
  }

  private record Row(
      long ordinal,
      @Nullable String date,
      @Nullable String place,
      @Nullable String country,
      @Nullable String provider) {}

  /** Reads those of a run in order, by pages. */
  public void read(long runId, Reader reader) {
    long last = -1;
    List<Row> page;
    do {
      page = page(runId, last);
      if (page.isEmpty()) {
        return;
      }
      Map<Long, List<String>> speakers = speakers(runId, page);
      for (Row row : page) {
        String date = row.date();
        if (date != null && date.length() >= DAY_CHARS) {
          reader.article(
              date.substring(0, DAY_CHARS),
              row.place(),
              row.country(),
              row.provider(),
              speakers.getOrDefault(row.ordinal(), List.of()));
        }
      }
      last = page.get(page.size() - 1).ordinal();
    } while (page.size() == PAGE);
  }

  private List<Row> page(long runId, long after) {
    return jdbc.sql(
            "SELECT ordinal, date_published, dateline_place, dateline_country, provider"
                + " FROM article_rows WHERE run_id = ? AND ordinal > ?"
                + " ORDER BY run_id, ordinal FETCH FIRST "
                + PAGE
                + " ROWS ONLY")
        .params(runId, after)
        .query(
            (rs, row) ->
                new Row(
                    rs.getLong("ordinal"),
                    rs.getString("date_published"),
                    rs.getString("dateline_place"),
                    rs.getString("dateline_country"),
                    rs.getString("provider")))
        .list();
  }

  private Map<Long, List<String>> speakers(long runId, List<Row> page) {
    Map<Long, List<String>> speakers = new HashMap<>();
    jdbc.sql(
            "SELECT ordinal, speaker FROM quote_rows"
                + " WHERE run_id = ? AND ordinal >= ? AND ordinal <= ? AND speaker IS NOT NULL")
        .params(runId, page.get(0).ordinal(), page.get(page.size() - 1).ordinal())
        .query(
            rs -> {
              speakers
                  .computeIfAbsent(rs.getLong("ordinal"), n -> new ArrayList<>())
                  .add(Objects.requireNonNull(rs.getString("speaker")));
            });
    return speakers;
  }
}
