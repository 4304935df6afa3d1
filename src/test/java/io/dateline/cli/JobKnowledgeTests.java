package io.dateline.cli;

import static io.dateline.cli.JobRun.csv;
import static io.dateline.cli.JobRun.dateline;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job file says of its papers shows in what comes out of them. */
class JobKnowledgeTests {

  private static final String PAGE =
      """
      <html lang=en><head><title>Ferry | Harbour Courier</title>
      <meta property='og:url' content='https://www.courier.example/ferry'>
      <meta property='article:published_time' content='2011-02-03'></head><body>
      <h1>Ferry and more</h1><h3 class=title>Ferry of Vadso sails again after nine years</h3>
      <p class=pub>5 May 2016</p><p class=who>Ana Gomes</p>
      <div class=lead><p>The ferry of Vadso sailed again on Thursday, nine years after a storm had thrown it upon
      the quay of the island, and half the town had come to see it leave.</p></div>
      <div class=body><p>It carries forty cars.</p><p>The crew is new, the master is not: he has steered it since
      it was built, and he does not mean to stop.</p>
      <p class=box>Our readers travel with us: the Courier cruise leaves in June, and there are cabins left.</p></div>
      <div class=more><p>The council will hear on Friday what becomes of the night boat, which has lost money in
      each of the last seven winters and is to be sold to a company in the south.</p></div></body></html>
      """;

  private static final String[] SELECTORS = {
    "extraction:",
    "  sources:",
    "    - host: other.example",
    "      story: p.pub",
    "    - host: courier.example",
    "      story: '.lead, .body'",
    "      remove: .box",
    "      headline: h3.title",
    "      date-published: .pub",
    "      authors: '.who, .none'",
  };

  @TempDir Path folder;

  @Test
  void selectorsSayWhatIsStoryAndWhereFieldsStand() throws Exception {
    Nights nights = Nights.in(folder, SELECTORS);
    nights.file("ferry.html", PAGE);

    nights.run("2020-02-03");

    Map<String, String> article = article(nights);
    assertThat(article.get("headline")).isEqualTo("Ferry of Vadso sails again after nine years");
    assertThat(article.get("date_published")).isEqualTo("2016-05-05");
    assertThat(article.get("authors")).isEqualTo("Ana Gomes");
    assertThat(article.get("article_body"))
        .startsWith("The ferry of Vadso sailed")
        .contains("\n\nIt carries forty cars.\n\nThe crew")
        .endsWith("mean to stop.");
    assertThat(article.get("field_sources"))
        .contains("headline=selector:h3.title; ")
        .contains("date_published=selector:.pub; ")
        .contains("authors=selector:.who, .none; ")
        .contains("article_body=selector:.lead, .body");
    assertThat(article.get("warnings")).isEmpty();
  }

  @Test
  void aPageOnWhichASelectorFindsNothingIsReadByTheOrdinaryRulesAndSaysSo() throws Exception {
    Nights nights = Nights.in(folder);
    nights.file("ferry.html", PAGE);
    nights.run("2020-02-03");
    Map<String, String> ordinary = article(nights);
    nights.settings("extraction: {sources: [{story: .gone, authors: .gone, remove: [.gone]}]}");

    nights.run("2020-02-04", "--full");

    Map<String, String> article = article(nights);
    assertThat(article.get("article_body")).isEqualTo(ordinary.get("article_body")).isNotEmpty();
    assertThat(article.get("field_sources")).isEqualTo(ordinary.get("field_sources"));
    assertThat(ordinary.get("warnings")).isEmpty();
    assertThat(article.get("warnings")).isEqualTo("SELECTOR_UNMATCHED");
  }

  @Test
  void aSourceMayBeToldByCollectionAndPath() throws Exception {
    Nights nights =
        Nights.in(
            folder,
            "extraction:",
            "  sources:",
            "    - {collection: other, headline: h1}",
            "    - {collection: papers, path: '2016/**', headline: h3}");
    nights.file("2016/may/ferry.html", PAGE);
    nights.file("2017/ferry.html", PAGE);

    nights.run("2020-02-03");

    assertThat(csv(nights.latest().resolve("articles.csv")))
        .extracting(row -> row.get("field_sources").contains("headline=selector:h3"))
        .containsExactly(true, false);
  }

  @Test
  void phrasesAreNoPartOfAStoryInPlainTextAndHtml() throws Exception {
    String text =
        """
        Ferry of Vadso sails again

        The ferry of Vadso sailed again on Thursday, nine years after a storm had thrown it upon the quay.

        Courier cruises: our readers travel with us in June, and there are still some cabins to be had.

        The crew is new, the master is not: he has steered it since it was built, and does not mean to stop.

        From the Courier of that day follows what else went on in the town and on the islands round about.

        The council will hear on Friday what becomes of the night boat, which lost money in seven winters.
        """;
    String html = "<h1>Ferry of Vadso sails again</h1><p>" + text.replace("\n\n", "</p><p>");
    Nights nights = Nights.in(folder);
    nights.file("ferry.html", html);
    nights.file("ferry.txt", text);
    nights.run("2020-02-03");
    assertThat(bodies(nights))
        .hasSize(2)
        .allSatisfy(body -> assertThat(body).contains("Courier cruises").contains("night boat"));
    nights.settings(
        "extraction:",
        "  phrases:",
        "    drop: 'Courier cruises:*'",
        "    end: ['*Courier of that day*']",
        "    aside:");

    nights.run("2020-02-04", "--full");

    assertThat(bodies(nights))
        .hasSize(2)
        .allSatisfy(
            body ->
                assertThat(body)
                    .contains("The crew is new")
                    .doesNotContain("Courier")
                    .doesNotContain("night boat"));
  }

