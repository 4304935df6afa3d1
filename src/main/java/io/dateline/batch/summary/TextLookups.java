package io.dateline.batch.summary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by their text, one at a time and very often: the statements are prepared once for many
 * questions, since to prepare one costs ten times what it takes to answer it. Not safe for use by
 * several threads.
 */
final class TextLookups implements AutoCloseable {

  /** Rows of a text that are read at a time: a million pages can share one. */
  static final int PAGE = 500;

  private static final String PLACES =
      "SELECT run_id, ordinal FROM article_texts WHERE text_key = ? AND ";

  private static final String PAGE_OF_PLACES =
      " ORDER BY text_key, run_id, ordinal FETCH FIRST " + PAGE + " ROWS ONLY";

  /** Where a row stands. */
  record Place(long runId, long ordinal) {}

  private final PreparedStatement inRun;
  private final PreparedStatement inLaterRuns;
  private final PreparedStatement article;
  private final PreparedStatement speakers;
  private final PreparedStatement superseding;

  TextLookups(Connection connection) throws SQLException {
    this.inRun =
        connection.prepareStatement(PLACES + "run_id = ? AND ordinal > ?" + PAGE_OF_PLACES);
    this.inLaterRuns = connection.prepareStatement(PLACES + "run_id > ?" + PAGE_OF_PLACES);
    this.article = connection.prepareStatement(CountedRows.SELECT_ONE);
    this.speakers =
        connection.prepareStatement(
            "SELECT speaker FROM quote_rows WHERE run_id = ? AND ordinal = ?");
    this.superseding =
        connection.prepareStatement(
            "SELECT by_run_id FROM superseded_files WHERE run_id = ? AND file_number = ?");
  }

  /** The first rows that may have this text, in order of run and ordinal; a page at most. */
  List<Place> first(long textKey) throws SQLException {
    return inLaterRuns(textKey, -1);
  }

  /** The rows behind one; fewer than a page if no others are behind them. */
  List<Place> after(long textKey, Place last) throws SQLException {
    inRun.setLong(1, textKey);
    inRun.setLong(2, last.runId());
    inRun.setLong(3, last.ordinal());
    List<Place> next = places(inRun);
    if (next.size() < PAGE) {
      next.addAll(inLaterRuns(textKey, last.runId()));
    }
    return next;
  }

  private List<Place> inLaterRuns(long textKey, long runId) throws SQLException {
    inLaterRuns.setLong(1, textKey);
    inLaterRuns.setLong(2, runId);
    return places(inLaterRuns);
  }

  private static List<Place> places(PreparedStatement statement) throws SQLException {
    List<Place> places = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        places.add(new Place(rows.getLong(1), rows.getLong(2)));
      }
    }
    return places;
  }

  /** An article's row with its quotes. */
  Optional<CountedRow> row(Place place) throws SQLException {
    article.setLong(1, place.runId());
    article.setLong(2, place.ordinal());
    try (ResultSet rows = article.executeQuery()) {
      return rows.next()
          ? Optional.of(
              CountedRows.withoutQuotes(place.runId(), rows).withQuotes(quotesBySpeaker(place)))
          : Optional.empty();
    }
  }

  private Map<@Nullable String, Long> quotesBySpeaker(Place place) throws SQLException {
    speakers.setLong(1, place.runId());
    speakers.setLong(2, place.ordinal());
    Map<@Nullable String, Long> quotes = new LinkedHashMap<>();
    try (ResultSet rows = speakers.executeQuery()) {
      while (rows.next()) {
        quotes.merge(rows.getString(1), 1L, Long::sum);
      }
    }
    return quotes;
  }

  /** The runs that superseded a file. */
  Set<Long> superseding(long runId, long file) throws SQLException {
    superseding.setLong(1, runId);
    superseding.setLong(2, file);
    Set<Long> runs = new HashSet<>();
    try (ResultSet rows = superseding.executeQuery()) {
      while (rows.next()) {
        runs.add(rows.getLong(1));
      }
    }
    return runs;
  }

  @Override
  public void close() throws SQLException {
    try (inRun;
        inLaterRuns;
        article;
        speakers;
        superseding) {
      // Each of them, whatever becomes of the others.
    }
  }
}
