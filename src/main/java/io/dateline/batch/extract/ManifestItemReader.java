package io.dateline.batch.extract;

import io.dateline.batch.run.PartitionState;
import io.dateline.source.Manifest;
import io.dateline.source.ManifestFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Hands out the files of one partition of the frozen manifest.
 *
 * <p>It reads names and not contents: a chunk then holds what was extracted from its documents, not
 * the documents. Where to go on it takes from the partition's own row, as the writer does.
 */
public class ManifestItemReader implements ItemStreamReader<ManifestFile> {

  private final Path manifest;
  private final PartitionState partition;
  private Manifest.@Nullable Reader reader;
  private long read;
  private boolean givenBack;

  public ManifestItemReader(Path manifest, PartitionState partition) {
    this.manifest = manifest;
    this.partition = partition;
  }

  @Override
  public void open(ExecutionContext state) {
    try {
      Manifest.Reader opened = Manifest.open(manifest, partition.manifestOffset());
      reader = opened;
      // Each file is one entry.
      for (read = 0; read < partition.counts().entries(); read++) {
        opened.next();
      }
    } catch (IOException e) {
      throw new ItemStreamException("Cannot read the manifest " + manifest, e);
    }
  }

  @Override
  public @Nullable ManifestFile read() throws IOException {
    if (givenBack) {
      throw new IllegalStateException("the step was cut short, and may not go on");
    }
    if (reader == null || read >= partition.files()) {
      return null;
    }
    ManifestFile file = reader.next();
    if (file == null) {
      throw new IOException("The manifest " + manifest + " ends too early");
    }
    read++;
    return file;
  }

  /**
   * Takes the last file back that was handed out and not taken back: the next attempt reads it.
   * This one may read no more.
   */
  public void giveBack() {
    givenBack = true;
    read--;
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new ItemStreamException("Cannot close the manifest " + manifest, e);
    }
  }
}
