package io.dateline.batch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTests {

  @TempDir Path folder;

  private List<String> read(boolean guarded, int wanted) throws Exception {
    CsvRows csv = new CsvRows(guarded);
    List<String> names = new ArrayList<>();
    csv.read(
        folder.resolve("names.csv"),
        row -> {
          names.add(csv.text(row, 0));
          return names.size() < wanted;
        });
    return names;
  }

  @Test
  void takesTheGuardOffCellsThatHaveOne() throws Exception {
    Files.writeString(folder.resolve("names.csv"), "name\r\n'=A1\r\n\"a, \"\"b\"\"\"\r\n");

    assertThat(read(true, 9)).containsExactly("=A1", "a, \"b\"");
    assertThat(read(false, 9)).containsExactly("'=A1", "a, \"b\"");
  }

  @Test
  void stopsWhereNoMoreIsWanted() throws Exception {
    Files.writeString(folder.resolve("names.csv"), "name\r\na\r\nb\r\nc\r\n");

    assertThat(read(true, 2)).containsExactly("a", "b");
  }

  @Test
  void hasNoRowsWhereAnOlderProgramWroteNoFile() throws Exception {
    assertThat(read(true, 2)).isEmpty();
  }
}
