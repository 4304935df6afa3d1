package io.dateline.diff;

import io.dateline.article.EntryId;
import io.dateline.diff.rows.Cells;
import io.dateline.diff.rows.CsvColumns;
import io.dateline.diff.rows.CsvFileReader;
import io.dateline.diff.rows.RecordSorter;
import io.dateline.diff.rows.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads a side once and makes a small record of each article and rejection. */
final class SideIndexer {

  /** Rows between two looks whether somebody wants it to end. */
  private static final int CHECK_EVERY = 4_096;

  private static final int ID_DIGITS = 2 * Digests.BYTES;

  private final DiffSide side;
  private final Match match;
  private final ComparedFields fields;
  private final Runnable checkpoint;
  private final MessageDigest digest = Digests.sha256();
  private final Publishers publishers = new Publishers();

  /** The file of the row before: entries of a container follow each other. */
  private String file = "";

  private final byte[] fileKey = new byte[Digests.BYTES];

  private SideIndexer(DiffSide side, Match match, ComparedFields fields, Runnable checkpoint) {
    this.side = side;
    this.match = match;
    this.fields = fields;
    this.checkpoint = checkpoint;
  }

  /**
   * Reads a side.
   *
   * @param work start of the names of temporary files
   */
  static SideIndex index(
      DiffSide side, Match match, ComparedFields fields, Path work, Runnable checkpoint)
      throws IOException {
    RecordSorter articles =
        new RecordSorter(
            work.resolveSibling(work.getFileName() + "-articles.tmp"),
            ArticleRecord.BYTES,
            ArticleRecord.KEY_BYTES);
    RecordSorter rejections =
        new RecordSorter(
            work.resolveSibling(work.getFileName() + "-rejections.tmp"),
            RejectionRecord.BYTES,
            RejectionRecord.KEY_BYTES);
    try {
      return new SideIndexer(side, match, fields, checkpoint).index(articles, rejections);
    } catch (IOException | RuntimeException e) {
      articles.close();
      rejections.close();
      throw e;
    }
  }

  private SideIndex index(RecordSorter articles, RecordSorter rejections) throws IOException {
    CsvColumns columns;
    CsvColumns quoteColumns = null;
    try (CsvFileReader reader = CsvFileReader.open(side.articles(), side.guarded());
        QuoteWalk quotes = fields.hasQuotes() ? new QuoteWalk(side) : null) {
      columns = reader.columns();
      if (quotes != null) {
        quoteColumns = quotes.columns();
      }
      readArticles(reader, quotes, articles);
    }
    CsvColumns rejectionColumns = null;
    if (Files.isRegularFile(side.rejections())) {
      try (CsvFileReader reader = CsvFileReader.open(side.rejections(), side.guarded())) {
        rejectionColumns = reader.columns();
        readRejections(reader, rejections);
      }
    }
    return new SideIndex(
        side, columns, quoteColumns, rejectionColumns, articles, rejections, publishers);
  }

  private void readArticles(CsvFileReader reader, @Nullable QuoteWalk quotes, RecordSorter articles)
      throws IOException {
    CsvColumns columns = reader.columns();
    int id = columns.require("article_id");
    int collection = columns.place("collection");
    int path = columns.require("source_path");
    int publisher = columns.place("publisher");
    int key = columns.require(match.column());
    int[] places = fields.places(columns);
    byte[] record = new byte[ArticleRecord.BYTES];
    Cells cells = reader.cells();
    for (long ordinal = 0; reader.next(); ordinal++) {
      check(ordinal);
      String articleId = cells.text(id);
      setFile(cells.text(collection), cells.text(path));
      System.arraycopy(fileKey, 0, record, ArticleRecord.FILE, Digests.BYTES);
      setId(articleId, record, ArticleRecord.ID);
      setKey(cells, key, record);
      long filled = 0;
      for (int i = 0; i < places.length; i++) {
        filled |= cells.isEmpty(places[i]) ? 0 : 1L << i;
        cells.digest(places[i], digest);
      }
      Span spoken = quotes == null ? Span.NONE : quotes.take(articleId, digest);
      filled |= spoken.isEmpty() ? 0 : 1L << places.length;
      Digests.put(digest, record, ArticleRecord.CONTENT);
      ArticleRecord.set(
          record,
          ordinal,
          filled,
          publishers.number(cells.text(publisher)),
          new Span(reader.offset(), reader.length()),
          spoken);
      articles.add(record);
    }
    if (quotes != null) {
      quotes.finish();
    }
  }

  private void setKey(Cells cells, int key, byte[] record) {
    if (match == Match.ID) {
      System.arraycopy(record, ArticleRecord.FILE, record, ArticleRecord.FIRST, Digests.BYTES);
      System.arraycopy(record, ArticleRecord.ID, record, ArticleRecord.SECOND, Digests.BYTES);
    } else if (cells.isEmpty(key)) {
      Arrays.fill(record, ArticleRecord.FIRST, ArticleRecord.SECOND, (byte) 0);
    } else {
      cells.digest(key, digest);
      Digests.put(digest, record, ArticleRecord.FIRST);
    }
  }

  private void readRejections(CsvFileReader reader, RecordSorter rejections) throws IOException {
    CsvColumns columns = reader.columns();
    int collection = columns.place("collection");
    int path = columns.require("source_path");
    int entry = columns.place("entry_name");
    byte[] record = new byte[RejectionRecord.BYTES];
    Cells cells = reader.cells();
    for (long ordinal = 0; reader.next(); ordinal++) {
      check(ordinal);
      String ofCollection = cells.text(collection);
      String ofPath = cells.text(path);
      setFile(ofCollection, ofPath);
      System.arraycopy(fileKey, 0, record, RejectionRecord.FILE, Digests.BYTES);
      if (cells.isEmpty(entry)) {
        Arrays.fill(record, RejectionRecord.ID, RejectionRecord.ID + Digests.BYTES, (byte) 0);
      } else {
        setId(
            new EntryId(ofCollection, ofPath, cells.text(entry)).articleId(),
            record,
            RejectionRecord.ID);
      }
      RejectionRecord.set(record, ordinal, new Span(reader.offset(), reader.length()));
      rejections.add(record);
    }
  }

  private void check(long ordinal) {
    if (ordinal % CHECK_EVERY == 0) {
      checkpoint.run();
    }
  }

  private void setFile(String collection, String path) {
    String name = collection + '\0' + path;
    if (!name.equals(file)) {
      file = name;
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      Digests.put(digest, fileKey, 0);
    }
  }

  /** An id of ours is a digest already; whatever else stands there becomes one. */
  private void setId(String articleId, byte[] record, int at) {
    if (articleId.length() == ID_DIGITS) {
      try {
        System.arraycopy(HexFormat.of().parseHex(articleId), 0, record, at, Digests.BYTES);
        return;
      } catch (IllegalArgumentException e) {
        // Of another program.
      }
    }
    digest.update(articleId.getBytes(StandardCharsets.UTF_8));
    Digests.put(digest, record, at);
  }
}
