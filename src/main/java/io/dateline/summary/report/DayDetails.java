package io.dateline.summary.report;

import io.dateline.summary.ArticleFacts;
import io.dateline.summary.report.DayDetail.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts by day from where, by whom and with whose words the articles of one run are. Every name is
 * kept until each day's most frequent are known; where that is too much, no day has details. Not
 * safe for use by several threads.
 */
public final class DayDetails {

  /** Articles of a run above which its days are not told apart. */
  private static final int MAX_ARTICLES = 100_000;

  /** What may be kept, in characters: some 60 MB. Ordinary articles come to 40 each, or to 100. */
  private static final long MAX_KEPT = 16_000_000;

  /** What a name costs beside its characters. */
  private static final int OVERHEAD = 40;

  /** Names of a kind that are shown of a day. */
  private static final int MOST = 5;

  /** Names on the page in all: some 250 kB. */
  private static final int MAX_NAMES = 10_000;

  private static final Comparator<Count> MOST_FIRST =
      Comparator.comparingLong(Count::number).reversed().thenComparing(Count::name);

  private final Map<String, Day> days = new TreeMap<>(Comparator.reverseOrder());
  private long articles;
  private long kept;

  /** What was counted of a day. */
  private final class Day {
    private final Map<String, Long> places = new HashMap<>();
    private final Map<String, Long> providers = new HashMap<>();
    private final Map<String, Long> speakers = new HashMap<>();
    private long articles;

    void add(ArticleFacts article) {
      articles++;
      String place = place(article.place(), article.country());
      if (place != null) {
        count(places, place, 1);
      }
      if (article.provider() != null) {
        count(providers, article.provider(), 1);
      }
      article
          .quotesBySpeaker()
          .forEach(
              (speaker, quotes) -> {
                if (speaker != null) {
                  count(speakers, speaker, quotes);
                }
              });
    }

    private void count(Map<String, Long> counts, String name, long number) {
      if (counts.merge(name, number, Long::sum) == number) {
        kept += name.length() + OVERHEAD;
      }
    }
  }

  /** Adds an article; one whose day is not known is of none. */
  public void add(ArticleFacts article) {
    articles++;
    String day = article.day();
    if (isTooMuch()) {
      days.clear();
    } else if (day != null) {
      days.computeIfAbsent(day, d -> new Day()).add(article);
    }
  }

  private boolean isTooMuch() {
    return articles > MAX_ARTICLES || kept > MAX_KEPT;
  }

  private static @Nullable String place(@Nullable String place, @Nullable String country) {
    if (country == null) {
      return place;
    }
    String land = RankingView.country(country);
    return place == null ? land : place + " (" + land + ")";
  }

  /** The newest days for which the page has room, newest first; none if there was too much. */
  public List<DayDetail> details() {
    List<DayDetail> details = new ArrayList<>();
    if (isTooMuch()) {
      return details;
    }
    int names = 0;
    for (Map.Entry<String, Day> entry : days.entrySet()) {
      Day day = entry.getValue();
      DayDetail detail =
          new DayDetail(
              entry.getKey(),
              day.articles,
              most(day.places),
              most(day.providers),
              most(day.speakers));
      names += detail.places().size() + detail.providers().size() + detail.speakers().size() + 1;
      if (names > MAX_NAMES) {
        break;
      }
      details.add(detail);
    }
    return details;
  }

  private static List<Count> most(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(MOST_FIRST)
        .limit(MOST)
        .toList();
  }
}
