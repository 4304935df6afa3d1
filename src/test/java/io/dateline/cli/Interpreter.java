package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine that runs the blocks of a page one after another in one process, as
 * somebody who follows the page does.
 *
 * @param command the program and the words before the name of the script
 * @param separator a statement that prints the one character U+001E between two blocks
 */
record Interpreter(List<String> command, String separator) {

  private static final int LIMIT_SECONDS = 120;

  /** Python that can import the module; the test is skipped where there is none. */
  static Interpreter python(String module) throws IOException, InterruptedException {
    // One that somebody installed for himself comes first and may lack what Debian's has.
    for (String program : List.of("python3", "/usr/bin/python3")) {
      if (succeeds(program, "-c", "import " + module)) {
        return new Interpreter(List.of(program), "print('\\x1e')");
      }
    }
    return skip("a python3 with the module " + module + " is on this machine");
  }

  /** R; the test is skipped where there is none. */
  static Interpreter r() throws IOException, InterruptedException {
    return succeeds("Rscript", "--version")
        ? new Interpreter(List.of("Rscript", "--encoding=UTF-8"), "cat('\\036\\n')")
        : skip("Rscript is on this machine");
  }

  /**
   * What each block printed. All have to succeed together, within two minutes.
   *
   * @param folder the working directory; the script is written elsewhere
   */
  List<String> run(Path folder, List<Recipe> recipes) throws IOException, InterruptedException {
    Path script = Files.createTempFile("recipes", ".txt");
    Path out = Files.createTempFile("recipes", ".out");
    Path err = Files.createTempFile("recipes", ".err");
    try {
      Files.writeString(
          script, String.join(separator + "\n", recipes.stream().map(Recipe::code).toList()));
      List<String> words = new ArrayList<>(command);
      words.add(script.toString());
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("PYTHONIOENCODING", "utf-8");
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      try {
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends in time").isTrue();
      } finally {
        process.destroyForcibly();
      }
      assertThat(process.exitValue()).as(Files.readString(err)).isZero();
      return List.of(
          new String(Files.readAllBytes(out), StandardCharsets.UTF_8).split("\u001e", -1));
    } finally {
      Files.delete(script);
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static Interpreter skip(String what) {
    assumeThat(false).as(what).isTrue();
    throw new AssertionError();
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
