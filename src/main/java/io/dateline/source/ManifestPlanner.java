package io.dateline.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans a run: freezes what is to be read as a manifest, and cuts it into partitions.
 *
 * <p>Walk and ledger are two sorted streams that are merged, so memory does not grow with the
 * archive.
 */
public final class ManifestPlanner {

  /** Most partitions of a run: each costs rows of job state and three part files. */
  static final int MAX_PARTITIONS = 1_000;

  private final int partitionFiles;
  private final long partitionBytes;
  private final FileSplitter splitter;

  /**
   * A planner that cuts partitions at so many files or so many bytes, whichever comes first.
   *
   * @param partitionFiles files a partition
   * @param partitionBytes bytes a partition
   * @param splitter cuts files that are longer
   */
  public ManifestPlanner(int partitionFiles, long partitionBytes, FileSplitter splitter) {
    this.partitionFiles = partitionFiles;
    this.partitionBytes = partitionBytes;
    this.splitter = splitter;
  }

  /**
   * A piece of the manifest.
   *
   * @param number its place, from 0
   * @param offset byte of the manifest where its first line starts
   * @param files how many files it has
   * @param split what of its one file it is; null if it has all of its files
   */
  public record Partition(int number, long offset, long files, @Nullable FileSplit split) {}

  /**
   * What was planned.
   *
   * @param sha256 hash of the manifest
   */
  public record Plan(String sha256, PlanTally tally, List<Partition> partitions) {
    public Plan {
      partitions = List.copyOf(partitions);
    }
  }

  /**
   * Writes the manifest, replacing one that an interrupted planning left behind, and forces it to
   * the disk.
   *
   * @param ledger what is known, in {@link ManifestOrder}
   * @param changes hears of files that are gone or were merely touched
   * @param manifest where to write
   * @param betweenFiles called between two files of the input; may throw to end the planning
   */
  public Plan plan(
      PlanRequest request,
      Iterator<KnownFile> ledger,
      LedgerChanges changes,
      Path manifest,
      Runnable betweenFiles)
      throws IOException {
    Path draft = manifest.resolveSibling(manifest.getFileName() + ".draft");
    MessageDigest digest = Hashes.sha256();
    InputComparison comparison = new InputComparison(request, ledger, changes, betweenFiles);
    long largeBytes = 0;
    try (FileChannel channel =
            FileChannel.open(
                draft,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out =
            new DigestOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest)) {
      for (ManifestFile file = comparison.next(); file != null; file = comparison.next()) {
        out.write(Manifest.line(file).getBytes(StandardCharsets.UTF_8));
        if (PartitionCutter.isLarge(file, PartitionCutter.partBytes(partitionBytes))) {
          largeBytes += file.sizeBytes();
        }
      }
      out.flush();
      channel.force(true);
    }
    Files.move(
        draft, manifest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    PlanTally tally = comparison.tally();
    return new Plan(
        HexFormat.of().formatHex(digest.digest()), tally, partitions(manifest, tally, largeBytes));
  }

  private List<Partition> partitions(Path manifest, PlanTally tally, long largeBytes)
      throws IOException {
    long part = PartitionCutter.partBytes(partitionBytes);
    long cuts =
        tally.files() / partitionFiles + tally.bytes() / partitionBytes + largeBytes / part + 1;
    // A cut by files has used that measure up, and two cuts by bytes have used up that one, so
    // scaling both keeps the number in bounds; which large files are read in parts shows later.
    long scale = (2 * cuts + MAX_PARTITIONS - 2) / (MAX_PARTITIONS - 1);
    PartitionCutter cutter =
        new PartitionCutter(partitionFiles * scale, partitionBytes * scale, splitter);
    try (Manifest.Reader reader = Manifest.open(manifest, 0)) {
      for (ManifestFile file = reader.next(); file != null; file = reader.next()) {
        cutter.add(file);
      }
    }
    return cutter.finish();
  }
}
