package io.dateline.batch.export;

import io.dateline.batch.publish.HashedFile;
import io.dateline.batch.run.JoinedFile;
import io.dateline.output.FileForm;
import io.dateline.output.PackagedTable;
import io.dateline.output.parquet.ParquetTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tables as Parquet. Not safe for use by several threads. */
final class ParquetTables implements ArchiveTables {

  private record Open(HashedFile file, ParquetTable table) {}

  private final Map<PackagedTable, Open> tables = new EnumMap<>(PackagedTable.class);

  ParquetTables(Path folder, boolean withRejections) throws IOException {
    for (PackagedTable table : PackagedTable.values()) {
      if (table != PackagedTable.REJECTIONS || withRejections) {
        HashedFile file = new HashedFile(folder.resolve(FileForm.PARQUET.fileName(table)));
        tables.put(table, new Open(file, new ParquetTable(file, table)));
      }
    }
  }

  @Override
  public long[] articles(PublishedArticles of, List<ArticlePlace> places) throws IOException {
    ParquetTable articles = table(PackagedTable.ARTICLES);
    for (ArticlePlace place : places) {
      try {
        articles.add(of.cells(place).toArray());
      } catch (IllegalArgumentException e) {
        throw of.changed("a cell of articles.csv is not what its column holds", e);
      }
    }
    return new long[places.size()];
  }

  @Override
  public void quote(@Nullable Object[] cells) throws IOException {
    table(PackagedTable.QUOTES).add(cells);
  }

  @Override
  public void rejection(@Nullable Object[] cells) throws IOException {
    table(PackagedTable.REJECTIONS).add(cells);
  }

  private ParquetTable table(PackagedTable table) {
    return Objects.requireNonNull(tables.get(table), "it has a file").table();
  }

  @Override
  public Map<String, JoinedFile> finish() throws IOException {
    Map<String, JoinedFile> files = new LinkedHashMap<>();
    for (Map.Entry<PackagedTable, Open> entry : tables.entrySet()) {
      HashedFile file = entry.getValue().file();
      ParquetTable table = entry.getValue().table();
      table.finish();
      file.force();
      files.put(
          FileForm.PARQUET.fileName(entry.getKey()),
          new JoinedFile(table.rows(), file.bytes(), file.sha256()));
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    for (Open open : tables.values()) {
      open.table().close();
      open.file().close();
    }
  }
}
