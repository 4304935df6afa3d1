package io.dateline.batch.selection;

import io.dateline.batch.run.IoReason;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A set of article ids, 16 bytes each in memory. Immutable and safe for use by several threads. */
final class ArticleIds {

  /** Most ids of a file: 32 MB of memory, and some 100 MB more while they are read. */
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
              file
                  + " has no article id (32 digits of 0-9 and a-f) at line "
                  + parser.getCurrentLineNumber());
        }
        if (count == MAX_IDS) {
          throw new BadConditionException(file + " has more than " + MAX_IDS + " ids");
        }
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = halves(first);
      }
    } catch (UncheckedIOException e) {
      // Thrown for what is no CSV: a quote that does not end, or something behind one.
      throw new BadConditionException(file + " is neither a list of ids nor CSV with commas");
    } catch (IOException e) {
      throw new BadConditionException(file + " cannot be read: " + IoReason.of(e));
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

  /** Writes them where a resumed run finds them again, whole or not at all. */
  void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try (FileChannel channel =
            FileChannel.open(
                draft,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      HexFormat hex = HexFormat.of();
      for (int i = 0; i < halves.length; i += 2) {
        String id = hex.toHexDigits(halves[i]) + hex.toHexDigits(halves[i + 1]) + "\n";
        out.write(id.getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
