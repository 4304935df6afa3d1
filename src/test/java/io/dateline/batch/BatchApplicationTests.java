package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.TestDatabases;
import io.dateline.batch.workers.ManagerConfiguration;
import io.dateline.batch.workers.WorkerConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run's context is made of. */
class BatchApplicationTests {

  @TempDir Path output;

  @BeforeEach
  void makeTheFolder() throws Exception {
    Files.createDirectories(output);
  }

  /** The applications themselves, and what one of them has according to its options, or alone. */
  private static final Set<String> ELSEWHERE =
      Stream.of(
              BatchApplication.class,
              LocalPartitionsConfiguration.class,
              ManagerConfiguration.class,
              WorkerApplication.class,
              WorkerConfiguration.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  /** A component that is marked and not named would be missed by the first that asks for it. */
  @Test
  void namesEveryComponentAndConfigurationThatIsMarkedAsOne() {
    List<String> marked =
        new ClassPathScanningCandidateComponentProvider(true)
            .findCandidateComponents("io.dateline").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> !name.contains("Tests"))
                .filter(name -> !ELSEWHERE.contains(name))
                .toList();

    Import named = Objects.requireNonNull(BatchApplication.class.getAnnotation(Import.class));

    assertThat(Arrays.stream(named.value()).map(Class::getName))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(marked);
  }

  @Test
  void takesNothingFromAutomaticConfigurations() {
    try (ConfigurableApplicationContext context = start()) {
      assertThat(Arrays.stream(context.getBeanDefinitionNames()))
          .contains("dataSource", "jobRepository", "extractArticlesJob")
          .noneMatch(name -> name.startsWith("org.springframework.boot"));
    }
  }

  /** As a variable of another program's or a file in the working folder would set it. */
  @Test
  void takesNothingFromPropertiesOfSpring() {
    String property = "spring.datasource.url";
    System.setProperty(property, "jdbc:hsqldb:mem:elsewhere");
    try (ConfigurableApplicationContext context = start()) {
      assertThat(
              context
                  .getBean(JdbcClient.class)
                  .sql("SELECT COUNT(*) FROM runs")
                  .query()
                  .singleValue())
          .isEqualTo(0L);
      assertThat(TestDatabases.of(output).exists()).isTrue();
    } finally {
      System.clearProperty(property);
    }
  }

  @Test
  void sendsWhatDriversLogToTheLogAndNotToTheConsole() {
    try (ConfigurableApplicationContext context = start()) {
      assertThat(context.isActive()).isTrue();
      assertThat(SLF4JBridgeHandler.isInstalled()).isTrue();
      assertThat(LogManager.getLogManager().getLogger("").getHandlers())
          .noneMatch(java.util.logging.ConsoleHandler.class::isInstance);
    }
  }

  private ConfigurableApplicationContext start() {
    return BatchApplication.start(TestDatabases.of(output), output, new LaunchOptions(1, 50));
  }
}
