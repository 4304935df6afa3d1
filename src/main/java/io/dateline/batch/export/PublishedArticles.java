package io.dateline.batch.export;

import io.dateline.batch.publish.CsvFile;
import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.output.CsvTable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The articles.csv of one published run, from which rows are copied. Not safe for use by several
 * threads.
 *
 * <p>Nobody changes a published folder; that it was changed all the same shows by the file's
 * length, by the id at the start of each row, the line end behind it, and the number of rows. Bytes
 * changed inside a cell would cost hashing the whole file to find.
 */
final class PublishedArticles implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  /** Hex digits of an article's id. */
  private static final int ID_BYTES = 32;

  /** An id, a comma and a line end. */
  private static final int MIN_ROW_BYTES = ID_BYTES + 3;

  /** Longest header row that is believed. */
  private static final long MAX_HEADER_BYTES = 1 << 16;

  private final Path folder;
  private final FileChannel channel;
  private final long[] offsets;
  private @Nullable ByteBuffer buffer;
  private @Nullable RowTranslation translation;
  private boolean today;

  private PublishedArticles(Path folder, FileChannel channel, long[] offsets) {
    this.folder = folder;
    this.channel = channel;
    this.offsets = offsets;
  }

  /**
   * Where a run's rows are in its file.
   *
   * @param offsets of the partitions' first rows, by the partitions' numbers; the first is the
   *     header's length
   * @param bytes length of the file
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Layout(long[] offsets, long bytes) {}

  /**
   * Opens the file of a run.
   *
   * @param header the header row of today, with its line end
   * @param guarded whether the run guarded text cells
   * @param guard whether they are to be guarded
   * @throws RunFailure of kind IO if the folder is gone, was changed or cannot be read
   */
  static PublishedArticles open(
      Path folder, Layout layout, byte[] header, boolean guarded, boolean guard) {
    Path file = folder.resolve("articles.csv");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw failure(folder, "is gone, or its articles.csv", e);
    } catch (IOException e) {
      throw failure(folder, "cannot be read (" + IoReason.of(e) + ")", e);
    }
    PublishedArticles articles = new PublishedArticles(folder, channel, layout.offsets());
    try {
      articles.readHeader(layout, header, guarded, guard);
      return articles;
    } catch (RuntimeException e) {
      articles.close();
      throw e;
    }
  }

  private void readHeader(Layout layout, byte[] header, boolean guarded, boolean guard) {
    try {
      if (offsets.length == 0
          || offsets[0] < 0
          || offsets[0] > MAX_HEADER_BYTES
          || channel.size() != layout.bytes()) {
        throw changed("articles.csv has another length", null);
      }
      byte[] own = read(0, (int) offsets[0]);
      today = Arrays.equals(own, header) && guarded == guard;
      translation = new RowTranslation(new String(own, StandardCharsets.UTF_8), guarded, guard);
    } catch (IOException e) {
      throw changed(IoReason.of(e), e);
    }
  }

  /**
   * Appends rows, in the order in which they are given.
   *
   * @return how many bytes each came to
   */
  long[] copy(List<ArticlePlace> rows, CsvFile to) throws IOException {
    if (!today) {
      long[] lengths = new long[rows.size()];
      for (int i = 0; i < lengths.length; i++) {
        byte[] row = RowTranslation.row(cells(rows.get(i))).getBytes(StandardCharsets.UTF_8);
        to.write(row, 0, row.length);
        lengths[i] = row.length;
      }
      return lengths;
    }
    for (int from = 0; from < rows.size(); ) {
      int end = from + 1;
      while (end < rows.size()
          && position(rows.get(end)) == position(rows.get(end - 1)) + rows.get(end - 1).bytes()) {
        end++;
      }
      copyAdjacent(rows.subList(from, end), to);
      from = end;
    }
    return rows.stream().mapToLong(ArticlePlace::bytes).toArray();
  }

  private void copyAdjacent(List<ArticlePlace> rows, CsvFile to) throws IOException {
    long rowsBefore = to.rows();
    long position = position(rows.get(0));
    long left = rows.stream().mapToLong(ArticlePlace::bytes).sum();
    int row = 0;
    long inRow = 0;
    while (left > 0) {
      int length = fill(position, (int) Math.min(left, BUFFER_BYTES));
      for (int at = 0; at < length; ) {
        ArticlePlace place = rows.get(row);
        int part = (int) Math.min(length - at, place.bytes() - inRow);
        check(place, inRow, at, part);
        at += part;
        inRow += part;
        if (inRow == place.bytes()) {
          row++;
          inRow = 0;
        }
      }
      to.write(buffer().array(), 0, length);
      position += length;
      left -= length;
    }
    if (to.rows() - rowsBefore != rows.size()) {
      throw changed("a row of articles.csv is not one row", null);
    }
  }

  /** One row as it is written today, without its line end. */
  String row(ArticlePlace place) {
    String row = today ? text(place) : RowTranslation.row(cells(place));
    if (!row.startsWith(place.articleId() + ",")) {
      throw moved();
    }
    return row.substring(0, row.length() - CsvTable.FORMAT.getRecordSeparator().length());
  }

  /** The cells of a row in the order of today's columns, guarded if they are to be. */
  List<String> cells(ArticlePlace place) {
    List<String> cells;
    try {
      cells = Objects.requireNonNull(translation, "it is open").cells(text(place));
    } catch (IOException e) {
      throw changed(IoReason.of(e), e);
    }
    if (!cells.get(0).equals(place.articleId())) {
      throw moved();
    }
    return cells;
  }

  /** A row as it stands in the file. */
  private String text(ArticlePlace place) {
    if (place.bytes() > Integer.MAX_VALUE - 8) {
      throw changed("a row of articles.csv is too long", null);
    }
    String row = new String(read(position(place), (int) place.bytes()), StandardCharsets.UTF_8);
    if (!row.endsWith(CsvTable.FORMAT.getRecordSeparator())) {
      throw moved();
    }
    return row;
  }

  private RunFailure moved() {
    return changed("a row of articles.csv is not where it was", null);
  }

  /**
   * Checks a part of a row that stands in the buffer: its id and its line end, so far as they do.
   */
  private void check(ArticlePlace place, long inRow, int at, int length) {
    byte[] bytes = buffer().array();
    for (long i = inRow; i <= ID_BYTES && i < inRow + length; i++) {
      int due = i == ID_BYTES ? ',' : place.articleId().charAt((int) i);
      if (bytes[(int) (at + i - inRow)] != due) {
        throw changed("a row of articles.csv is not where it was", null);
      }
    }
    for (long i = Math.max(inRow, place.bytes() - 2); i < inRow + length; i++) {
      if (bytes[(int) (at + i - inRow)] != (i == place.bytes() - 1 ? '\n' : '\r')) {
        throw changed("a row of articles.csv does not end where it did", null);
      }
    }
  }

  private long position(ArticlePlace place) {
    if (place.bytes() < MIN_ROW_BYTES || place.partition() >= offsets.length) {
      throw changed("articles.csv does not fit the database", null);
    }
    return offsets[place.partition()] + place.offset();
  }

  /** Only for whoever copies many rows. */
  private ByteBuffer buffer() {
    ByteBuffer made = buffer == null ? ByteBuffer.allocate(BUFFER_BYTES) : buffer;
    buffer = made;
    return made;
  }

  private byte[] read(long position, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    readFully(bytes, position);
    return bytes.array();
  }

  private int fill(long position, int length) {
    ByteBuffer bytes = buffer();
    bytes.clear().limit(length);
    readFully(bytes, position);
    return length;
  }

  private void readFully(ByteBuffer bytes, long position) {
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        int read = channel.read(bytes, at);
        if (read < 0) {
          throw changed("articles.csv ends too early", null);
        }
        at += read;
      }
    } catch (IOException e) {
      throw failure(folder, "cannot be read (" + IoReason.of(e) + ")", e);
    }
  }

  /** The failure of a file whose rows are not what they were. */
  RunFailure changed(String how, @Nullable Throwable cause) {
    return failure(folder, "was changed (" + how + ")", cause);
  }

  private static RunFailure failure(Path folder, String what, @Nullable Throwable cause) {
    return new RunFailure(
        RunFailure.Kind.IO,
        "The published folder "
            + folder
            + " "
            + what
            + ", and the bodies of its articles stand nowhere else; put it back as it was, or let"
            + " `run --full` read the articles again.",
        cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(folder, "cannot be read (" + IoReason.of(e) + ")", e);
    }
  }
}
