package io.dateline.diff.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.output.CsvTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileReaderTests {

  @TempDir Path folder;

  @Test
  void readsWhatTheProgramWritesAndReadsEachRowAgainByItsPlace() throws Exception {
    List<List<String>> rows = rows(400);
    Path file = write(rows);
    List<Span> spans = new ArrayList<>();

    CsvColumns columns;
    try (CsvFileReader reader = CsvFileReader.open(file, false)) {
      columns = reader.columns();
      for (List<String> row : rows) {
        assertThat(reader.next()).isTrue();
        assertThat(texts(reader.cells())).isEqualTo(row);
        spans.add(new Span(reader.offset(), reader.length()));
      }
      assertThat(reader.next()).isFalse();
    }

    try (RowsByPlace again = new RowsByPlace(file, columns, false)) {
      for (int i = rows.size() - 1; i >= 0; i--) {
        assertThat(texts(again.row(spans.get(i)))).isEqualTo(rows.get(i));
      }
      Span two = new Span(spans.get(3).offset(), spans.get(3).length() + spans.get(4).length());
      List<List<String>> together = new ArrayList<>();
      again.rows(two, cells -> together.add(texts(cells)));
      assertThat(together).isEqualTo(rows.subList(3, 5));
    }
  }

  @Test
  void takesTheFormulaGuardOffOnlyWhereOneWasPutOn() throws Exception {
    Path file = folder.resolve("guarded.csv");
    Files.writeString(file, "a,b\r\n'=1+1,''-5\r\n'tis,'\r\n");

    assertThat(all(file, true)).containsExactly(List.of("=1+1", "'-5"), List.of("'tis", "'"));
    assertThat(all(file, false)).containsExactly(List.of("'=1+1", "''-5"), List.of("'tis", "'"));
  }

  @Test
  void readsOtherLineEndsAByteOrderMarkAndAFileWithoutALastLineEnd() throws Exception {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "\uFEFFa,b\n1,2\n\n\"3\",\"\"\"\"");

    try (CsvFileReader reader = CsvFileReader.open(file, false)) {
      assertThat(reader.columns().place("a")).isZero();
    }
    assertThat(all(file, false)).containsExactly(List.of("1", "2"), List.of("3", "\""));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b~1~              | are 1 cells, in the header 2",
        "a,b~1,2,3~          | are 3 cells, in the header 2",
        "a,b~1,^2~           | a quotation mark is not closed",
        "a,b~1,^2^x~         | text stands behind a closing quotation mark",
        "a,a~1,2~            | has two columns of one name",
      })
  void saysWhatIsWrongWithADamagedFile(String text, String sentence) throws Exception {
    Path file = folder.resolve("damaged.csv");
    Files.writeString(file, text.strip().replace("~", "\r\n").replace('^', '"'));

    assertThatThrownBy(() -> all(file, false))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(sentence);
  }

  @Test
  void noticesThatARowIsNotWhereItWas() throws Exception {
    Path file = write(rows(20));
    CsvColumns columns;
    Span span;
    try (CsvFileReader reader = CsvFileReader.open(file, false)) {
      columns = reader.columns();
      reader.next();
      reader.next();
      span = new Span(reader.offset(), reader.length());
    }
    Files.writeString(file, "a,b,c\r\n" + Files.readString(file));

    try (RowsByPlace rows = new RowsByPlace(file, columns, false)) {
      assertThatThrownBy(() -> rows.row(span)).isInstanceOf(DamagedFileException.class);
    }
  }

  private static List<List<String>> all(Path file, boolean guarded) throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (CsvFileReader reader = CsvFileReader.open(file, guarded)) {
      while (reader.next()) {
        all.add(texts(reader.cells()));
      }
    }
    return all;
  }

  private static List<String> texts(Cells cells) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < cells.count(); i++) {
      texts.add(cells.text(i));
    }
    return texts;
  }

  /** Some are longer than any buffer, and cut it at every sign that matters. */
  private static List<List<String>> rows(int count) {
    Random random = new Random(11);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> row = new ArrayList<>();
      for (int cell = 0; cell < 3; cell++) {
        int length = random.nextInt(40) == 0 ? random.nextInt(400_000) : random.nextInt(30);
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < length; c++) {
          text.append("ab,\"\n é…\uD83D\uDE00".charAt(random.nextInt(9)));
        }
        row.add(
            new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      }
      row.set(0, "id" + i);
      rows.add(row);
    }
    return rows;
  }

  private Path write(List<List<String>> rows) throws IOException {
    StringBuilder text = new StringBuilder("a,b,c\r\n");
    for (List<String> row : rows) {
      CsvTable.FORMAT.printRecord(text, row.toArray());
    }
    return Files.writeString(folder.resolve("rows.csv"), text);
  }
}
