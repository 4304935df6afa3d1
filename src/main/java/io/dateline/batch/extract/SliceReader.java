package io.dateline.batch.extract;

import io.dateline.batch.run.PartitionState;
import io.dateline.source.DocumentReader;
import io.dateline.source.ManifestFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Hands out the entries of one partition of the frozen manifest, a slice at a time. Each slice is
 * to be processed before the next is asked for.
 *
 * <p>Where to go on it takes from the partition's own row, as the writer does.
 */
public class SliceReader implements ItemStreamReader<EntrySlice> {

  private final Path manifest;
  private final PartitionState partition;
  private final DocumentReader reader;
  private final Limit limit;
  private @Nullable PartitionEntries entries;

  /** Says how many entries a slice may have. */
  @FunctionalInterface
  public interface Limit {

    /** Most entries of the slice that begins with this entry of a file. */
    int at(ManifestFile file, long entry);
  }

  /** A reader of a partition. */
  public SliceReader(Path manifest, PartitionState partition, DocumentReader reader, Limit limit) {
    this.manifest = manifest;
    this.partition = partition;
    this.reader = reader;
    this.limit = limit;
  }

  @Override
  public void open(ExecutionContext state) {
    try {
      entries = PartitionEntries.open(manifest, partition, reader);
    } catch (IOException e) {
      throw new ItemStreamException("Cannot read the manifest " + manifest, e);
    }
  }

  @Override
  public @Nullable EntrySlice read() throws IOException {
    PartitionEntries opened = entries;
    if (opened == null) {
      return null;
    }
    ManifestFile file = opened.file();
    return file == null ? null : new EntrySlice(opened, limit.at(file, opened.entryNumber()));
  }

  @Override
  public void close() {
    PartitionEntries opened = entries;
    entries = null;
    try {
      if (opened != null) {
        opened.close();
      }
    } catch (IOException e) {
      throw new ItemStreamException("Cannot close what was read by " + manifest, e);
    }
  }
}
