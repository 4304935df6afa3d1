package io.dateline.summary.report;

import java.util.List;

/**
 * What a run read of one day: from where, by whom, and who was quoted, of each the most frequent.
 *
 * @param day {@code 2016-09-05}
 * @param articles of the day that the run read
 */
public record DayDetail(
    String day, long articles, List<Count> places, List<Count> providers, List<Count> speakers) {

  public DayDetail {
    places = List.copyOf(places);
    providers = List.copyOf(providers);
    speakers = List.copyOf(speakers);
  }

  /** How often a name occurs: in articles, or of a speaker in quotes. */
  public record Count(String name, long number) {}
}
