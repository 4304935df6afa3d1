package io.dateline.diff;

import io.dateline.diff.rows.CsvColumns;
import io.dateline.diff.rows.CsvFileReader;
import io.dateline.diff.rows.DamagedFileException;
import io.dateline.diff.rows.Span;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Reads quotes.csv beside articles.csv, whose order it has. Not safe for use by several threads.
 */
final class QuoteWalk implements Closeable {

  private final Path file;
  private final CsvFileReader reader;
  private final int article;
  private final int text;
  private final int speaker;

  /** The article of the row that was read last; empty at the end. */
  private String at = "";

  QuoteWalk(DiffSide side) throws IOException {
    file = side.quotes();
    reader = CsvFileReader.open(file, side.guarded());
    try {
      article = columns().require("article_id");
      text = columns().require("text");
      speaker = columns().require("speaker");
      advance();
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  CsvColumns columns() {
    return reader.columns();
  }

  private void advance() throws IOException {
    at = reader.next() ? reader.cells().text(article) : "";
  }

  /** Takes the quotes of the next article, adds them to a digest, and says where they stand. */
  Span take(String articleId, MessageDigest digest) throws IOException {
    if (at.isEmpty() || !at.equals(articleId)) {
      return Span.NONE;
    }
    long from = reader.offset();
    long end = from;
    while (at.equals(articleId)) {
      reader.cells().digest(text, digest);
      reader.cells().digest(speaker, digest);
      end = reader.offset() + reader.length();
      advance();
    }
    if (end - from > Integer.MAX_VALUE - 8) {
      throw new DamagedFileException(file, "has more quotes of one article than can be compared");
    }
    return new Span(from, (int) (end - from));
  }

  /**
   * Ends the walk.
   *
   * @throws DamagedFileException if quotes are left that belong to no article
   */
  void finish() throws IOException {
    if (!at.isEmpty()) {
      throw new DamagedFileException(
          file,
          "does not go with articles.csv: from byte "
              + reader.offset()
              + " on, quotes do not follow the order of the articles");
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
