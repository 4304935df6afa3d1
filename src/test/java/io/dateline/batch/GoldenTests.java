package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Quote;
import io.dateline.article.RawDocument;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.settings.JobSettings;
import io.dateline.extract.ExtractorVersion;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import io.dateline.output.QuoteColumn;
import io.dateline.output.QuoteRow;
import io.dateline.output.RejectionColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small articles of our own with what an analyst expects of them. A case is a folder with {@code
 * source.*} and {@code expected.json}: only columns that are named count, and {@code ""} means that
 * the cell must be empty.
 */
class GoldenTests {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final LocalDate RUN_DATE = LocalDate.of(2026, 11, 1);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ArticlePipeline PIPELINE =
      ArticlePipeline.of(JobSettings.defaults(), RUN_DATE);

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesOutAsAnAnalystExpects(String name) throws IOException {
    JsonNode expected =
        JSON.readTree(Files.readString(GOLDEN.resolve(name).resolve("expected.json")));

    Outcome outcome = PIPELINE.process(document(name));

    if (expected.has("rejected")) {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Rejected.class,
              r ->
                  assertThat(r.rejection().reason().name())
                      .isEqualTo(expected.get("rejected").asString()));
      return;
    }
    assertThat(outcome).as(outcome.toString()).isInstanceOf(Accepted.class);
    SoftAssertions softly = new SoftAssertions();
    compareColumns(expected, (Accepted) outcome, softly);
    compareQuotes(expected, (Accepted) outcome, softly);
    softly.assertAll();
  }

  /**
   * Whoever changes what comes out raises the version: rows of two versions can then be told apart.
   */
  @Test
  void theExtractorVersionIsRaisedWheneverTheGoldenOutputsChange() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String name : cases().toList()) {
      digest.update(rows(PIPELINE.process(document(name))).getBytes(StandardCharsets.UTF_8));
    }
    Properties released = new Properties();
    try (InputStream in = Files.newInputStream(GOLDEN.resolve("outputs.properties"))) {
      released.load(in);
    }

    assertThat(HexFormat.of().formatHex(digest.digest()))
        .as(
            "Golden outputs of extractor version %s. If the change is meant: raise"
                + " ExtractorVersion.CURRENT once per release and put the new hash into"
                + " outputs.properties",
            ExtractorVersion.CURRENT)
        .isEqualTo(released.getProperty("version." + ExtractorVersion.CURRENT));
  }

  static Stream<String> cases() throws IOException {
    List<String> names = new ArrayList<>();
    for (String format : List.of("html", "txt", "newsroom")) {
      try (Stream<Path> folders = Files.list(GOLDEN.resolve(format))) {
        folders.sorted().forEach(f -> names.add(format + "/" + f.getFileName()));
      }
    }
    return names.stream();
  }

  private static RawDocument document(String name) throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN.resolve(name))) {
      Path source =
          files
              .filter(f -> f.getFileName().toString().startsWith("source"))
              .findFirst()
              .orElseThrow();
      return new RawDocument(
          0, EntryId.ofFile("golden", name), Files.readAllBytes(source), Capture.UNKNOWN);
    }
  }

  private static String rows(Outcome outcome) {
    if (outcome instanceof Rejected rejected) {
      CsvTable<io.dateline.article.Rejection> table =
          new CsvTable<>(List.of(RejectionColumn.values()), true);
      return table.line(table.values(rejected.rejection())) + "\n";
    }
    Accepted accepted = (Accepted) outcome;
    CsvTable<Accepted> articles = new CsvTable<>(List.of(ArticleColumn.values()), true);
    CsvTable<QuoteRow> quotes = new CsvTable<>(List.of(QuoteColumn.values()), true);
    StringBuilder rows = new StringBuilder(articles.line(articles.values(accepted))).append('\n');
    for (Quote quote : accepted.article().quotes()) {
      rows.append(quotes.line(quotes.values(new QuoteRow("", quote)))).append('\n');
    }
    return rows.toString();
  }

  private static void compareColumns(JsonNode expected, Accepted accepted, SoftAssertions softly) {
    for (ArticleColumn column : ArticleColumn.values()) {
      if (expected.has(column.label())) {
        softly
            .assertThat(cell(column.value(accepted)))
            .as(column.label())
            .isEqualTo(expected.get(column.label()).asString());
      }
    }
    if (expected.has("article_body_paragraphs")) {
      List<String> paragraphs = new ArrayList<>();
      expected.get("article_body_paragraphs").forEach(p -> paragraphs.add(p.asString()));
      softly
          .assertThat(accepted.article().paragraphs())
          .as("article_body_paragraphs")
          .containsExactlyElementsOf(paragraphs);
    }
  }

  private static void compareQuotes(JsonNode expected, Accepted accepted, SoftAssertions softly) {
    if (!expected.has("quotes")) {
      return;
    }
    List<Map<String, String>> wanted = new ArrayList<>();
    List<Map<String, String>> had = new ArrayList<>();
    List<Quote> quotes = accepted.article().quotes();
    int size = Math.max(expected.get("quotes").size(), quotes.size());
    for (int i = 0; i < size; i++) {
      JsonNode want = expected.get("quotes").get(i);
      Quote have = i < quotes.size() ? quotes.get(i) : null;
      Map<String, String> wantedQuote = new LinkedHashMap<>();
      Map<String, String> hadQuote = new LinkedHashMap<>();
      for (QuoteColumn column : QuoteColumn.values()) {
        if (want == null || want.has(column.label())) {
          if (want != null) {
            wantedQuote.put(
                column.label(), withoutStop(column, want.get(column.label()).asString()));
          }
          if (have != null) {
            hadQuote.put(
                column.label(), withoutStop(column, cell(column.value(new QuoteRow("", have)))));
          }
        }
      }
      wanted.add(wantedQuote);
      had.add(hadQuote);
    }
    softly.assertThat(had).as("quotes").isEqualTo(wanted);
  }

  /** Whether the closing stop belongs to the quote is typography, not fact. */
  private static String withoutStop(QuoteColumn column, String text) {
    return column == QuoteColumn.TEXT && (text.endsWith(".") || text.endsWith(","))
        ? text.substring(0, text.length() - 1)
        : text;
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%s", number);
    }
    return value == null ? "" : value.toString();
  }
}
