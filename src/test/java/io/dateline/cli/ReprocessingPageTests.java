package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archivist's year of {@code docs/reprocessing.md}, command by command, in its order. */
class ReprocessingPageTests {

  @TempDir Path folder;

  @Test
  void everyCommandOfThePageWorksAfterTheOneBefore() throws Exception {
    Nights nights = TwoYears.in(folder);
    List<String> commands =
        Files.readAllLines(Path.of("docs/reprocessing.md")).stream()
            .filter(line -> line.startsWith("./dateline "))
            .map(line -> line.substring("./dateline ".length()))
            .toList();

    for (String command : commands) {
      List<Object> words = new ArrayList<>(Arrays.asList(command.split(" ")));
      words.addAll(List.of("--output", nights.output()));
      if (List.of("run", "replay").contains(words.get(0))) {
        words.addAll(List.of("--input", nights.input()));
      }
      JobRun run = JobRun.dateline(words.toArray());
      assertThat(run.exitCode()).as(command + "\n" + run.err()).isZero();
    }

    assertThat(commands).hasSizeGreaterThan(7);
    assertThat(Tables.query(nights.output(), "SELECT state FROM runs ORDER BY run_id"))
        .extracting(row -> row.get("state"))
        .containsExactly("PUBLISHED", "TRIAL", "PUBLISHED", "ROLLED_BACK");
  }
}
