package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import io.dateline.cli.telemetry.DeafPort;
import io.dateline.cli.telemetry.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who hears of the end of a run, and what; and that no run minds whether they do. */
@Timeout(300)
class TelemetryTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private Nights nights;
  private Path metrics;

  @BeforeEach
  void anArchive() throws Exception {
    nights = Nights.in(folder);
    metrics = Files.createDirectories(folder.resolve("collector")).resolve("dateline.prom");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    nights.file("bergen.txt", story("Bergen", "Nils Aune", "The boat needs paint, not owners"));
    nights.file("short.txt", "Not much of a story\n\nReally not.\n");
  }

  @Nested
  class TheFileOfMetrics {

    @BeforeEach
    void isNamedByTheJob() throws Exception {
      nights.settings("metrics: {textfile: '" + metrics + "'}");
    }

    @Test
    void staysWhereThereWasNothingToResumeAndAfterATrial() throws Exception {
      nights.run("2020-01-01");
      String night = Files.readString(metrics);

      JobRun nothing = nights.attempt("2020-01-02", "--resume-only");
      nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about it"));
      JobRun trial = nights.attempt("2020-01-02", "--limit", 1);

      assertThat(nothing.exitCode()).as(nothing.err()).isZero();
      assertThat(trial.exitCode()).as(trial.err()).isZero();
      assertThat(metrics).content().as("an alarm that waits for a night").isEqualTo(night);
    }

    @Test
    void hasTheNumbersOfTheRun() throws Exception {
      long before = Instant.now().getEpochSecond();

      nights.run("2020-01-01");

      Map<String, Double> values = values();
      assertThat(values)
          .containsEntry("dateline_run_exit_code{job_name=\"nightly\"}", 0.0)
          .containsEntry(documents("article"), 2.0)
          .containsEntry(documents("rejection"), 1.0)
          .containsEntry(documents("ignored"), 0.0)
          .containsEntry("dateline_run_quotes{job_name=\"nightly\"}", 2.0)
          .containsEntry(rejections(RejectionReason.NO_BODY), 1.0)
          .containsEntry(rejections(RejectionReason.NOT_TEXT), 0.0)
          .containsEntry(filled("headline"), 1.0)
          .containsEntry(filled("image"), 0.0);
      assertThat(values.get(LAST_SUCCESS))
          .isBetween((double) before, (double) Instant.now().getEpochSecond() + 1);
      assertThat(values.get("dateline_run_duration_seconds{job_name=\"nightly\"}")).isPositive();
      assertThat(Files.getPosixFilePermissions(metrics))
          .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(Archive.names(metrics.getParent())).containsExactly("dateline.prom");
    }

    /** What both OpenMetrics and the older text format ask for. */
    @Test
    void explainsEachMetricOnceBeforeItsValuesAndEnds() throws Exception {
      nights.run("2020-01-01");

      List<String> lines = Files.readAllLines(metrics);
      assertThat(lines.get(lines.size() - 1)).isEqualTo("# EOF");
      assertThat(Files.readString(metrics)).endsWith("\n").doesNotContain("\r");
      String metric = "";
      for (String line : lines.subList(0, lines.size() - 1)) {
        if (line.startsWith("# TYPE ")) {
          assertThat(line).matches("# TYPE dateline_[a-z_]+ gauge");
          metric = line.split(" ", -1)[2];
        } else if (line.startsWith("# ")) {
          assertThat(line).startsWith("# HELP " + metric + " ").endsWith(".");
        } else {
          assertThat(line)
              .startsWith(metric + "{")
              .contains("job_name=\"nightly\"")
              .matches("\\w+\\{(\\w+=\"\\w+\",?){1,2}\\} [0-9.E]+");
        }
      }
      assertThat(lines.stream().filter(line -> line.startsWith("# TYPE ")))
          .doesNotHaveDuplicates()
          .hasSizeGreaterThan(8);
    }

    @Test
    void hasTheMetricsThatThePageOnOperationsLists() throws Exception {
      nights.run("2020-01-01");

      List<String> listed =
          Files.readAllLines(Path.of("docs/operations.md")).stream()
              .filter(line -> line.startsWith("| `dateline_"))
              .map(line -> line.split("[`{]", -1)[1])
              .toList();
      assertThat(
              Files.readAllLines(metrics).stream()
                  .filter(line -> line.startsWith("# TYPE "))
                  .map(line -> line.split(" ", -1)[2]))
          .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void tellsOfARunThatFailedAndWhenOneSucceededLast() throws Exception {
      nights.run("2020-01-01");
      double success = values().get(LAST_SUCCESS);
      for (String name : List.of("accra.txt", "bergen.txt", "short.txt")) {
        nights.remove(name);
      }

      JobRun failed = nights.attempt("2020-01-02");

      assertThat(failed.exitCode()).isEqualTo(66);
      assertThat(values())
          .containsEntry("dateline_run_exit_code{job_name=\"nightly\"}", 66.0)
          .containsEntry(LAST_SUCCESS, success)
          .containsEntry(documents("article"), 0.0)
          .doesNotContainKey(filled("headline"));
      assertThat(values().get("dateline_run_end_timestamp_seconds{job_name=\"nightly\"}"))
          .isGreaterThan(success);
    }

    @Test
    void tellsOfAnOutputThatCannotEvenBeCreated() throws Exception {
      Files.writeString(nights.output(), "in the way");

      JobRun failed = nights.attempt("2020-01-01");

      assertThat(failed.exitCode()).isEqualTo(73);
      assertThat(values())
          .containsEntry("dateline_run_exit_code{job_name=\"nightly\"}", 73.0)
          .doesNotContainKey(LAST_SUCCESS);
    }

    @Test
    void isNotTouchedByALookAtWhatWouldBeDone() throws Exception {
      assertThat(nights.attempt("2020-01-01", "--dry-run").exitCode()).isZero();

      assertThat(metrics).doesNotExist();
    }

    @Test
    void isAWarningWhereItCannotBeWritten() throws Exception {
      nights.settings("metrics: {textfile: '" + folder.resolve("nowhere/dateline.prom") + "'}");

      JobRun night = nights.attempt("2020-01-01");

      assertThat(night.exitCode()).isZero();
      assertThat(night.err())
          .startsWith("dateline: The metrics cannot be written to ")
          .endsWith("dateline.prom: it is not there. The run is as it was.\n")
          .hasLineCount(1);
      assertThat(nights.articles()).hasSize(2);
    }

    @Test
    void replacesOneThatIsDamaged() throws Exception {
      Files.write(metrics, new byte[] {(byte) 0xff, 10});

      assertThat(nights.attempt("2020-01-01").exitCode()).isZero();
      assertThat(values()).containsEntry(documents("article"), 2.0);
    }
  }

  @Nested
  class ThePushgateway {

    @Test
    void isHandedTheSameTextInTheGroupOfTheJob() throws Exception {
      try (Receiver receiver = Receiver.answering(200)) {
        nights.settings(
            "metrics: {textfile: '" + metrics + "', pushgateway: '" + receiver.address("/") + "'}");

        nights.run("2020-01-01");

        assertThat(receiver.received())
            .containsExactly(
                new Receiver.Received(
                    "POST",
                    "/metrics/job/dateline/job_name/nightly",
                    "text/plain; version=0.0.4; charset=utf-8",
                    null,
                    Files.readString(metrics)));
      }
    }

    @Test
    void isAWarningWhereItRefuses() throws Exception {
      try (Receiver receiver = Receiver.answering(400)) {
        nights.settings("metrics: {pushgateway: '" + receiver.address("") + "'}");

        JobRun night = nights.attempt("2020-01-01");

        assertThat(night.exitCode()).isZero();
        assertThat(night.err())
            .isEqualTo(
                "dateline: The Pushgateway "
                    + receiver.address("")
                    + " was not told of this: the answer was 400. The run is as it was.\n");
      }
    }
  }

  @Nested
  class TheWebhook {

    @Test
    void getsTheRunJsonWithTheExitCode() throws Exception {
      try (Receiver receiver = Receiver.answering(204)) {
        nights.settings("webhook: {url: '" + receiver.address("/hook") + "'}");

        nights.run("2020-01-01");
        nights.run("2020-01-02");

        assertThat(receiver.received()).hasSize(2);
        Receiver.Received first = receiver.received().get(0);
        assertThat(first.method() + " " + first.path()).isEqualTo("POST /hook");
        assertThat(first.contentType()).isEqualTo("application/json");
        assertThat(first.authorization()).isNull();
        JsonNode body = JSON.readTree(first.body());
        assertThat(body.get("exit_code").asInt()).isZero();
        assertThat(body.get("state").asString()).isEqualTo("PUBLISHED");
        JsonNode runJson = JSON.readTree(Files.readString(nights.latest().resolve("run.json")));
        for (String key : List.of("run", "articles", "rejections_by_reason", "files", "filled")) {
          assertThat(body.get(key)).as(key).isEqualTo(runJson.get(key));
        }
        assertThat(JSON.readTree(receiver.received().get(1).body()).get("state").asString())
            .isEqualTo("NOTHING_NEW");
      }
    }

    @Test
    void getsTheTokenOfTheEnvironmentAndOfARunThatFailsWhatEndedIt() throws Exception {
      try (Receiver receiver = Receiver.answering(200)) {
        nights.settings("webhook: {url: '" + receiver.address("/hook") + "'}");
        Files.writeString(nights.output(), "in the way");
        DatelineProcess process =
            DatelineProcess.start(
                folder.resolve("run.log"),
                DatelineProcess.javaHome(),
                List.of(),
                Map.of("DATELINE_WEBHOOK_TOKEN", "s3cret"),
                Stream.concat(Stream.of("run"), Stream.of(nights.arguments("2020-01-01")))
                    .toArray());

        assertThat(process.exitCode()).as(process.output()).isEqualTo(73);
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().get(0).authorization()).isEqualTo("Bearer s3cret");
        JsonNode body = JSON.readTree(receiver.received().get(0).body());
        assertThat(body.get("job").asString()).isEqualTo("nightly");
        assertThat(body.get("exit_code").asInt()).isEqualTo(73);
        assertThat(body.get("last_error").asString()).contains("cannot be created");
        assertThat(process.output()).doesNotContain("s3cret");
      }
    }

    @Test
    void isAskedAgainWhileItFailsForAMoment() throws Exception {
      try (Receiver receiver = Receiver.answering(500, 200)) {
        nights.settings("webhook: {url: '" + receiver.address("/hook") + "'}");

        JobRun night = nights.attempt("2020-01-01");

        assertThat(night.exitCode()).isZero();
        assertThat(night.err()).isEmpty();
        assertThat(receiver.received()).hasSize(2);
      }
    }

    @Test
    void isAWarningWhereNobodyListens() throws Exception {
      try (DeafPort port = new DeafPort()) {
        nights.settings("webhook: {url: '" + port.address("/secret/path") + "'}");

        JobRun night = nights.attempt("2020-01-01");

        assertThat(night.exitCode()).isZero();
        assertThat(night.err())
            .isEqualTo(
                "dateline: The webhook at "
                    + port.address("")
                    + " was not told of this: no connection, 3 times. The run is as it was.\n");
        assertThat(nights.articles()).hasSize(2);
      }
    }

    @Test
    void standsInNoDatabase() throws Exception {
      try (Receiver receiver = Receiver.answering(200)) {
        nights.settings("webhook: {url: '" + receiver.address("/s3cret") + "'}");

        nights.run("2020-01-01");

        assertThat(Tables.query(nights.output(), "SELECT frozen FROM runs").get(0).get("frozen"))
            .contains("webhook")
            .doesNotContain("s3cret");
      }
    }
  }

  private static final String LAST_SUCCESS =
      "dateline_run_last_success_timestamp_seconds{job_name=\"nightly\"}";

  private static String documents(String outcome) {
    return "dateline_run_documents{job_name=\"nightly\",outcome=\"" + outcome + "\"}";
  }

  private static String rejections(RejectionReason reason) {
    return "dateline_run_rejections{job_name=\"nightly\",reason=\"" + reason + "\"}";
  }

  private static String filled(String field) {
    return "dateline_field_filled_ratio{field=\"" + field + "\",job_name=\"nightly\"}";
  }

  private Map<String, Double> values() throws Exception {
    Map<String, Double> values = new TreeMap<>();
    for (String line : Files.readAllLines(metrics)) {
      if (!line.startsWith("#")) {
        int blank = line.lastIndexOf(' ');
        values.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
      }
    }
    return values;
  }
}
