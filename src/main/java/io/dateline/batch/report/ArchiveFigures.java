package io.dateline.batch.report;

import io.dateline.extract.place.Gazetteer;
import io.dateline.summary.Summary;
import io.dateline.summary.report.LargestGroups;
import io.dateline.summary.report.MapPlace;
import io.dateline.summary.report.Ranking;
import io.dateline.summary.report.Timeline;
import io.dateline.summary.report.TimelineCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the files below {@code summary/} of a run say of the archive. */
final class ArchiveFigures {

  /** Groups of a ranking that are shown. */
  private static final int MOST = 50;

  /** Places that are looked for on the map; the table shows fewer. */
  private static final int MOST_PLACES = 300;

  private final Path folder;
  private final CsvRows csv;

  /**
   * Figures of a run's summaries.
   *
   * @param folder where the files are
   */
  ArchiveFigures(Path folder, CsvRows csv) {
    this.folder = folder;
    this.csv = csv;
  }

  private Path file(Summary summary) {
    return folder.resolve(summary.label() + ".csv");
  }

  Map<Summary, Ranking> rankings() throws IOException {
    Map<Summary, Ranking> rankings = new EnumMap<>(Summary.class);
    for (Summary summary : Summary.values()) {
      if (summary.second() != Summary.Second.FILLED) {
        rankings.put(summary, ranking(summary, MOST));
      }
    }
    return rankings;
  }

  private Ranking ranking(Summary summary, int most) throws IOException {
    LargestGroups groups = new LargestGroups(most);
    int keys = summary.keyColumns().size();
    int counts = summary.countColumns().size();
    csv.read(
        file(summary),
        row -> {
          groups.add(
              new Ranking.Group(
                  LargestGroups.key(csv.text(row, 0), keys > 1 ? csv.text(row, 1) : ""),
                  CsvRows.number(row, keys),
                  counts > 1 ? CsvRows.number(row, keys + 1) : 0));
          return true;
        });
    return groups.ranking();
  }

  Timeline timeline() throws IOException {
    TimelineCollector collector = new TimelineCollector();
    csv.read(
        file(Summary.ARTICLES_BY_DAY),
        row -> {
          collector.addDay(row.get(0), CsvRows.number(row, 1), CsvRows.number(row, 2));
          return true;
        });
    csv.read(
        file(Summary.ARTICLES_BY_MONTH),
        row -> {
          collector.addMonth(row.get(0), CsvRows.number(row, 1), CsvRows.number(row, 2));
          return true;
        });
    return collector.timeline();
  }

  /** The most frequent places whose country is known and has a place of that name. */
  List<MapPlace> places() throws IOException {
    List<MapPlace> places = new ArrayList<>();
    for (Ranking.Group group : ranking(Summary.ARTICLES_BY_PLACE, MOST_PLACES).groups()) {
      String name = Objects.requireNonNull(group.key().first());
      String country = group.key().second();
      if (country != null) {
        Gazetteer.get()
            .largestIn(name, country)
            .ifPresent(
                place ->
                    places.add(
                        new MapPlace(
                            name, country, place.latitude(), place.longitude(), group.rows())));
      }
    }
    return places;
  }
}
