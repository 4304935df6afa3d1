package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.run.ProgramVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a run, as a person reads it and as a log store does. */
class RunLogTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anArchive() throws Exception {
    nights = Nights.in(folder);
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
  }

  @Test
  void isTextUnlessTheJobWantsItOtherwise() throws Exception {
    nights.run("2020-01-01");

    assertThat(lines()).isNotEmpty().allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*"));
  }

  @Test
  void isOneJsonObjectALineInTheElasticCommonSchema() throws Exception {
    nights.settings("log: {format: ecs}");

    nights.run("2020-01-01");

    assertThat(lines()).hasSizeGreaterThan(3);
    for (String line : lines()) {
      JsonNode event = JSON.readTree(line);
      assertThat(Instant.parse(event.get("@timestamp").asString())).isBefore(Instant.now());
      assertThat(event.at("/ecs/version").asString()).startsWith("8.");
      assertThat(event.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
      assertThat(event.at("/log/logger").asString()).isNotBlank();
      assertThat(event.at("/service/name").asString()).isEqualTo("dateline");
      assertThat(event.at("/process/pid").asLong()).isEqualTo(ProcessHandle.current().pid());
      assertThat(event.at("/service/version").asString()).isEqualTo(ProgramVersion.get());
      assertThat(event.at("/labels/job").asString()).isEqualTo("nightly");
      assertThat(event.at("/labels/run").asString()).isEqualTo("2020-01-01-0001");
      assertThat(event.get("message").asString()).isNotBlank();
    }
    assertThat(lines()).anyMatch(line -> line.contains("Published "));
  }

  @Test
  void hasNoTextOfArticlesInEitherForm() throws Exception {
    for (String format : List.of("text", "ecs")) {
      nights.settings("log: {format: " + format + "}");
      nights.run("2020-01-01", "--full");

      assertThat(String.join("\n", lines()))
          .doesNotContain("ferry", "Ama Mensah", "owners come and go");
    }
  }

  @Test
  void keepsAStackTraceOnTheLineOfItsEvent() throws Exception {
    nights.settings("log: {format: ecs}");
    nights.run("2020-01-01");
    nights.remove("accra.txt");

    JobRun failed = nights.attempt("2020-01-02");

    assertThat(failed.exitCode()).as(failed.err()).isEqualTo(66);
    assertThat(lines())
        .allMatch(line -> JSON.readTree(line).isObject())
        .anySatisfy(
            line ->
                assertThat(JSON.readTree(line).at("/error/stack_trace").asString())
                    .contains("RunFailure", "\n"));
  }

  @Test
  void keepsTheFormInWhichTheRunBeganWhateverTheJobSaysWhenItIsResumed() throws Exception {
    nights.settings("log: {format: ecs}");
    Path inTheWay = Files.createDirectories(nights.output().resolve("nightly/latest"));
    assertThat(nights.attempt("2020-01-01").exitCode()).isNotZero();
    Path log = nights.output().resolve("nightly/logs/2020-01-01-0001.log");
    int before = Files.readAllLines(log).size();
    Files.delete(inTheWay);
    nights.settings("log: {format: text}");

    JobRun resumed = nights.attempt("2020-01-02");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Resuming run 2020-01-01-0001");
    assertThat(Files.readAllLines(log))
        .hasSizeGreaterThan(before)
        .allMatch(line -> JSON.readTree(line).isObject())
        .anyMatch(line -> line.contains("Published "));
    // That of the run after it, which has the form of its own time.
    assertThat(lines()).isNotEmpty().allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT.*"));
  }

  private List<String> lines() throws Exception {
    Path logs = nights.output().resolve("nightly/logs");
    List<String> names =
        Archive.names(logs).stream().filter(name -> name.endsWith(".log")).toList();
    return Files.readAllLines(logs.resolve(names.get(names.size() - 1)));
  }
}
