package io.dateline.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The launcher script, in a copy of the project that has stand-ins for Maven and Java: {@code mvnw}
 * counts its calls and writes a jar, {@code java} prints its arguments, unpacks the jar and keeps
 * classes.
 */
@Timeout(60)
class LauncherTests {

  /** Commands that the script may use; nothing else is in its PATH, above all no Java. */
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cksum",
          "cp",
          "cut",
          "dirname",
          "env",
          "find",
          "flock",
          "getent",
          "grep",
          "head",
          "id",
          "ln",
          "ls",
          "mkdir",
          "mv",
          "od",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch",
          "tr");

  /** Like Maven: the jar itself bears an old date, the plain jar beside it that of the build. */
  private static final String JAR =
      """
      printf 'BOOT-INF/classes/ PK\\005\\006000000000000000000' > target/dateline.jar
      touch -t 202001010000 target/dateline.jar
      echo plain > target/dateline.jar.original
      """;

  @TempDir Path dir;
  private Path project;
  private Path tools;
  private Path jdk;

  private record Result(int exit, List<String> out, String err) {}

  @BeforeEach
  void aProjectWithStandInsForMavenAndJava() throws Exception {
    project = Files.createDirectories(dir.resolve("a project, not built"));
    Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.writeString(project.resolve("src/main/java/Main.java"), "class Main {}");
    Files.copy(Path.of("dateline").toAbsolutePath(), project.resolve("dateline"));
    assertThat(project.resolve("dateline").toFile().setExecutable(true)).isTrue();
    mavenDoes(JAR);
    makeOld("pom.xml", "src", "src/main", "src/main/java", "src/main/java/Main.java");

    tools = Files.createDirectory(dir.resolve("tools"));
    for (String tool : TOOLS) {
      Path found =
          Stream.of("/bin", "/usr/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElse(null);
      if (found != null) {
        executable(tools.resolve(tool), "exec " + found + " \"$@\"\n");
      }
    }
    jdk = jdk("jdk", "openjdk version \"17.0.9\" 2023-10-17");
  }

  @Test
  void buildsWhatIsMissingOnceAndThenSaysNothingOfItsOwn() throws Exception {
    Result first = dateline("run");
    Result second = dateline("run");

    assertThat(first.exit()).isZero();
    assertThat(first.err()).contains("dateline: building").hasLineCount(1);
    assertThat(second.exit()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void runsACopyOfTheJarSoThatALaterBuildCannotPullItFromUnderARunningProcess() throws Exception {
    Result first = dateline("run");
    mavenDoes(JAR.replace("BOOT-INF", "other BOOT-INF"));
    touch("pom.xml");
    Result second = dateline("run");

    Path before = jarOf(first);
    assertThat(before).isNotEqualTo(project.resolve("target/dateline.jar")).exists();
    assertThat(jarOf(second))
        .isNotEqualTo(before)
        .hasContent(Files.readString(project.resolve("target/dateline.jar")));
  }

  @ParameterizedTest(name = "{0} changed")
  @CsvSource({"pom.xml", "src/main/java/Main.java", "src/main/java"})
  void buildsAnewWhenASourceIsNewerThanTheJar(String source) throws Exception {
    dateline("run");
    touch(source);

    Result result = dateline("run");

    assertThat(result.err()).contains("building");
    assertThat(builds()).isEqualTo(2);
    assertThat(dateline("run").err()).isEmpty();
  }

  @Test
  void takesTheJarThatMavenHasJustBuiltByHand() throws Exception {
    Files.createDirectories(project.resolve("target"));
    command(project, Map.of(), "sh", "-c", JAR);

    Result result = dateline("run");

    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(builds()).isZero();
  }

  @Test
  void doesNotTakeAJarThatMavenIsStillWriting() throws Exception {
    Files.createDirectories(project.resolve("target"));
    command(project, Map.of(), "sh", "-c", JAR);
    Files.writeString(project.resolve("target/dateline.jar"), "BOOT-INF/classes/ half of a jar");

    dateline("run");

    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void handsArgumentsOnUnchanged() throws Exception {
    Result result = dateline("run", "--input", "two  words", "", "*", "$HOME", "-x");

    assertThat(result.out())
        .endsWith("[run]", "[--input]", "[two  words]", "[]", "[*]", "[$HOME]", "[-x]");
  }

  @Test
  void tellsTheProgramWhereItsFolderIsAndThatTextIsUtf8() throws Exception {
    Result result = dateline();

    assertThat(result.out())
        .contains("[-Ddateline.home=" + project.toRealPath() + "]", "[-Dfile.encoding=UTF-8]")
        .contains("LC_ALL=C.UTF-8", "[-Ddateline.terminal=false]");
  }

  @Test
  void letsTheEnvironmentGiveFurtherJavaOptions() throws Exception {
    Result result =
        command(
            dir,
            environment(jdk, Map.of("DATELINE_JAVA_OPTS", "-Xmx2g -XX:+UseParallelGC")),
            script(),
            "run");

    assertThat(result.out()).contains("[-Xmx2g]", "[-XX:+UseParallelGC]");
    assertThat(result.out()).doesNotContain("[-XX:+UseSerialGC]");
  }

  @Test
  void runsAsTheBenchmarksDo() throws Exception {
    Matcher options =
        Pattern.compile("<benchmark.options>([^<]+)<")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(options.find()).isTrue();

    Result result = command(dir, environment(jdk, Map.of()), script(), "run");

    assertThat(options.group(1).split(" "))
        .hasSizeGreaterThan(1)
        .allSatisfy(option -> assertThat(result.out()).contains("[" + option + "]"));
  }

  @Test
  void findsItsFolderThroughSymbolicLinksFromAnyWorkingDirectory() throws Exception {
    Path links = Files.createDirectories(dir.resolve("some where/bin"));
    Files.createSymbolicLink(links.resolve("first"), project.resolve("dateline"));
    Files.createSymbolicLink(links.resolve("second"), Path.of("first"));

    Result result = command(links, environment(jdk, Map.of()), "./second", "status");

    assertThat(result.out())
        .contains("[-Ddateline.home=" + project.toRealPath() + "]")
        .endsWith("[status]");
  }

  @Test
  void namesTheLogWhenTheBuildFails() throws Exception {
    mavenDoes("echo 'it does not compile'; exit 1");

    Result result = dateline("run");

    assertThat(result.exit()).isEqualTo(70);
    assertThat(result.err()).contains("the build failed").contains("target/build.log");
    assertThat(project.resolve("target/build.log")).content().contains("it does not compile");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJava() throws Exception {
    Result result = command(dir, Map.of("PATH", tools.toString()), script(), "run");

    assertThat(result.exit()).isEqualTo(78);
    assertThat(result.err())
        .contains("needs a JDK 17 or newer")
        .contains("no java in PATH")
        .contains("openjdk-17-jdk-headless")
        .hasLineCount(1);
    assertThat(builds()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1.8.0_402, 8", "11.0.22, 11", "16, 16"})
  void saysWhichJavaIsTooOld(String version, String major) throws Exception {
    Path old = jdk("old", "openjdk version \"" + version + "\" 2020-01-14");

    Result result = command(dir, environment(old, Map.of()), script());

    assertThat(result.exit()).isEqualTo(78);
    assertThat(result.err()).contains("bin/java is Java " + major + ";").hasLineCount(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"17.0.9", "21", "25-ea", "25.0.1"})
  void takesEveryJavaFromSeventeenOn(String version) throws Exception {
    Path recent = jdk("recent", "Picked up X: -Dy\nopenjdk version \"" + version + "\" 2025-09-16");

    Result result = command(dir, environment(recent, Map.of()), script());

    assertThat(result.exit()).isZero();
  }

  @Test
  void prefersJavaHomeAndFallsBackOnThePath() throws Exception {
    Path old = jdk("old", "openjdk version \"11.0.22\"");
    Path newer = jdk("newer", "openjdk version \"25\"");

    Result preferred =
        command(dir, environment(jdk, Map.of("JAVA_HOME", newer.toString())), script());
    Result fallen = command(dir, environment(jdk, Map.of("JAVA_HOME", old.toString())), script());
    Result missing = command(dir, environment(jdk, Map.of("JAVA_HOME", "/no/jdk")), script());

    assertThat(preferred.out()).startsWith("newer");
    assertThat(fallen.out()).startsWith("jdk");
    assertThat(missing.out()).startsWith("jdk");
  }

  @Test
  void needsTheCompilerOnlyToBuild() throws Exception {
    Files.delete(jdk.resolve("bin/javac"));
    Result unbuilt = dateline("run");
    Files.createDirectories(project.resolve("target"));
    command(project, Map.of(), "sh", "-c", JAR);
    Result built = dateline("run");

    assertThat(unbuilt.exit()).isEqualTo(78);
    assertThat(unbuilt.err()).contains("runtime without the compiler");
    assertThat(built.exit()).isZero();
  }

  @ParameterizedTest(name = "with flock: {0}")
  @CsvSource({"true", "false"})
  void buildsOnceForTwoCallersAtTheSameTime(boolean flock) throws Exception {
    if (!flock) {
      Files.deleteIfExists(tools.resolve("flock"));
    }
    mavenDoes("sleep 2; " + JAR);

    Process first = start(dir, environment(jdk, Map.of()), "1", script(), "run");
    Process second = start(dir, environment(jdk, Map.of()), "2", script(), "run");
    Result one = finish(first, "1");
    Result two = finish(second, "2");

    assertThat(one.exit()).isZero();
    assertThat(two.exit()).isZero();
    assertThat(one.err() + two.err())
        .contains("another build is running, waiting")
        .containsOnlyOnce("dateline: building");
    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest(name = "with flock: {0}")
  @CsvSource({"true", "false"})
  void takesOverTheLockOfADeadProcess(boolean flock) throws Exception {
    if (!flock) {
      Files.deleteIfExists(tools.resolve("flock"));
    }
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path run = Files.createDirectories(project.resolve("target/run"));
    Files.createFile(run.resolve("build.lock"));
    Files.createSymbolicLink(run.resolve("build.lock.pid"), Path.of(Long.toString(dead.pid())));

    Result result = dateline("run");

    assertThat(result.exit()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void startsJavaWithTheClassesThatItKeptOfAPractice() throws Exception {
    Result first = dateline("run");
    Result second = dateline("status");

    assertThat(archiveOf(first)).hasContent("classes").isEqualTo(archiveOf(second));
    assertThat(practices()).hasSize(1);
    assertThat(practices().get(0))
        .contains(" run " + project.toRealPath() + "/src/main/practice/practice.yml ")
        .contains(" -jar " + jarOf(first) + " ");
  }

  @Test
  void practisesWithoutTheEnvironmentsSettingsWhichMayNameADatabase() throws Exception {
    command(
        dir,
        environment(jdk, Map.of("DATELINE_DATABASE", "jdbc:postgresql://server/news")),
        script(),
        "run");

    assertThat(project.resolve("target/build.log"))
        .content()
        .contains("LC_ALL=C.UTF-8")
        .doesNotContain("DATELINE_");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "practice fails, '-XX:ArchiveClassesAtExit=*) exit 1'",
    "a start with its classes fails, '-XX:SharedArchiveFile=*) exit 134'"
  })
  void startsJavaWithoutClassesWhereItCannotKeepThemAndDoesNotTryAgain(String what, String does)
      throws Exception {
    Path other = jdk("other", "openjdk version \"17.0.10\" 2024-01-16", does);

    Result first = command(dir, environment(other, Map.of()), script(), "run");
    Result second = command(dir, environment(other, Map.of()), script(), "run");

    assertThat(first.exit()).isZero();
    assertThat(first.err()).hasLineCount(1);
    assertThat(second.err()).isEmpty();
    assertThat(first.out()).noneMatch(argument -> argument.contains("SharedArchiveFile"));
    assertThat(second.out()).noneMatch(argument -> argument.contains("SharedArchiveFile"));
    assertThat(practices().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void practisesAgainAtTheNextRunWhenJavaWasUpdated() throws Exception {
    dateline("run");
    Path updated = jdk("updated", "openjdk version \"17.0.10\" 2024-01-16");

    Result status = command(dir, environment(updated, Map.of()), script(), "status");
    Result run = command(dir, environment(updated, Map.of()), script(), "run");

    assertThat(status.out()).noneMatch(argument -> argument.contains("SharedArchiveFile"));
    assertThat(archiveOf(run)).exists();
    assertThat(run.err()).isEmpty();
    assertThat(practices()).hasSize(2);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void keepsTheCopiesOfTheNewestBuildsOnly() throws Exception {
    for (int build = 1; build <= 5; build++) {
      mavenDoes(JAR.replace("BOOT-INF", build + " BOOT-INF"));
      touch("pom.xml");
      dateline("run");
    }

    try (Stream<Path> copies = Files.list(project.resolve("target/run"))) {
      assertThat(copies.filter(p -> p.getFileName().toString().startsWith("dateline-"))).hasSize(3);
    }
  }

  @Test
  void runsTheJarItHasWhereNothingCanBeWritten() throws Exception {
    Files.createDirectories(project.resolve("target"));
    command(project, Map.of(), "sh", "-c", JAR);
    Files.writeString(project.resolve("target/run"), "a file where the folder should be");
    Result fresh = dateline("run");
    touchLater("pom.xml");
    Result stale = dateline("run");
    Files.delete(project.resolve("target/dateline.jar"));
    Result missing = dateline("run");

    assertThat(fresh.exit()).isZero();
    assertThat(fresh.err()).isEmpty();
    assertThat(stale.exit()).isZero();
    assertThat(stale.err()).contains("running a jar older than its sources").hasLineCount(1);
    assertThat(missing.exit()).isEqualTo(73);
    assertThat(missing.err()).contains("cannot be written").hasLineCount(1);
  }

  @Test
  void givesTheProgramsExitCodeBack() throws Exception {
    assertThat(dateline("exit", "65").exit()).isEqualTo(65);
  }

  private Result dateline(String... arguments) throws Exception {
    String[] command =
        Stream.concat(Stream.of(script()), Stream.of(arguments)).toArray(String[]::new);
    return command(dir, environment(jdk, Map.of()), command);
  }

  private String script() {
    return project.resolve("dateline").toString();
  }

  private Path jdk(String name, String version) throws IOException {
    return jdk(name, version, "nothing) :");
  }

  /**
   * A folder with a java that prints its name, its LC_ALL and its arguments.
   *
   * @param does what it does instead where its first argument fits, as in the shell's {@code case}
   */
  private Path jdk(String name, String version, String does) throws IOException {
    Path folder = dir.resolve(name);
    executable(
        folder.resolve("bin/java"),
        """
        case $1 in
          -version)
            cat >&2 <<'END'
        %s
        END
            exit ;;
          -Djarmode=tools)
            mkdir -p "$6" && cp "$3" "$6"
            exit ;;
          %s ;;
          -XX:ArchiveClassesAtExit=*)
            env
            echo " $* " >>"%s"
            echo classes >"${1#*=}"
            exit ;;
          -XX:SharedArchiveFile=*)
            exit ;;
        esac
        echo %s
        echo "LC_ALL=$LC_ALL"
        for argument; do echo "[$argument]"; done
        [ "${argument-}" != 65 ] || exit 65
        """
            .formatted(version, does, dir.resolve("practices"), name));
    executable(folder.resolve("bin/javac"), "");
    return folder;
  }

  private void mavenDoes(String commands) throws IOException {
    executable(
        project.resolve("mvnw"),
        """
        echo build >> builds
        mkdir -p target
        %s
        """
            .formatted(commands));
  }

  private static void executable(Path file, String commands) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + commands);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private long builds() throws IOException {
    Path log = project.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  private List<String> practices() throws IOException {
    Path log = dir.resolve("practices");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private static Path archiveOf(Result result) {
    String option = "[-XX:SharedArchiveFile=";
    String argument =
        result.out().stream().filter(a -> a.startsWith(option)).findFirst().orElseThrow();
    return Path.of(argument.substring(option.length(), argument.length() - 1));
  }

  private static Path jarOf(Result result) {
    int at = result.out().indexOf("[-jar]");
    String jar = result.out().get(at + 1);
    return Path.of(jar.substring(1, jar.length() - 1));
  }

  private Map<String, String> environment(Path java, Map<String, String> more) {
    Map<String, String> environment = new TreeMap<>(more);
    environment.put("PATH", java.resolve("bin") + ":" + tools);
    return environment;
  }

  private void makeOld(String... files) throws IOException {
    for (String file : files) {
      setTime(file, Instant.now().minusSeconds(3600));
    }
  }

  private void touch(String file) throws IOException {
    setTime(file, Instant.now());
  }

  private void touchLater(String file) throws IOException {
    setTime(file, Instant.now().plusSeconds(60));
  }

  private void setTime(String file, Instant time) throws IOException {
    Files.setLastModifiedTime(project.resolve(file), FileTime.from(time));
  }

  private Result command(Path directory, Map<String, String> environment, String... command)
      throws Exception {
    return finish(start(directory, environment, "only", command), "only");
  }

  private Process start(
      Path directory, Map<String, String> environment, String name, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder
        .redirectOutput(dir.resolve(name + ".out").toFile())
        .redirectError(dir.resolve(name + ".err").toFile())
        .start();
  }

  private Result finish(Process process, String name) throws Exception {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Result(
        process.exitValue(),
        Files.readAllLines(dir.resolve(name + ".out"), UTF_8),
        Files.readString(dir.resolve(name + ".err")));
  }
}
