package io.dateline;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

  private static final String[] CORE = {
    "io.dateline.article..",
    "io.dateline.source..",
    "io.dateline.page..",
    "io.dateline.extract..",
    "io.dateline.validate..",
    "io.dateline.output..",
    "io.dateline.summary..",
    "io.dateline.score..",
    "io.dateline.diff.."
  };

  @ArchTest
  static final ArchRule the_core_knows_no_framework =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "picocli..")
          .because("extraction must be usable and testable without a container or a database");

  @ArchTest
  static final ArchRule a_stage_knows_only_the_shared_records =
      slices()
          .matching("io.dateline.(source|page|extract|validate|output|summary)..")
          .should()
          .notDependOnEachOther()
          .because("stages meet in the records of article and are joined by batch");

  @ArchTest
  static final ArchRule the_records_know_nobody =
      noClasses()
          .that()
          .resideInAPackage("io.dateline.article..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dateline.source..",
              "io.dateline.page..",
              "io.dateline.extract..",
              "io.dateline.validate..",
              "io.dateline.output..",
              "io.dateline.summary..",
              "io.dateline.score..",
              "io.dateline.batch..",
              "io.dateline.cli..");

  @ArchTest
  static final ArchRule nobody_sees_the_job_but_the_command_line =
      classes()
          .that()
          .resideInAPackage("io.dateline.batch..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("io.dateline.batch..", "io.dateline.cli..");

  @ArchTest
  static final ArchRule nobody_sees_the_command_line =
      classes()
          .that()
          .resideInAPackage("io.dateline.cli..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("io.dateline.cli..");

  @ArchTest
  static final ArchRule only_batch_knows_spring_batch =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.dateline.batch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.batch..");

  @ArchTest
  static final ArchRule status_needs_neither_spring_nor_the_job =
      noClasses()
          .that()
          .resideInAnyPackage("io.dateline.cli.status..", "io.dateline.batch.journal..")
          .or()
          .haveSimpleName("StatusCommand")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("RunService")
          .because("it answers at once, and while a run holds the database");

  @ArchTest
  static final ArchRule score_needs_neither_spring_nor_the_job =
      noClasses()
          .that()
          .resideInAnyPackage("io.dateline.score..", "io.dateline.cli.score..")
          .or()
          .haveSimpleName("ScoreCommand")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("RunService")
          .because("it compares files, whoever wrote them");

  @ArchTest
  static final ArchRule score_knows_a_run_by_its_files_alone =
      noClasses()
          .that()
          .resideInAPackage("io.dateline.score..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dateline.source..",
              "io.dateline.page..",
              "io.dateline.validate..",
              "io.dateline.summary..",
              "io.dateline.batch..",
              "io.dateline.cli..")
          .because("what judges an answer must not share the way to it");

  @ArchTest
  static final ArchRule nobody_sees_the_scores_but_the_command_line =
      classes()
          .that()
          .resideInAPackage("io.dateline.score..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("io.dateline.score..", "io.dateline.cli..");

  @ArchTest
  static final ArchRule a_comparison_knows_two_sides_by_their_files_alone =
      noClasses()
          .that()
          .resideInAnyPackage("io.dateline.diff..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dateline.page..",
              "io.dateline.extract..",
              "io.dateline.validate..",
              "io.dateline.batch..",
              "io.dateline.cli..")
          .because("it compares files, whichever version wrote them");

  @ArchTest
  static final ArchRule two_folders_are_compared_without_spring_and_the_job =
      noClasses()
          .that()
          .resideInAnyPackage("io.dateline.cli.diff..")
          .or()
          .haveSimpleName("DiffCommand")
          .or()
          .haveSimpleName("DiffFiles")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("RunService")
          .because("what is current alone is in the database");

  @ArchTest
  static final ArchRule a_step_knows_no_other_step =
      slices()
          .matching("io.dateline.batch.(plan|extract|summary|publish)..")
          .should()
          .notDependOnEachOther()
          .because("steps meet in the run, its rows and its folders, and are joined by the job");

  @ArchTest
  static final ArchRule rooms_of_the_job_are_free_of_cycles =
      slices().matching("io.dateline.batch.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("io.dateline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_prints_to_the_console = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule letters_and_digits_are_the_same_in_every_java =
      noClasses()
          .that()
          .resideInAnyPackage("io.dateline.extract..", "io.dateline.page")
          .and()
          // They ask of ASCII alone.
          .doNotHaveSimpleName("Tags")
          .and()
          .doNotHaveSimpleName("CssSelector")
          // Calls, and references such as Character::isDigit.
          .should(
              ArchConditions.accessTargetWhere(
                  target(owner(type(Character.class)))
                      .and(
                          target(
                              nameMatching("is(Letter|Digit|UpperCase|LowerCase|Whitespace).*")))))
          .because("each Java has another Unicode's tables; ICU4J is the same in all");

  @ArchTest
  static final ArchRule nothing_reads_the_default_locale_zone_or_charset =
      noClasses()
          .should()
          .callMethod(java.util.Locale.class, "getDefault")
          .orShould()
          .callMethod(java.time.ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(java.nio.charset.Charset.class, "defaultCharset")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .because("the machine's settings must not show in the CSV files");

  /** Word boundaries: of ASCII alone from Java 19 on, of all letters before. */
  @Test
  void no_pattern_asks_where_a_word_ends() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/dateline"))) {
      assertThat(sources.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .doesNotContain("\\\\b", "\\\\B", "UNICODE_CASE", "UNICODE_CHARACTER_CLASS"));
    }
  }
}
