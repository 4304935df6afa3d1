package io.dateline.batch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.article.ArticleField;
import io.dateline.article.RejectionReason;
import io.dateline.batch.run.ConfigHash;
import io.dateline.validate.RuleAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SettingsLoaderTests {

  @TempDir Path folder;

  @Test
  void nightlyYmlShowsEverySettingWithItsDefault() throws IOException {
    Path nightly = Path.of("jobs/nightly.yml");

    assertThat(load(nightly, Map.of())).isEqualTo(JobSettings.defaults());
    assertThat(Files.readString(nightly))
        .contains("document-bytes:", "max-json-ld-depth:", "replacement-ratio:", "formula-guard:");
    assertThat(keys(SettingsLoader.YAML.readTree(Files.readString(nightly)), ""))
        .as("every key, also those whose default is nothing")
        .containsAll(keys(SettingsLoader.YAML.valueToTree(JobSettings.defaults()), ""));
    for (RejectionReason reason : RejectionReason.values()) {
      assertThat(Files.readString(nightly).contains(reason + ": reject"))
          .as(reason.name())
          .isEqualTo(reason.isRule());
    }
  }

  @Test
  void evaluateYmlWarnsWhereNightlyRejects() {
    JobSettings evaluate = load(Path.of("jobs/evaluate.yml"), Map.of());

    assertThat(evaluate.validation().actions().values()).containsOnly(RuleAction.WARN);
    assertThat(evaluate.limits()).isEqualTo(JobSettings.defaults().limits());
  }

  @Test
  void theDatabaseComesFromTheEnvironmentAndItsPasswordIsNoSetting() throws IOException {
    Path job = job("database:\n  url: jdbc:postgresql://job/file\n  user:");

    JobSettings settings =
        load(
            job,
            Map.of(
                "DATELINE_DATABASE_URL", "jdbc:postgresql://db.example.org:5433/news?ssl=true",
                "DATELINE_DATABASE_PASSWORD", "{not: yaml"));

    assertThat(settings.database())
        .isEqualTo(
            new JobSettings.DatabaseSettings(
                "jdbc:postgresql://db.example.org:5433/news?ssl=true", ""));
    assertThat(settings.toString()).doesNotContain("not: yaml");
    assertThat(load(job, Map.of("DATELINE_DATABASE_URL", "")).database().url()).isEmpty();
  }

  @Test
  void theDatabaseDoesNotShowInTheHashOfTheConfiguration() throws IOException {
    JobSettings there = load(job("database: {url: \"jdbc:postgresql://a/b\", user: c}"), Map.of());

    assertThat(ConfigHash.of(there)).isEqualTo(ConfigHash.of(JobSettings.defaults()));
  }

  @Test
  void whatIsSaidOfARunDoesNotShowInTheHashOfTheConfiguration() throws IOException {
    JobSettings other =
        load(
            job(
                """
                quality: {runs: 3, drop: 0.5, fields: [authors], gate: true}
                metrics: {textfile: a.prom, pushgateway: 'http://[::1]:9091'}
                webhook: {url: 'https://example.org/hook?key=1'}
                csv: {bom: true, gzip: true, max-cell: 32767}
                """),
            Map.of("DATELINE_WEBHOOK_TOKEN", "no setting"));

    assertThat(other.quality().fields()).containsExactly(ArticleField.AUTHORS);
    assertThat(other.csv().maxCell()).isEqualTo(32_767);
    assertThat(other.ofRun().csv()).isEqualTo(JobSettings.defaults().csv());
    assertThat(ConfigHash.of(other)).isEqualTo(ConfigHash.of(JobSettings.defaults()));
  }

  @Test
  void phrasesAndSelectorsShowInTheHashOfTheConfiguration() throws IOException {
    JobSettings none = load(job("extraction: {phrases: {drop: []}, sources:}"), Map.of());
    JobSettings phrase = load(job("extraction: {phrases: {drop: Read on}}"), Map.of());
    JobSettings selector = load(job("extraction: {sources: [{story: p}]}"), Map.of());

    assertThat(ConfigHash.of(none)).isEqualTo(ConfigHash.of(JobSettings.defaults()));
    assertThat(
            Set.of(
                ConfigHash.of(JobSettings.defaults()),
                ConfigHash.of(phrase),
                ConfigHash.of(selector)))
        .hasSize(3);
  }

  @Test
  void selectorsMayComeFromTheEnvironmentWhichIsBlamedForThem() throws IOException {
    Path job = job("extraction: {sources: [{story: p}, {story: q}]}");

    JobSettings settings =
        load(job, Map.of("DATELINE_EXTRACTION_SOURCES", "[{remove: .box, headline: h1}]"));

    assertThat(settings.extraction().sources()).hasSize(1);
    assertThat(settings.extraction().sources().get(0).remove()).containsExactly(".box");
    assertThatThrownBy(
            () -> load(job, Map.of("DATELINE_EXTRACTION_SOURCES", "[{headline: 'h1['}]")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("`extraction.sources[0].headline` of the environment variable");
  }

  @Test
  void theEnvironmentWinsOverTheJobFile() throws IOException {
    Path job = job("chunk-size: 7\nthreads: 3");

    JobSettings settings =
        load(
            job,
            Map.of(
                "DATELINE_CHUNK_SIZE", "9",
                "DATELINE_VALIDATION_ACTIONS_NO_BODY", "off",
                "DATELINE_INPUT", "a",
                "PATH", "/bin"));

    assertThat(settings.chunkSize()).isEqualTo(9);
    assertThat(settings.threads()).isEqualTo(3);
    assertThat(settings.input()).containsExactly("a");
    assertThat(settings.validation().actionOf(RejectionReason.NO_BODY)).isEqualTo(RuleAction.OFF);
  }

  @Test
  void anEmptyJobFileMeansTheDefaults() throws IOException {
    assertThat(load(job("# nothing"), Map.of())).isEqualTo(JobSettings.defaults());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thread: 2                                | Unknown setting `thread`
          limits: {page: {max-block: 1}}           | Unknown setting `limits.page.max-block`
          validation: {actions: {EMPTY: warn}}     | Unknown setting `validation.actions.EMPTY`
          validation: {actions: {NO_BODY: maybe}}  | allowed are reject, warn, off
          limits: 5                                | must be a group of
          threads: many                            | `threads`
          chunk-size: 1.5                          | a whole number is needed
          threads: 1000                            | must be less than or equal to 256
          validation: {replacement-ratio: 2}       | must be between 0 and 1
          input: []                                | must not be empty
          records: {id: [a, key], entry: [KEY]}    | `records.id` of the job file
          records: {image: a, in-language: a}      | have the name `a`, but a field means one thing
          records: {text: a, author: [b, A]}       | and `records.author` of the job file
          quality: {drop: 2}                       | must be between 0.01 and 1
          quality: {fields: [authorz]}             | allowed are url, publisher, headline
          quality: {rate: 1}                       | allowed here: runs, drop, min-articles
          metrics: {textfile: a.txt}               | must name a file that ends in .prom
          metrics: {textfile: a/.prom}             | must name a file that ends in .prom
          metrics: {pushgateway: example.org}      | must be an address like https://host/path
          webhook: {url: 'http://example.org/'}    | must be https, or http to localhost
          webhook: {url: 'file:///etc/passwd'}     | must be an address like https://host/path
          webhook: {url: 'ftp://example.org/'}     | must be https, or http to localhost
          webhook: {url: 'https://a:b@c.org/'}     | must have neither a user nor a fragment
          webhook: {token: abc}                    | allowed here: url
          - a list                                 | must hold settings
          {a: [                                    | no valid YAML
          'chunk-size: 1~chunk-size: 2'            | no valid YAML
          """)
  void namesWhatIsWrongInOneSentence(String yaml, String message) throws IOException {
    Path job = job(yaml.replace('~', '\n'));

    assertThatThrownBy(() -> load(job, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(job.toString())
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void anAddressThatIsRefusedIsNotRepeatedSinceItMayHoldASecret() throws IOException {
    Path job = job("webhook: {url: 'http://hooks.example.org/s3cret'}");

    assertThatThrownBy(() -> load(job, Map.of()))
        .hasMessageContaining("`webhook.url`")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void severalNamesOfOneMeaningAreAlternatives() throws IOException {
    JobSettings settings =
        load(job("records: {headline: [kop, Kop, titel], text: tekst}"), Map.of());

    assertThat(settings.records().headline()).containsExactly("kop", "Kop", "titel");
  }

  @Test
  void aNameWithTwoMeaningsIsLaidToWhereEachCameFrom() throws IOException {
    Path job = job("records: {headline: kop}");

    assertThatThrownBy(() -> load(job, Map.of("DATELINE_RECORDS_DESCRIPTION", "[kop]")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The settings `records.headline` of the job file "
                + job
                + " and `records.description` of the environment variable"
                + " DATELINE_RECORDS_DESCRIPTION both have the name `kop`, but a field means one"
                + " thing.");
  }

  @Test
  void aVariableThatNamesNoSettingIsAnError() throws IOException {
    Path job = job("");

    assertThatThrownBy(() -> load(job, Map.of("DATELINE_THREAD", "2")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DATELINE_THREAD names no setting")
        .hasMessageContaining("DATELINE_THREADS");
  }

  @Test
  void aBadValueOfAVariableBlamesTheVariable() throws IOException {
    Path job = job("");

    assertThatThrownBy(() -> load(job, Map.of("DATELINE_THREADS", "many")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("the environment variable DATELINE_THREADS")
        .hasMessageContaining("`many`");
  }

  private static Set<String> keys(JsonNode node, String prefix) {
    Set<String> keys = new TreeSet<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = prefix + entry.getKey();
      keys.add(key);
      keys.addAll(keys(entry.getValue(), key + "."));
    }
    return keys;
  }

  private Path job(String yaml) throws IOException {
    return Files.writeString(folder.resolve("job.yml"), yaml + "\n");
  }

  private static JobSettings load(Path job, Map<String, String> environment) {
    return new SettingsLoader(environment).load(job);
  }
}
