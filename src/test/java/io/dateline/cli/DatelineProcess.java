package io.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, which can be killed. */
final class DatelineProcess {

  private static final long MAX_SECONDS = 300;

  /** It lives for seconds: the optimising compiler would cost more than it gives back. */
  static final List<String> TUNING =
      List.of("-Xmx448m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path log;

  private DatelineProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts {@code dateline} with these arguments, its output going to a file. */
  static DatelineProcess start(Path log, Object... arguments) throws IOException {
    return start(log, javaHome(), List.of(), Map.of(), arguments);
  }

  static DatelineProcess start(
      Path log,
      Path javaHome,
      List<String> options,
      Map<String, String> environment,
      Object... arguments)
      throws IOException {
    return startBy(List.of(), log, javaHome, options, environment, arguments);
  }

  /** As {@code start}, by a command that becomes the process, such as {@code nice}. */
  static DatelineProcess startBy(
      List<String> starter,
      Path log,
      Path javaHome,
      List<String> options,
      Map<String, String> environment,
      Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(starter);
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(TUNING);
    command.add("-Ddateline.home=" + Path.of("").toAbsolutePath());
    command.addAll(ProgramInJars.options(javaHome));
    // Of two options of one kind the JVM takes the last.
    command.addAll(options);
    command.add("io.dateline.cli.DatelineApplication");
    command.addAll(DatabaseArguments.complete(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return new DatelineProcess(builder.start(), log);
  }

  static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  /** Kills it with SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends a signal by name, such as STOP. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Waits for its end and returns its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the program did not end in " + MAX_SECONDS + " s");
    }
    return process.exitValue();
  }

  /** What it printed so far. */
  String output() throws IOException {
    return Files.readString(log);
  }
}
