package io.dateline.score;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What both gold files have in common: where they are, how they are opened, what is wrong. */
final class GoldFile {

  /** More than a person labels, and little enough for the memory. */
  private static final long MAX_BYTES = 64L << 20;

  private final Path file;

  GoldFile(Path file) {
    this.file = file;
  }

  /** Opens it and checks that its columns are among {@code known}. */
  CsvRows open(List<String> known) throws IOException, ScoreRefusedException {
    if (!Files.isRegularFile(file)) {
      throw new ScoreRefusedException(
          ScoreRefusedException.Reason.MISSING,
          (Files.exists(file) ? file + " is no regular file" : "There is no file " + file)
              + "; name the CSV file with what is right.");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw refused("has more than " + (MAX_BYTES >> 20) + " MiB; take a smaller sample");
    }
    CsvRows rows;
    try {
      rows = CsvRows.open(file, true);
    } catch (IOException e) {
      throw unreadable(e);
    }
    try {
      check(rows.columns(), known);
      return rows;
    } catch (ScoreRefusedException e) {
      rows.close();
      throw e;
    }
  }

  private void check(List<String> columns, List<String> known) throws ScoreRefusedException {
    if (columns.size() == 1 && columns.get(0).matches(".*[;\t].*")) {
      throw refused("has no commas between its columns; save it with commas");
    }
    for (String column : columns) {
      if (!known.contains(column)) {
        throw refused(
            "has a column \""
                + column
                + "\", which is none of a run's; correct its name or take it out");
      }
    }
  }

  /** By which columns its rows are found in a run. */
  Join join(List<String> columns) throws ScoreRefusedException {
    Join join = Join.of(columns);
    if (join == null) {
      throw refused("names no articles; give it the column source_path, article_id or url");
    }
    return join;
  }

  /** The key of a row, which must name an article. */
  String key(Join join, CsvRow row) throws ScoreRefusedException {
    if (row.cell(join.main()).isBlank()) {
      throw refused("names no article in line " + row.line() + "; fill its " + join.main());
    }
    return join.key(row);
  }

  ScoreRefusedException unreadable(IOException e) {
    if (e instanceof FileSystemException f) {
      // Its message is the file's name, which tells nobody what is wrong.
      String reason = e instanceof AccessDeniedException ? "permission denied" : f.getReason();
      return new ScoreRefusedException(
          ScoreRefusedException.Reason.MISSING,
          file + " cannot be read: " + (reason == null ? "input/output error" : reason) + ".");
    }
    if (e instanceof CharacterCodingException) {
      return refused("is not in UTF-8; save it as \"CSV UTF-8\"");
    }
    String message = e.getMessage();
    return refused(
        "is no CSV file of the form of articles.csv: "
            + (message == null ? "it cannot be read" : message.lines().findFirst().orElse("")));
  }

  /** This file cannot be used. */
  ScoreRefusedException refused(String what) {
    return new ScoreRefusedException(ScoreRefusedException.Reason.GOLD, file + " " + what + ".");
  }
}
