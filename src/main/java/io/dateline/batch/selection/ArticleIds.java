package io.dateline.batch.selection;

import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A set of article ids, 16 bytes each in memory. Immutable and safe for use by several threads. */
final class ArticleIds {

  /** Most ids of a file: 32 MB of memory. */
  static final int MAX_IDS = 2_000_000;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  private static final int HALF = 16;

  /** High and low halves by turns, ascending. */
  private final long[] halves;

  private ArticleIds(long[] halves) {
    this.halves = halves;
  }

  /**
   * Reads a file with an id a line, or a CSV file whose first column holds them.
   *
   * @throws BadConditionException if it cannot be read, or a line has no id
   */
  static ArticleIds of(Path file) throws BadConditionException {
    long[][] ids = new long[1024][];
    int count = 0;
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CsvTable.FORMAT)) {
      for (CSVRecord record : parser) {
        String first = record.get(0).replace("\uFEFF", "").strip();
        boolean header = record.getRecordNumber() == 1 && first.equals(label());
        if (first.isEmpty() || header) {
          continue;
        }
        if (!FORM.matcher(first).matches()) {
          throw new BadConditionException(
              file + " has no article id at line " + parser.getCurrentLineNumber());
        }
        if (count == MAX_IDS) {
          throw new BadConditionException(file + " has more than " + MAX_IDS + " ids");
        }
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = halves(first);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new BadConditionException(file + " cannot be read: " + e.getClass().getSimpleName());
    }
    Arrays.sort(ids, 0, count, Arrays::compare);
    long[] all = new long[2 * count];
    for (int i = 0; i < count; i++) {
      all[2 * i] = ids[i][0];
      all[2 * i + 1] = ids[i][1];
    }
    return new ArticleIds(all);
  }

  private static String label() {
    return ArticleColumn.ARTICLE_ID.label();
  }

  private static long[] halves(String id) {
    return new long[] {
      HexFormat.fromHexDigitsToLong(id, 0, HALF), HexFormat.fromHexDigitsToLong(id, HALF, 2 * HALF)
    };
  }

  boolean contains(String id) {
    long[] wanted = halves(id);
    int low = 0;
    int high = halves.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(halves[2 * middle], wanted[0]);
      if (order == 0) {
        order = Long.compare(halves[2 * middle + 1], wanted[1]);
      }
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  /** Writes them where a resumed run finds them again, in ascending order of signed halves. */
  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      HexFormat hex = HexFormat.of();
      for (int i = 0; i < halves.length; i += 2) {
        out.write(hex.toHexDigits(halves[i]) + hex.toHexDigits(halves[i + 1]) + "\n");
      }
    }
  }
}
