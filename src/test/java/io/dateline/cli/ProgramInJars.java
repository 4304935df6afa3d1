package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The program as jars, and the data of its classes that Java keeps for jars alone: a process starts
 * in two thirds of the time, as with the launcher. Made by the first test that starts a process,
 * once for all of a build.
 */
final class ProgramInJars {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path FOLDER = Path.of("target/program-in-jars");

  private static final Path MADE = make();

  private ProgramInJars() {}

  /** The options of a JVM that give it the program: its class path, and what is kept of it. */
  static List<String> options(Path javaHome) {
    List<String> options = new ArrayList<>(List.of("-cp", jars(MADE)));
    if (javaHome.equals(DatelineProcess.javaHome())) {
      options.addAll(List.of("-XX:SharedArchiveFile=" + archive(MADE), "-Xlog:cds=off"));
    }
    return options;
  }

  private static Path make() {
    try {
      Files.createDirectories(FOLDER);
      // Tests of several JVMs may come here at once.
      try (FileChannel lock =
          FileChannel.open(
              FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        Path made = FOLDER.resolve(version()).toAbsolutePath();
        if (!Files.exists(archive(made))) {
          deleteFormer();
          Files.createDirectories(made);
          pack(program(made));
          keepClasses(made);
        }
        return made;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of earlier builds, and halves. */
  private static void deleteFormer() throws IOException {
    try (Stream<Path> former = Files.list(FOLDER)) {
      for (Path folder : former.filter(Files::isDirectory).toList()) {
        FileSystemUtils.deleteRecursively(folder);
      }
    }
  }

  /** A name that changes with the classes and with Java. */
  private static String version() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return Integer.toHexString(
          files
                  .sorted()
                  .map(file -> Objects.hash(file.toString(), file.toFile().lastModified()))
                  .collect(Collectors.toList())
                  .hashCode()
              ^ Runtime.version().hashCode());
    }
  }

  private static Path program(Path made) {
    return made.resolve("dateline.jar");
  }

  private static Path archive(Path made) {
    return made.resolve("classes.jsa");
  }

  private static String jars(Path made) {
    return Stream.concat(
            Stream.of(program(made).toString()),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void pack(Path jar) {
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf", jar.toString(), "-C", CLASSES.toString(), ".");
    assertThat(code).isZero();
  }

  private static void keepClasses(Path made) throws IOException {
    Path draft = made.resolve("draft.jsa");
    Path output = Files.createTempDirectory("practice");
    List<String> command = new ArrayList<>();
    command.add(DatelineProcess.javaHome().resolve("bin/java").toString());
    command.addAll(DatelineProcess.TUNING);
    command.add("-XX:ArchiveClassesAtExit=" + draft);
    command.add("-Ddateline.home=" + Path.of("").toAbsolutePath());
    command.addAll(List.of("-cp", jars(made), "io.dateline.cli.DatelineApplication"));
    command.addAll(List.of("run", "src/main/practice/practice.yml", "--output", output.toString()));
    Path log = made.resolve("practice.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process practice = builder.start();
    try {
      assertThat(practice.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the program practised", e);
    }
    assertThat(practice.exitValue()).as(Files.readString(log)).isZero();
    Files.move(draft, archive(made), StandardCopyOption.ATOMIC_MOVE);
    FileSystemUtils.deleteRecursively(output);
  }
}
