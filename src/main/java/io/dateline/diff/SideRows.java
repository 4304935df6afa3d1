package io.dateline.diff;

import io.dateline.diff.rows.Cells;
import io.dateline.diff.rows.CsvColumns;
import io.dateline.diff.rows.RowsByPlace;
import io.dateline.diff.rows.Span;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a side, read again where something differs. Not safe for use by several threads. */
final class SideRows implements Closeable {

  private final RowsByPlace articles;
  private final @Nullable RowsByPlace quotes;
  private final @Nullable RowsByPlace rejections;
  final int id;
  final int collection;
  final int path;
  final int entry;
  final int publisher;
  final int headline;
  final int[] fields;

  SideRows(SideIndex index, ComparedFields fields) throws IOException {
    DiffSide side = index.side();
    CsvColumns columns = index.columns();
    id = columns.place("article_id");
    collection = columns.place("collection");
    path = columns.place("source_path");
    entry = columns.place("entry_name");
    publisher = columns.place("publisher");
    headline = columns.place("headline");
    this.fields = fields.places(columns);
    CsvColumns quoteColumns = index.quoteColumns();
    CsvColumns rejectionColumns = index.rejectionColumns();
    articles = new RowsByPlace(side.articles(), columns, side.guarded());
    @Nullable RowsByPlace opened = null;
    try {
      opened =
          quoteColumns == null
              ? null
              : new RowsByPlace(side.quotes(), quoteColumns, side.guarded());
      quotes = opened;
      rejections =
          rejectionColumns == null
              ? null
              : new RowsByPlace(side.rejections(), rejectionColumns, side.guarded());
    } catch (IOException | RuntimeException e) {
      articles.close();
      if (opened != null) {
        opened.close();
      }
      throw e;
    }
  }

  Cells article(Span span) throws IOException {
    return articles.row(span);
  }

  List<String> quotes(Span span) throws IOException {
    return QuoteTexts.read(quotes, span);
  }

  /** Why something was rejected: {@code REASON: message}; empty if it was not. */
  String rejection(Span span) throws IOException {
    if (rejections == null || span.isEmpty()) {
      return "";
    }
    Cells cells = rejections.row(span);
    String reason = cells.text(rejections.columns().place("reason"));
    String message = cells.text(rejections.columns().place("message"));
    return message.isEmpty() ? reason : reason + ": " + message;
  }

  @Override
  public void close() throws IOException {
    try {
      articles.close();
      if (quotes != null) {
        quotes.close();
      }
    } finally {
      if (rejections != null) {
        rejections.close();
      }
    }
  }
}
