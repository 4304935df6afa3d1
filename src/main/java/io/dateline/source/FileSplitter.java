package io.dateline.source;

import io.dateline.source.container.Containers;
import io.dateline.source.container.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts large containers into parts, where their formats allow. A file is hashed on this occasion:
 * once for all parts, none of which reads all of it.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class FileSplitter {

  private final InputFiles files;
  private final Containers containers;
  private final Runnable between;

  /**
   * A splitter of files below these roots.
   *
   * @param between called now and then; may throw to end the search
   */
  public FileSplitter(
      List<InputRoot> roots, Selection selection, Containers containers, Runnable between) {
    this.files = new InputFiles(roots, selection);
    this.containers = containers;
    this.between = between;
  }

  /**
   * The parts of a file; none if it is read as a whole, as it is if it cannot be looked at: why, is
   * told where it is read.
   *
   * @param bytes packed bytes of a part, as near as the file's members allow
   * @throws IOException if no file could be read just now, whichever it was
   */
  List<FileSplit> split(ManifestFile file, long bytes) throws IOException {
    Watch watch = new Watch();
    try {
      Path path = files.path(file);
      if (file.unreadable() != null || !InputFiles.isAsPlanned(file, path)) {
        return List.of();
      }
      List<Split> splits = containers.split(path, bytes, watch);
      return splits.isEmpty() ? List.of() : FileSplit.of(splits, Hashes.ofFile(path, watch));
    } catch (IOException e) {
      if (Shortage.isCauseOf(e)) {
        throw e;
      }
      return List.of();
    } catch (StackOverflowError e) {
      return List.of();
    } catch (RuntimeException e) {
      if (watch.ended) {
        throw e;
      }
      // Bytes that nobody foresaw met a defect of a format's reader; whoever reads them tells.
      return List.of();
    }
  }

  /** Tells an end that was asked for from a defect. */
  private final class Watch implements Runnable {
    private boolean ended;

    @Override
    public void run() {
      ended = true;
      between.run();
      ended = false;
    }
  }
}
