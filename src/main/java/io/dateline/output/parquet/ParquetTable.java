package io.dateline.output.parquet;

import io.dateline.output.PackagedTable;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * One of the tables in <a href="https://parquet.apache.org/docs/file-format/">Apache Parquet</a>,
 * packed with Zstandard: columns as {@code columns.tsv} has them, an empty cell null, text as it
 * was, without formula guard. Dates that may bear a time are text.
 *
 * <p>The same rows give the same bytes. Memory is that of one group of rows, whatever their number.
 * Not safe for use by several threads.
 */
public final class ParquetTable implements Closeable {

  /**
   * Bytes of the packed pages of a group of rows, which is held in memory until it is whole.
   * Readers work on several groups at a time; three tables have one each below the heap of 384 MiB.
   */
  private static final long GROUP_BYTES = 24L << 20;

  /** Rows of a group, at which one that packs well ends: readers share the work out by groups. */
  private static final int GROUP_ROWS = 100_000;

  /** The smallest and the largest body say nothing, and would be held for each page. */
  private static final String BODY = "article_body";

  private final ZstdPages codec = new ZstdPages();
  private final ParquetWriter<@Nullable Object[]> writer;
  private long rows;

  /** Begins a table; {@code out} stays open. */
  public ParquetTable(OutputStream out, PackagedTable table) throws IOException {
    List<ParquetColumn> columns = table.fields().stream().map(ParquetColumn::of).toList();
    MessageType schema =
        new MessageType(
            table.label(), columns.stream().map(column -> (Type) column.type()).toList());
    Builder builder =
        new Builder(new ByteSink(out), new Rows(columns, schema))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(codec)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(GROUP_BYTES)
            .withRowGroupRowCountLimit(GROUP_ROWS)
            // After each row: a thousand bodies of 16 MiB may follow a million short ones.
            .withMinRowCountForPageSizeCheck(1)
            .withMaxRowCountForPageSizeCheck(1);
    if (schema.containsField(BODY)) {
      builder.withStatisticsEnabled(BODY, false);
    }
    this.writer = builder.build();
  }

  /**
   * Appends a row.
   *
   * @param cells in the order of the columns; null or empty text for an empty cell
   * @throws IllegalArgumentException if a cell is none of its column
   */
  public void add(@Nullable Object[] cells) throws IOException {
    writer.write(cells);
    rows++;
  }

  /** Rows so far. */
  public long rows() {
    return rows;
  }

  /** Writes what is left. Nothing can be added afterwards. */
  public void finish() throws IOException {
    writer.close();
  }

  /** Gives memory back, whether the table is whole or not. */
  @Override
  public void close() {
    codec.release();
  }

  /** Turns cells into what the library's columns take. */
  private static final class Rows extends WriteSupport<@Nullable Object[]> {

    private final ParquetColumn[] columns;
    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    Rows(List<ParquetColumn> columns, MessageType schema) {
      this.columns = columns.toArray(ParquetColumn[]::new);
      this.schema = schema;
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    @SuppressWarnings("deprecation") // has to be there, and is not called
    public WriteContext init(Configuration configuration) {
      throw new UnsupportedOperationException("there is no Hadoop");
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(@Nullable Object[] cells) {
      RecordConsumer to = consumer;
      if (to == null || cells.length != columns.length) {
        throw new IllegalArgumentException("cells of another table: " + Arrays.toString(columns));
      }
      to.startMessage();
      for (int i = 0; i < columns.length; i++) {
        Object cell = cells[i];
        if (cell != null && !cell.equals("")) {
          to.startField(columns[i].name(), i);
          columns[i].write(cell, to);
          to.endField(columns[i].name(), i);
        }
      }
      to.endMessage();
    }
  }

  /** The library has builders for Hadoop's paths and for formats of records alone. */
  private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {

    private final Rows rows;

    Builder(OutputFile file, Rows rows) {
      super(file);
      this.rows = rows;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(
        @Nullable ParquetConfiguration configuration) {
      return rows;
    }

    @Override
    @SuppressWarnings("deprecation") // has to be there, and is not called
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
      throw new UnsupportedOperationException("there is no Hadoop");
    }
  }
}
