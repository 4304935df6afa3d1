package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tables in CSV with a header, delimited by comma, semicolon or tab, in UTF-8: each row a document.
 * A member's name is the number of the line on which its row begins, or what the job maps to {@code
 * entry}.
 *
 * <p>CSV has no mark of its own. A file is one if its first line names a column for the text and
 * another one that is known, and the rows behind it have as many cells.
 */
final class CsvRows {

  private static final char[] DELIMITERS = {',', '\t', ';'};

  /** Longest name of a column; a sentence with commas has longer parts. */
  private static final int MAX_NAME = 64;

  private static final int MIN_KNOWN = 2;

  /** Bytes of a file that are looked at to tell what it is. */
  private static final int HEAD_BYTES = Format.RECORD_HEAD;

  private CsvRows() {}

  /**
   * A table's first line.
   *
   * @param names in lower case
   */
  private record Header(char delimiter, List<String> names) {}

  /**
   * Whether a table of documents begins with these bytes.
   *
   * @param head the first bytes of a file, up to 1,024 of them
   */
  static boolean matches(byte[] head, RecordFields fields) throws IOException {
    LineInput lines = LineInput.lines(PackedInput.of(head), head.length + 1);
    if (!lines.next() || lines.offset() + lines.length() >= head.length) {
      return false;
    }
    Header header = header(lines, fields);
    return header != null && fits(header, head);
  }

  /** Whether rows follow that have the header's cells: prose may begin with two known words. */
  private static boolean fits(Header header, byte[] head) throws IOException {
    int columns = header.names().size();
    LineInput rows = LineInput.rows(PackedInput.of(head), head.length + 1, header.delimiter());
    rows.next();
    boolean seen = false;
    while (rows.next()) {
      boolean whole = head.length < HEAD_BYTES || rows.offset() + rows.length() + 1 < head.length;
      if (rows.isBlank() && columns > MIN_KNOWN) {
        continue;
      }
      if (!whole) {
        return columns > MIN_KNOWN || opensCells(rows, header.delimiter(), columns);
      }
      if (hasCells(rows, header.delimiter(), columns)) {
        return true;
      }
      if (columns <= MIN_KNOWN) {
        return false;
      }
      seen = true;
    }
    return !seen && columns > MIN_KNOWN;
  }

  /** Whether a row that is cut, as by a long text, may have so many cells. */
  private static boolean opensCells(LineInput row, char delimiter, int columns) {
    boolean quoted = row.length() > 0 && row.bytes()[0] == '"';
    byte[] closed = Arrays.copyOf(row.bytes(), row.length() + 1);
    closed[row.length()] = '"';
    for (int length = row.length(); length <= closed.length; length++) {
      try {
        int count = cells(closed, length, delimiter).size();
        if (count <= columns && (count > 1 || quoted)) {
          return true;
        }
      } catch (DamagedBytesException e) {
        // Cut inside a quotation, or directly behind one.
      }
    }
    return false;
  }

  private static boolean hasCells(LineInput row, char delimiter, int columns) {
    try {
      return cells(row.bytes(), row.length(), delimiter).size() == columns;
    } catch (DamagedBytesException e) {
      return false;
    }
  }

  /**
   * Reads the rows behind the header. Closing the reader closes the stream.
   *
   * @param maxBytes longer rows are damaged, and not held in memory
   */
  static MemberReader open(InputStream in, RecordFields fields, int maxBytes) throws IOException {
    return open(new PackedInput(in), fields, maxBytes);
  }

  /** Reads the rows behind the header likewise. */
  static MemberReader open(PackedInput input, RecordFields fields, int maxBytes)
      throws IOException {
    input.look(1024);
    byte[] head = new byte[Math.min(1024, input.ahead().remaining())];
    input.ahead().get(head);
    LineInput first = LineInput.lines(PackedInput.of(head), head.length + 1);
    Header header = first.next() ? header(first, fields) : null;
    if (header == null) {
      throw new DamagedBytesException("The table's first line names no column for a text.");
    }
    LineInput rows = LineInput.rows(input, maxBytes, header.delimiter());
    rows.next();
    Set<String> known = fields.known();
    return new RecordReader(
        rows,
        (line, length) -> {
          RecordValues values = new RecordValues(fields);
          List<String> cells = cells(line, length, header.delimiter());
          for (int i = 0; i < header.names().size(); i++) {
            if (known.contains(header.names().get(i))) {
              values.add(header.names().get(i), i < cells.size() ? cells.get(i) : null);
            }
          }
          return values;
        });
  }

  private static @Nullable Header header(LineInput line, RecordFields fields) {
    for (char delimiter : DELIMITERS) {
      List<String> names = has(line, delimiter) ? header(line, delimiter) : null;
      if (names != null && namesDocuments(names, fields)) {
        return new Header(delimiter, names);
      }
    }
    return null;
  }

  private static boolean has(LineInput line, char delimiter) {
    for (int i = 0; i < line.length(); i++) {
      if (line.bytes()[i] == delimiter) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesDocuments(List<String> names, RecordFields fields) {
    List<String> texts = fields.names(RecordFields.TEXT);
    List<String> pages = fields.names(RecordFields.HTML);
    if (names.stream().noneMatch(name -> texts.contains(name) || pages.contains(name))) {
      return false;
    }
    Set<String> known = fields.known();
    return names.stream().filter(known::contains).count() >= MIN_KNOWN;
  }

  private static @Nullable List<String> header(LineInput line, char delimiter) {
    try {
      List<String> names =
          cells(line.bytes(), line.length(), delimiter).stream()
              .map(name -> name.strip().toLowerCase(Locale.ROOT))
              .toList();
      boolean plausible =
          names.stream().allMatch(name -> name.length() <= MAX_NAME)
              && new HashSet<>(names).size() == names.size();
      return plausible ? names : null;
    } catch (DamagedBytesException e) {
      return null;
    }
  }

  private static List<String> cells(byte[] row, int length, char delimiter)
      throws DamagedBytesException {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    String text = new String(row, 0, length, StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != 1) {
        throw new DamagedBytesException("The row does not end where its line does.");
      }
      return records.get(0).toList();
    } catch (DamagedBytesException e) {
      throw e;
    } catch (IOException | UncheckedIOException e) {
      throw new DamagedBytesException("The row is no valid CSV.");
    }
  }
}