  @Test
  void anUnfinishedRunIsGivenUpWhenTheyChange() throws Exception {
    Nights nights = Nights.in(folder);
    nights.file("ferry.html", PAGE);
    nights.run("2020-02-03");
    // As a process leaves it that was killed right after it began.
    Tables.query(
        nights.output(),
        "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
            + " config_sha256, frozen, started_at, resumed_count) SELECT 2, job_name, 2,"
            + " run_date, 'RUNNING', extractor_version, config_sha256, frozen, started_at, 0"
            + " FROM runs");
    nights.settings("extraction: {phrases: {drop: Courier cruises}}");

    assertThat(nights.attempt("2020-02-04", "--resume-only").exitCode()).isEqualTo(78);
    JobRun run = nights.attempt("2020-02-04");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err() + run.out()).contains("settings");
    assertThat(Tables.query(nights.output(), "SELECT state FROM runs WHERE run_id = 2"))
        .containsExactly(Map.of("state", "ABANDONED"));
  }

  @Test
  void inspectShowsWhichSourceFitsAndWhatItsSelectorsFound() throws Exception {
    Path file = Files.writeString(folder.resolve("ferry.html"), PAGE);
    Path job = Files.write(folder.resolve("job.yml"), List.of(SELECTORS));

    String out = dateline("inspect", file, "--job", job, "--explain").out();

    assertThat(out)
        .contains("Selectors of extraction.sources[1]:\n")
        .contains("  story                .lead, .body: 2\n")
        .contains("  remove               .box: 1\n")
        .contains("* selector:h3.title: Ferry of Vadso")
        .contains("inside what the job calls the story | It carries forty cars.")
        .contains("outside of what the job calls the story | The council");
    assertThat(dateline("inspect", file, "--job", job, "--explain", "--json").out())
        .contains("\"source\":\"extraction.sources[1]\"");
  }

  @Test
  void inspectNamesAFileBelowAnInputFolderAsARunDoes() throws Exception {
    Path root = Files.createDirectories(folder.resolve("old/2016"));
    Path file = Files.writeString(root.resolve("50%.html"), PAGE);
    Path job =
        Files.write(
            folder.resolve("job.yml"),
            List.of(
                "input: 'courier=" + folder.resolve("old") + "'",
                "extraction: {sources: [{collection: courier, path: '2016/*', headline: h3}]}"));

    assertThat(dateline("inspect", file, "--job", job).out())
        .containsPattern("collection +courier\n")
        .containsPattern("source_path +2016/50%25.html\n")
        .contains("headline=selector:h3");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {phrases: {drops: x}}                 | Unknown setting `extraction.phrases.drops`
          {phrases: {drop: [ok then, 'a*b']}}   | `extraction.phrases.drop[1]`
          {phrases: {end: 'x'}}                 | at least 2 letters or digits
          {sources: [{host: a.b}, {headlin: a}]} | Unknown setting `extraction.sources[1].headlin`
          {sources: [h1]}                       | `extraction.sources[0]`
          {sources: [{story: 'div['}]}          | `extraction.sources[0].story`
          {sources: [{story: 'p:has(b)'}]}      | `:has` has no place here
          {sources: [{date-published: 'a >'}]}  | `extraction.sources[0].date-published`
          {sources: [{remove: ['#a', 'b..c']}]} | `extraction.sources[0].remove[1]`
          {sources: [{remove: ['']}]}           | `extraction.sources[0].remove[0]`
          {sources: [{headline: }]}             | put in quotes what begins with `#`
          {sources: [{story: [a, b]}]}          | `extraction.sources[0].story`
          {sources: [{host: 'http://a.b'}]}     | bare name of a host
          {sources: [{path: 'a[b]'}]}           | `extraction.sources[0].path`
          """)
  void aMistakeEndsTheRunBeforeItStarts(String extraction, String message) throws Exception {
    Nights nights = Nights.in(folder, "extraction: " + extraction);
    nights.file("ferry.html", PAGE);

    JobRun run = nights.attempt("2020-02-03");

    assertThat(run.exitCode()).isEqualTo(78);
    assertThat(run.err()).contains(message).contains("nightly.yml");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(nights.output()).doesNotExist();
  }

  @Test
  void tooManyPhrasesAreRefused() throws Exception {
    Nights nights =
        Nights.in(folder, "extraction: {phrases: {drop: [" + "abc, ".repeat(501) + "abc]}}");
    nights.file("ferry.html", PAGE);

    assertThat(nights.attempt("2020-02-03").err())
        .contains("`extraction.phrases.drop`")
        .contains("between 0 and 500")
        .hasSizeLessThan(600);
  }

  private static Map<String, String> article(Nights nights) throws Exception {
    List<Map<String, String>> rows = csv(nights.latest().resolve("articles.csv"));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<String> bodies(Nights nights) throws Exception {
    return csv(nights.latest().resolve("articles.csv")).stream()
        .map(row -> row.get("article_body"))
        .toList();
  }
}
