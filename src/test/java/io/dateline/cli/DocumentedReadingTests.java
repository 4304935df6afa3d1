package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of docs/csv.md do what the page says. */
@Timeout(120)
class DocumentedReadingTests {

  private static final Pattern SNIPPET =
      Pattern.compile("\\n```(\\w+)\\n(.*?)\\n```\\n", Pattern.DOTALL);

  @TempDir Path folder;

  @BeforeEach
  void aRunWithAGuardedHeadlineAndALongBody() throws Exception {
    Path input = Files.createDirectories(folder.resolve("input"));
    new ArchiveGenerator(4).write(input, 20);
    StringBuilder story =
        new StringBuilder("=1+1 is what the mayor counted on\n\nOSLO, May 4 (AP) - ");
    for (int i = 1; i <= 1_000; i++) {
      story
          .append(
              "The ferry between the two islands resumed on Tuesday after a week of fog, and the")
          .append(" harbour master noted that crossing number ")
          .append(i)
          .append(" took some two hundred passengers to the other side.\n\n");
    }
    Files.writeString(input.resolve("formula.txt"), story);
    JobRun.run("--input", input, "--output", folder.resolve("output"), "--date", "2020-01-01");
  }

  @Test
  void pythonPrintsEveryArticleWithItsHeadlineAsItWas() throws Exception {
    List<Map<String, String>> articles = articles();

    String printed = Python.run(folder, snippet("python"));

    assertThat(articles)
        .extracting(row -> row.get("article_body").length())
        .anyMatch(n -> n > 131_072);
    assertThat(printed.lines())
        .containsExactlyElementsOf(
            articles.stream()
                .map(
                    row ->
                        String.join(
                            " ",
                            row.get("date_published"),
                            row.get("headline"),
                            firstParagraph(row.get("article_body"))))
                .toList());
    assertThat(printed).contains(" =1+1 is what the mayor counted on ");
  }

  @Test
  void duckDbGivesEveryHeadlineAsItWas() throws Exception {
    List<Map<String, String>> articles = articles();
    try (DuckDb duckDb = new DuckDb()) {
      String sql =
          snippet("sql").replace("'output/", "'" + folder.resolve("output").toString() + "/");

      List<String> headlines = duckDb.column(sql);

      assertThat(headlines)
          .containsExactlyInAnyOrderElementsOf(
              articles.stream().map(row -> row.get("headline")).toList());
    }
  }

  private static String firstParagraph(String body) {
    int end = body.indexOf("\n\n");
    return end < 0 ? body : body.substring(0, end);
  }

  private List<Map<String, String>> articles() throws IOException {
    return JobRun.csv(folder.resolve("output/nightly/latest/articles.csv"));
  }

  private static String snippet(String language) throws IOException {
    List<MatchResult> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("docs/csv.md")))
            .results()
            .filter(snippet -> snippet.group(1).equals(language))
            .toList();
    assertThat(snippets).as(language).isNotEmpty();
    return snippets.get(0).group(2);
  }
}
