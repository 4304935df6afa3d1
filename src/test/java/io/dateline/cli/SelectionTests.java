package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is read again is told by what the rows of the archive say. */
class SelectionTests {

  @TempDir private static Path folder;
  private static Nights nights;

  @BeforeAll
  static void anArchiveOfTwoYears() throws Exception {
    nights = TwoYears.in(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --from 2003-05 --to 2003                                      | 2 | 1
          --from 2004-02-02                                             | 1 | 1
          --path b/*                                                    | 2 | 2
          --path *.zip --to 2003-06                                     | 1 | 1
          --publisher Fjord@Times                                       | 2 | 1
          --publisher Fjord@Times --publisher Harbour@Courier           | 6 | 4
          --publisher Fjord@Times --from 2004                           | 1 | 1
          --provider Reuters --language en                              | 6 | 4
          --language fr                                                 | 0 | 0
          --field-empty date_published                                  | 1 | 1
          --field-empty date_published --field-empty provider           | 0 | 0
          --reason *                                                    | 1 | 1
          --reason TOO_LARGE                                            | 0 | 0
          --older-than-version 999                                      | 7 | 4
          --older-than-version 1                                        | 0 | 0
          --run 1                                                       | 7 | 4
          """)
  void selectsRowsByWhatTheySay(String options, int entries, int files) throws Exception {
    Object[] words =
        Stream.concat(Stream.of(options.split(" ")), Stream.of("--dry-run", "--json"))
            .map(word -> (Object) word.replace('@', ' '))
            .toArray();

    JobRun run = JobRun.dateline(TwoYears.reprocess(nights, "2020-01-02", words));

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(report.get("documents").asInt()).isEqualTo(entries);
    assertThat(report.get("files").asInt()).isEqualTo(files);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --threads 1              | nothing is selected
          --from 2003-13           | --from: `2003-13` is no date
          --from 2004 --to 2003    | --to: `2004..2003` ends before it begins
          --reason NO_SUCH         | --reason: `NO_SUCH` is no reason
          --reason EMPTY --to 2003 | --reason: rejections have no date
          --field-empty body       | --field-empty: `body` is no column
          --older-than-version v2  | --older-than-version: `v2` is no version
          --from 2003 --full       | --full reads all there is
          """)
  void refusesWhatMakesNoSense(String options, String message) throws Exception {
    JobRun run =
        JobRun.dateline(TwoYears.reprocess(nights, "2020-01-02", (Object[]) options.split(" ")));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains(message);
  }
}
