package io.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The dots of the report's map are those of the gazetteer's places. */
class WorldTests {

  private static final Path RESOURCES = Path.of("src/main/resources/io/dateline");
  private static final Path WORLD = RESOURCES.resolve("summary/report/world.txt");
  private static final Path PLACES = RESOURCES.resolve("extract/place/places.tsv.gz");

  private static final int NORTH = 78;
  private static final int ROWS = 136;

  @Test
  void hasADotForEachDegreeWhereAPlaceIs() throws Exception {
    List<String> written = Files.readAllLines(WORLD);
    List<String> expected = new ArrayList<>(written.stream().filter(WorldTests::isNote).toList());
    expected.addAll(dots());
    if (Boolean.getBoolean("world.update")) {
      Files.write(WORLD, expected);
    }

    assertThat(Files.readAllLines(WORLD)).isEqualTo(expected);
  }

  private static boolean isNote(String line) {
    return line.startsWith("# ");
  }

  private static List<String> dots() throws Exception {
    char[][] rows = new char[ROWS][360];
    for (char[] row : rows) {
      java.util.Arrays.fill(row, '.');
    }
    try (BufferedReader places =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(PLACES)), StandardCharsets.UTF_8))) {
      for (String line = places.readLine(); line != null; line = places.readLine()) {
        String[] columns = line.split("\t", -1);
        if (!isNote(line)) {
          int row = NORTH - (int) Math.floor(Double.parseDouble(columns[4]));
          int column = 180 + (int) Math.floor(Double.parseDouble(columns[5]));
          if (row >= 0 && row < ROWS) {
            rows[row][column % 360] = '#';
          }
        }
      }
    }
    return java.util.Arrays.stream(rows).map(String::valueOf).toList();
  }
}
