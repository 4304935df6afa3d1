package io.dateline.diff;

import io.dateline.article.EntryId;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import io.dateline.output.PackagedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Builds small folders in the form of a run's, and reads what a comparison writes. */
final class Folders {

  private final Path folder;
  private final StringBuilder articles = text(PackagedTable.ARTICLES);
  private final StringBuilder quotes = text(PackagedTable.QUOTES);
  private final StringBuilder rejections = text(PackagedTable.REJECTIONS);

  Folders(Path folder) {
    this.folder = folder;
  }

  private static StringBuilder text(PackagedTable table) {
    return new StringBuilder(new String(table.header(), StandardCharsets.UTF_8));
  }

  static String id(String path, String entry) {
    return new EntryId("papers", path, entry).articleId();
  }

  /** Adds an article; {@code cells} are pairs of a column and its text. */
  Folders article(String path, String entry, String... cells) {
    Map<String, String> row = new TreeMap<>();
    row.put("article_id", id(path, entry));
    row.put("collection", "papers");
    row.put("source_path", path);
    row.put("entry_name", entry);
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    append(
        articles,
        Arrays.stream(ArticleColumn.values())
            .map(column -> FormulaGuard.guard(row.getOrDefault(column.label(), "")))
            .toArray());
    return this;
  }

  Folders quote(String path, String entry, String speaker, String text) {
    append(quotes, id(path, entry), 1, 1, 0, 1, text, speaker, speaker, "", "said", "direct");
    return this;
  }

  Folders rejection(String path, String entry, String reason) {
    append(rejections, "papers", path, entry, "", "validate", reason, "why " + reason, 1, false);
    return this;
  }

  private static void append(StringBuilder to, Object... cells) {
    try {
      CsvTable.FORMAT.printRecord(to, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Folders write() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("articles.csv"), articles);
    Files.writeString(folder.resolve("quotes.csv"), quotes);
    Files.writeString(folder.resolve("rejections.csv"), rejections);
    return this;
  }

  DiffSide side() throws Exception {
    return DiffSide.of(String.valueOf(folder.getFileName()), folder);
  }

  /** The rows of a CSV file, each as {@code a|b|c}, without the header. */
  static List<String> rows(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    try (CSVParser parser = CsvTable.FORMAT.parse(Files.newBufferedReader(file))) {
      for (CSVRecord record : parser) {
        rows.add(String.join("|", record.toList().stream().map(FormulaGuard::unguard).toList()));
      }
    }
    return rows.subList(1, rows.size());
  }
}
