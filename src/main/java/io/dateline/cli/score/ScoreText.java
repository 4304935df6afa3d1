package io.dateline.cli.score;

import io.dateline.cli.status.StatusText;
import io.dateline.score.Disagreement;
import io.dateline.score.FieldScore;
import io.dateline.score.ScoreReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A report as a table or as JSON. Nothing in the table steers a terminal. */
public final class ScoreText {

  /** Longest cell that is shown, in UTF-16 code units; the file of disagreements has it whole. */
  private static final int MAX_SHOWN = 160;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private ScoreText() {}

  /** One JSON object; shares are numbers from 0 to 1, or null where there is nothing to share. */
  public static String json(ScoreReport report, List<Disagreement> shown) {
    record Answer(
        long goldArticles,
        long foundArticles,
        long rejectedArticles,
        List<FieldScore> fields,
        List<FieldScore> quotes,
        long disagreements,
        List<Disagreement> shown) {}
    return JSON.writeValueAsString(
        new Answer(
            report.goldArticles(),
            report.foundArticles(),
            report.rejectedArticles(),
            report.fields(),
            report.quotes(),
            report.disagreements(),
            shown));
  }

  /** A table and the disagreements, without a line end after the last line. */
  public static String table(ScoreReport report, List<Disagreement> shown) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d articles in the gold: %,d in the run, %,d rejected, %,d neither.",
            report.goldArticles(),
            report.foundArticles(),
            report.rejectedArticles(),
            report.goldArticles() - report.foundArticles() - report.rejectedArticles()));
    lines.add("");
    lines.add(row("field", "cases", "found", "correct", "precision", "recall", "F1"));
    Stream.concat(report.fields().stream(), report.quotes().stream())
        .forEach(
            field ->
                lines.add(
                    row(
                        field.field(),
                        number(field.cases()),
                        number(field.found()),
                        number(field.correct()),
                        share(field.precision()),
                        share(field.recall()),
                        share(field.f1()))));
    lines.add("");
    if (report.disagreements() == 0) {
      lines.add("No disagreements.");
    }
    shown.forEach(disagreement -> addLines(disagreement, lines));
    if (report.disagreements() > shown.size()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d disagreements, %,d shown; --show N shows more, --disagreements FILE writes all.",
              report.disagreements(),
              shown.size()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  /** The disagreement with its cells cut to what is shown, so that bodies need not be kept. */
  public static Disagreement cut(Disagreement whole) {
    return new Disagreement(
        cut(whole.article()),
        whole.field(),
        whole.kind(),
        cut(whole.gold()),
        cut(whole.run()),
        cut(whole.quote()));
  }

  private static String cut(String text) {
    if (text.length() <= MAX_SHOWN) {
      return text;
    }
    int end = MAX_SHOWN - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static void addLines(Disagreement disagreement, List<String> lines) {
    lines.add(
        StatusText.clean(
            disagreement.article()
                + "  "
                + disagreement.field()
                + "  "
                + disagreement.kind().name().toLowerCase(Locale.ROOT)));
    Stream.of(
            List.of("quote", disagreement.quote()),
            List.of("gold", disagreement.gold()),
            List.of("run", disagreement.run()))
        .filter(line -> !line.get(1).isEmpty())
        .forEach(
            line -> lines.add("  %-5s ".formatted(line.get(0)) + StatusText.clean(line.get(1))));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-30s %8s %8s %8s %10s %8s %8s", cells);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.4f", share);
  }
}
