package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files that start a manager and workers fit the command line, and each other. */
class ScheduledWorkersTests {

  private static final Path SCHEDULE = Path.of("jobs/schedule");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, JsonNode> cluster = cluster();
  private final JsonNode compose = YAML.readTree(read("compose/compose.yaml")).get("services");

  private static Map<String, JsonNode> cluster() {
    return Arrays.stream(read("kubernetes/workers.yaml").split("(?m)^---$", -1))
        .map(YAML::readTree)
        .collect(Collectors.toMap(kind -> kind.get("kind").asString(), Function.identity()));
  }

  @Test
  void theManagerIsAJobThatFailsWhereAPersonHasToLook() {
    JsonNode job = cluster.get("Job").get("spec");
    JsonNode first = job.at("/podFailurePolicy/rules/0");

    assertThat(first.get("action").asString()).isEqualTo("FailJob");
    assertThat(first.at("/onExitCodes/values").valueStream().map(JsonNode::asInt))
        .containsExactlyElementsOf(ScheduleTests.forAPerson());
    assertThat(job.at("/template/spec/restartPolicy").asString()).isEqualTo("Never");
    assertIsDateline(job.at("/template/spec"), "run");
  }

  @Test
  void workersAreADeploymentThatIsScaledByTheQueueOfPartitions() {
    JsonNode worker = cluster.get("Deployment");
    JsonNode scaled = cluster.get("ScaledObject").get("spec");
    JsonNode trigger = scaled.at("/triggers/0");

    assertThat(worker.at("/spec/template/spec/restartPolicy").asString()).isEqualTo("Always");
    assertIsDateline(worker.at("/spec/template/spec"), "worker");
    assertThat(worker.at("/spec/selector/matchLabels"))
        .isEqualTo(worker.at("/spec/template/metadata/labels"));
    assertThat(scaled.at("/scaleTargetRef/name")).isEqualTo(worker.at("/metadata/name"));
    assertThat(trigger.get("type").asString()).isEqualTo("artemis-queue");
    assertThat(trigger.at("/authenticationRef/name"))
        .isEqualTo(cluster.get("TriggerAuthentication").at("/metadata/name"));
    assertThat(trigger.at("/metadata/queueName").asString()).endsWith(".partitions");
    assertThat(trigger.at("/metadata/queueLength").asString())
        .as("a partition for each thread")
        .isEqualTo(after("--threads", words(worker.at("/spec/template/spec/containers/0"))));
  }

  @Test
  void managerAndWorkersOfAClusterSeeTheSameDatabaseBrokerAndStorage() {
    JsonNode manager = cluster.get("Job").at("/spec/template/spec");
    JsonNode worker = cluster.get("Deployment").at("/spec/template/spec");

    for (String name : List.of("input", "output")) {
      assertThat(mount(worker, name)).isEqualTo(mount(manager, name));
    }
    assertThat(variables(manager.at("/containers/0")))
        .containsAllEntriesOf(variables(worker.at("/containers/0")));
    assertThat(after("--broker", words(worker.at("/containers/0"))))
        .isEqualTo(after("--broker", words(manager.at("/containers/0"))));
    assertThat(worker.at("/containers/0/image")).isEqualTo(manager.at("/containers/0/image"));
  }

  @Test
  void composeStartsAManagerWorkersAndWhatTheyNeed() {
    JsonNode manager = compose.get("manager");
    JsonNode worker = compose.get("worker");

    assertThat(compose.propertyNames())
        .containsExactlyInAnyOrder("manager", "worker", "postgres", "artemis");
    for (JsonNode service : List.of(manager, worker)) {
      ScheduleTests.assertIsCommand(words(service));
      assertThat(service.get("stop_grace_period").asString()).isEqualTo("40s");
      assertThat(after("--broker", words(service))).isEqualTo("tcp://artemis:61616");
    }
    assertThat(words(manager).get(1)).isEqualTo("run");
    assertThat(words(worker).get(1)).isEqualTo("worker");
  }

  private static void assertIsDateline(JsonNode pod, String command) {
    JsonNode container = pod.at("/containers/0");
    ScheduleTests.assertIsCommand(words(container));
    assertThat(words(container).get(1)).isEqualTo(command);
    assertThat(pod.get("terminationGracePeriodSeconds").asInt())
        .isGreaterThan(ScheduleTests.STOP_SECONDS);
    assertThat(container.get("volumeMounts").valueStream().map(mount -> mount.get("name")))
        .containsExactlyInAnyOrderElementsOf(
            pod.get("volumes").valueStream().map(volume -> volume.get("name")).toList());
  }

  private static Map<String, JsonNode> variables(JsonNode container) {
    return container
        .get("env")
        .valueStream()
        .collect(Collectors.toMap(entry -> entry.get("name").asString(), Function.identity()));
  }

  private static List<JsonNode> mount(JsonNode pod, String name) {
    return pod.at("/containers/0/volumeMounts")
        .valueStream()
        .filter(mount -> mount.get("name").asString().equals(name))
        .toList();
  }

  private static List<String> words(JsonNode container) {
    return container.get("command").valueStream().map(JsonNode::asString).toList();
  }

  private static String after(String option, List<String> words) {
    return words.get(words.indexOf(option) + 1);
  }

  private static String read(String name) {
    try {
      return Files.readString(SCHEDULE.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
