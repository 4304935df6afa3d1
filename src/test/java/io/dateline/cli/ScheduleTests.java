package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files for schedulers make of each exit code what it means. */
class ScheduleTests {

  private static final Path SCHEDULE = Path.of("jobs/schedule");

  /** Time that a stop may take; the files give more, in seconds. */
  static final int STOP_SECONDS = 25;

  private static final int SIGTERM = 143;

  /** What a later attempt may mend by itself. */
  private static final Set<ExitCode> TRY_AGAIN =
      Set.of(
          ExitCode.UNAVAILABLE, ExitCode.SOFTWARE, ExitCode.IO_ERROR, ExitCode.TEMPORARY_FAILURE);

  /** What a person has to look at: all but success, what is tried again, and stops. */
  static Set<Integer> forAPerson() {
    return Arrays.stream(ExitCode.values())
        .filter(code -> code != ExitCode.OK && code != ExitCode.INTERRUPTED)
        .filter(code -> !TRY_AGAIN.contains(code))
        .map(ExitCode::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void kubernetesFailsTheJobWhereAPersonHasToLookAndStartsAnotherPodOtherwise() throws Exception {
    JsonNode cronJob = new YAMLMapper().readTree(read(SCHEDULE.resolve("kubernetes/cronjob.yaml")));
    JsonNode job = cronJob.at("/spec/jobTemplate/spec");
    JsonNode pod = job.at("/template/spec");

    assertThat(cronJob.at("/spec/concurrencyPolicy").asString()).isEqualTo("Forbid");
    JsonNode first = job.at("/podFailurePolicy/rules/0");
    assertThat(first.get("action").asString()).isEqualTo("FailJob");
    assertThat(first.at("/onExitCodes/operator").asString()).isEqualTo("In");
    assertThat(first.at("/onExitCodes/values").valueStream().map(JsonNode::asInt))
        .containsExactlyElementsOf(forAPerson());
    assertThat(first.at("/onExitCodes/containerName")).isEqualTo(pod.at("/containers/0/name"));
    assertThat(job.get("backoffLimit").asInt()).isPositive();
    assertThat(pod.get("restartPolicy").asString()).isEqualTo("Never");
    assertThat(pod.get("terminationGracePeriodSeconds").asInt()).isGreaterThan(STOP_SECONDS);
    assertIsCommand(pod.at("/containers/0/command").valueStream().map(JsonNode::asString).toList());
  }

  @Test
  void everyVolumeOfThePodIsMountedAndTheOtherWayRound() throws Exception {
    JsonNode pod =
        new YAMLMapper()
            .readTree(read(SCHEDULE.resolve("kubernetes/cronjob.yaml")))
            .at("/spec/jobTemplate/spec/template/spec");

    assertThat(pod.at("/containers/0/volumeMounts").valueStream().map(m -> m.get("name")))
        .containsExactlyInAnyOrderElementsOf(
            pod.get("volumes").valueStream().map(volume -> volume.get("name")).toList());
  }

  @Test
  void systemdStartsItAgainExceptWhereAPersonHasToLook() throws Exception {
    String unit = read(SCHEDULE.resolve("systemd/dateline@.service"));

    assertThat(setting(unit, "Restart")).isEqualTo("on-failure");
    assertThat(codes(setting(unit, "RestartPreventExitStatus")))
        .containsExactlyElementsOf(forAPerson());
    assertThat(codes(setting(unit, "SuccessExitStatus")))
        .containsExactly(ExitCode.INTERRUPTED.code(), SIGTERM);
    assertThat(Integer.parseInt(setting(unit, "TimeoutStopSec").replace("s", "")))
        .isGreaterThan(STOP_SECONDS);
    assertIsCommand(List.of(setting(unit, "ExecStart").split(" ", -1)));
    assertThat(setting(unit, "Environment"))
        .as("the program's own folder is read-only for it")
        .isEqualTo("DATELINE_OUTPUT=/var/lib/" + setting(unit, "StateDirectory"));
  }

  @Test
  void airflowTriesAgainWhatHelpsByItself() throws Exception {
    Matcher set =
        Pattern.compile("TRY_AGAIN = \\{([0-9, ]+)\\}")
            .matcher(read(Path.of("docs/operations.md")));
    assertThat(set.find()).isTrue();

    assertThat(codes(set.group(1).replace(",", "")))
        .containsExactlyElementsOf(
            Stream.concat(
                    TRY_AGAIN.stream().map(ExitCode::code).sorted(),
                    Stream.of(ExitCode.INTERRUPTED.code(), SIGTERM))
                .toList());
  }

  @Test
  void thePageOnOperationsHasEveryCodeInItsTable() throws Exception {
    String page = read(Path.of("docs/operations.md"));
    String table = page.substring(page.indexOf("They all make the same"), page.indexOf("Airflow,"));
    Set<Integer> listed =
        Pattern.compile("(?m)^\\| ([0-9, ]+)")
            .matcher(table)
            .results()
            .flatMap(row -> Arrays.stream(row.group(1).split("[ ,]+", -1)))
            .filter(code -> !code.isBlank())
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed)
        .containsExactlyElementsOf(
            Stream.concat(Arrays.stream(ExitCode.values()).map(ExitCode::code), Stream.of(SIGTERM))
                .sorted()
                .toList());
  }

  @Test
  void everyLineOfTheCrontabIsATimeAUserAndACommandThatThereIs() throws Exception {
    List<String> lines =
        read(SCHEDULE.resolve("cron/dateline"))
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .filter(line -> !line.matches("[A-Z_]+=.*"))
            .toList();

    assertThat(lines).hasSizeGreaterThan(1);
    for (String line : lines) {
      List<String> words = List.of(line.split(" +", -1));
      assertThat(words.subList(0, 5)).allMatch(field -> field.matches("[0-9*]+"));
      assertThat(words.get(5)).isEqualTo("dateline");
      // Standard error stays: cron mails what comes there.
      assertThat(line).endsWith(" >/dev/null").doesNotContain("2>");
      assertIsCommand(words.subList(6, words.size() - 1));
    }
  }

  /** The program, and words that its command line understands. */
  static void assertIsCommand(List<String> words) {
    assertThat(words.get(0)).isEqualTo("/opt/dateline/dateline");
    CommandLine.ParseResult parsed =
        DatelineApplication.commandLine()
            .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(parsed.hasSubcommand()).isTrue();
  }

  private static String setting(String unit, String name) {
    List<String> values =
        unit.lines()
            .filter(line -> line.startsWith(name + "="))
            .map(line -> line.substring(name.length() + 1))
            .toList();
    assertThat(values).as(name).hasSize(1);
    return values.get(0);
  }

  private static List<Integer> codes(String words) {
    String[] codes = words.split(" ", -1);
    return IntStream.range(0, codes.length).mapToObj(i -> Integer.valueOf(codes[i])).toList();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
