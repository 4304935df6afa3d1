package io.dateline.cli;

import static io.dateline.cli.JobRun.dateline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTests {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"dateline, ins, inspect", "dateline inspect, --ex, --explain"})
  void printsAScriptByWhichBashCompletesCommandsAndOptions(
      String before, String begun, String completed) throws Exception {
    Path script = Files.writeString(folder.resolve("completion"), dateline("completion").out());
    String words = before + " " + begun;
    String ask =
        // Outside a completion compopt says that it is.
        "compopt() { :; }; source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_dateline; echo ${COMPREPLY[@]}"
            .formatted(script, words, words.split(" ").length - 1);

    assertThat(bash(ask)).isEqualTo(completed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "inspect", "status", "export", "diff", "score", "purge", "completion"})
  void everyCommandsHelpShowsExamples(String command) {
    JobRun run = dateline(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Examples:").contains("dateline " + command);
  }

  private static String bash(String script) throws IOException, InterruptedException {
    Process bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return out.strip();
  }
}
