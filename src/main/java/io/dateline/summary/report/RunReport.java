package io.dateline.summary.report;

import io.dateline.summary.QualityDrop;
import io.dateline.summary.Summary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a report shows: of the run alone what it did, rejected and was slow at, and of the
 * archive as it stands after it everything else.
 *
 * @param past the runs before it that were published, newest first
 * @param rejected by reason, the most frequent first
 * @param rankings the largest groups by summary; of a trial those of its own articles
 * @param places the places of datelines that can be shown, the most frequent first
 * @param fill how often the fields of what each run read are filled
 * @param drops fields that this run filled much less often than those before, the worst first
 * @param days what the run alone read of each day; empty where that is too much for a page
 */
public record RunReport(
    ReportedRun run,
    List<RunFigures> past,
    List<RejectedReason> rejected,
    List<SlowDocument> slowest,
    Timeline timeline,
    Map<Summary, Ranking> rankings,
    List<MapPlace> places,
    FillHistory fill,
    List<QualityDrop> drops,
    List<DayDetail> days) {

  public RunReport {
    past = List.copyOf(past);
    rejected = List.copyOf(rejected);
    slowest = List.copyOf(slowest);
    rankings =
        rankings.isEmpty() ? new EnumMap<>(Summary.class) : new EnumMap<Summary, Ranking>(rankings);
    places = List.copyOf(places);
    drops = List.copyOf(drops);
    days = List.copyOf(days);
  }

  /** Whether the run warns of a field for all publishers together. */
  boolean hasFallen(String field) {
    return drops.stream().anyMatch(drop -> drop.ofAll() && drop.field().equals(field));
  }

  /** The largest groups of a summary. */
  Ranking ranking(Summary summary) {
    return rankings.getOrDefault(summary, Ranking.EMPTY);
  }
}
