package io.dateline.cli;

import static io.dateline.cli.JobRun.csv;
import static io.dateline.cli.JobRun.dateline;
import static io.dateline.cli.JobRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles of our own with what a person says is right, in {@code src/test/resources/floors}: no
 * field may be worse than its floor there. The gold is not what the program gives; where the two
 * differ the program is wrong, and the floor stands below 1.
 */
@Timeout(300)
class FloorsTests {

  private static final Path FLOORS = Path.of("src/test/resources/floors");

  /** F1 by which a figure may pass its floor before the floor should follow: about one case. */
  private static final double WELL_ABOVE = 0.015;

  @TempDir static Path folder;

  private static JsonNode report;

  @BeforeAll
  static void aRunOfTheRealJobIsScored() throws Exception {
    run("--input", FLOORS.resolve("input"), "--output", folder, "--date", "2026-01-02");
    JobRun score =
        dateline(
            "score",
            FLOORS.resolve("articles-gold.csv"),
            folder.resolve("nightly/latest"),
            "--quotes",
            FLOORS.resolve("quotes-gold.csv"),
            "--show",
            200,
            "--json");
    assertThat(score.exitCode()).as(score.err()).isZero();
    report = JsonMapper.shared().readTree(score.out());
  }

  @Test
  void noFieldFallsBelowItsFloor() throws IOException {
    Map<String, Double> figures = figures();
    SoftAssertions softly = new SoftAssertions();
    for (Map.Entry<String, Double> floor : floors().entrySet()) {
      double figure = Objects.requireNonNull(figures.get(floor.getKey()), floor.getKey());
      softly
          .assertThat(figure)
          .as("F1 of %s; what differs: %s", floor.getKey(), disagreements(floor.getKey()))
          .isGreaterThanOrEqualTo(floor.getValue());
      if (figure > floor.getValue() + WELL_ABOVE) {
        // Surefire shows what a test prints, and keeps what it reports to itself.
        System.out.printf(
            Locale.ROOT,
            "Raise the floor of \"%s\" in floors.tsv: it is %.3f, and the figure %.4f.%n",
            floor.getKey(),
            floor.getValue(),
            figure);
      }
    }
    softly.assertAll();
  }

  @Test
  void everyFieldThatTheGoldHasIsPinned() throws IOException {
    assertThat(floors().keySet()).isEqualTo(figures().keySet());
  }

  @Test
  void theSetIsLargeAndVariedEnoughToMeanSomething() throws IOException {
    List<Map<String, String>> articles = csv(FLOORS.resolve("articles-gold.csv"));
    List<Map<String, String>> quotes = csv(FLOORS.resolve("quotes-gold.csv"));
    long files;
    try (Stream<Path> walk = Files.walk(FLOORS.resolve("input"))) {
      files = walk.filter(Files::isRegularFile).count();
    }

    assertThat(articles).hasSizeGreaterThanOrEqualTo(60).hasSize((int) files);
    assertThat(quotes.stream().filter(quote -> !quote.get("speaker").isEmpty()))
        .hasSizeGreaterThanOrEqualTo(100);
    assertThat(articles.stream().map(article -> article.get("in_language")).distinct())
        .hasSizeGreaterThanOrEqualTo(8);
  }

  private static Map<String, Double> floors() throws IOException {
    Map<String, Double> floors = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FLOORS.resolve("floors.tsv"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        floors.put(cells[0], Double.parseDouble(cells[1]));
      }
    }
    return floors;
  }

  private static Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String part : List.of("fields", "quotes")) {
      report.get(part).forEach(f -> figures.put(f.get("field").asString(), f.get("f1").asDouble()));
    }
    return figures;
  }

  private static String disagreements(String field) {
    String column = field.substring(field.lastIndexOf(' ') + 1);
    return report.get("shown").values().stream()
        .filter(difference -> difference.get("field").asString().equals(column))
        .map(JsonNode::toString)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
