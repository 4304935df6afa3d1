package io.dateline.summary.report;

import io.dateline.summary.Summary;
import io.dateline.summary.report.FillHistory.FieldShares;
import io.dateline.summary.report.Ranking.Group;
import io.dateline.summary.report.Timeline.Point;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the charts are drawn from, as JSON that can stand inside a {@code script} element: no
 * character in it ends the element, begins a comment, or ends a line of a script.
 */
final class ScriptData {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int MONTHS_PER_YEAR = 12;

  /** The year from whose January months are counted. */
  private static final int FIRST_YEAR = 2000;

  private static final List<String> WORLD =
      PageResource.text(ScriptData.class, "world.txt")
          .lines()
          .filter(line -> !line.startsWith("# "))
          .toList();

  private ScriptData() {}

  static String of(RunReport report, Map<Summary, RankingView> rankings) {
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Object> ranks = new LinkedHashMap<>();
    rankings.forEach(
        (summary, view) -> {
          if (!view.empty()) {
            ranks.put(view.id(), rank(summary, report.ranking(summary)));
          }
        });
    if (!report.rejected().isEmpty()) {
      ranks.put(
          "rejected",
          rank(
              report.rejected().stream().map(RejectedReason::reason).toList(),
              report.rejected().stream().map(RejectedReason::rejections).toList(),
              "rejections"));
    }
    data.put("ranks", ranks);
    data.put("history", history(report));
    data.put("time", time(report.timeline()));
    data.put("places", report.places().stream().map(ScriptData::place).toList());
    data.put("world", report.places().isEmpty() ? List.of() : WORLD);
    data.put("fill", fill(report));
    data.put("days", days(report.days()));
    return escape(JSON.writeValueAsString(data));
  }

  /** Inside JSON these characters stand in strings alone, where each may be written as a code. */
  static String escape(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        out.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static Map<String, Object> rank(Summary summary, Ranking ranking) {
    List<Group> shown = ranking.groups().stream().limit(RankingView.BARS).toList();
    return rank(
        shown.stream().map(group -> RankingView.name(summary, group.key())).toList(),
        shown.stream().map(Group::rows).toList(),
        summary.countColumns().get(0));
  }

  private static Map<String, Object> rank(List<String> labels, List<Long> values, String unit) {
    Map<String, Object> rank = new LinkedHashMap<>();
    rank.put("labels", labels);
    rank.put("values", values);
    rank.put("unit", unit);
    return rank;
  }

  private static Map<String, Object> history(RunReport report) {
    List<RunFigures> runs = new ArrayList<>(report.past());
    runs.add(0, report.run().figures());
    Collections.reverse(runs);
    Map<String, Object> history = new LinkedHashMap<>();
    history.put("runs", runs.stream().map(RunFigures::name).toList());
    history.put("articles", runs.stream().map(RunFigures::articles).toList());
    history.put("rejections", runs.stream().map(RunFigures::rejections).toList());
    history.put("ignored", runs.stream().map(RunFigures::ignored).toList());
    return history;
  }

  private static @Nullable Map<String, Object> time(Timeline timeline) {
    if (timeline.months().isEmpty()) {
      return null;
    }
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("days", steps(timeline.days(), label -> LocalDate.parse(label).toEpochDay()));
    time.put("months", steps(timeline.months(), ScriptData::month));
    return time;
  }

  private static long month(String label) {
    YearMonth month = YearMonth.parse(label);
    return (long) (month.getYear() - FIRST_YEAR) * MONTHS_PER_YEAR + month.getMonthValue() - 1;
  }

  /** Each by its distance from the one before: forty years of days in some 70 kB. */
  private static Map<String, Object> steps(List<Point> points, ToLongFunction<String> number) {
    long first = points.isEmpty() ? 0 : number.applyAsLong(points.get(0).label());
    long last = first;
    List<Long> steps = new ArrayList<>();
    for (Point point : points) {
      long at = number.applyAsLong(point.label());
      steps.add(at - last);
      last = at;
    }
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("first", first);
    list.put("steps", steps);
    list.put("counts", points.stream().map(Point::articles).toList());
    return list;
  }

  private static Map<String, Object> place(MapPlace place) {
    Map<String, Object> at = new LinkedHashMap<>();
    at.put("name", Figures.text(place.name()));
    at.put("country", RankingView.country(place.country()));
    at.put("latitude", place.latitude());
    at.put("longitude", place.longitude());
    at.put("articles", place.articles());
    return at;
  }

  private static Map<String, Object> fill(RunReport report) {
    FillHistory history = report.fill();
    Map<String, Object> fill = new LinkedHashMap<>();
    fill.put("runs", history.runs());
    fill.put(
        "fields",
        history.fields().stream()
            .map(field -> field(field, report.hasFallen(field.field())))
            .toList());
    return fill;
  }

  private static Map<String, Object> field(FieldShares fill, boolean falling) {
    Map<String, Object> field = new LinkedHashMap<>();
    List<@Nullable Double> percents = new ArrayList<>();
    for (Double share : fill.shares()) {
      percents.add(share == null ? null : Math.round(share * 1000) / 10.0);
    }
    field.put("name", fill.field());
    field.put("shares", percents);
    field.put("falling", falling);
    return field;
  }

  private static Map<String, Object> days(List<DayDetail> details) {
    Map<String, Object> days = new LinkedHashMap<>();
    for (DayDetail detail : details) {
      Map<String, Object> day = new LinkedHashMap<>();
      day.put("articles", detail.articles());
      day.put("places", named(detail.places()));
      day.put("providers", named(detail.providers()));
      day.put("speakers", named(detail.speakers()));
      days.put(detail.day(), day);
    }
    return days;
  }

  private static List<List<Object>> named(List<DayDetail.Count> counts) {
    return counts.stream()
        .map(count -> List.<Object>of(Figures.text(count.name()), count.number()))
        .toList();
  }
}
