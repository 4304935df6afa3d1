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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans a run: walks the input, leaves out what the ledger knows unchanged, and freezes the rest as
 * a manifest, cut into partitions.
 *
 * <p>Walk and ledger are two sorted streams that are merged, so memory does not grow with the
 * archive.
 */
public final class ManifestPlanner {

  /** Most partitions of a run: each costs rows of job state and three part files. */
  static final int MAX_PARTITIONS = 1_000;

  private final int partitionFiles;
  private final long partitionBytes;

  /**
   * A planner that cuts partitions at so many files or so many bytes, whichever comes first.
   *
   * @param partitionFiles files a partition
   * @param partitionBytes bytes a partition
   */
  public ManifestPlanner(int partitionFiles, long partitionBytes) {
    this.partitionFiles = partitionFiles;
    this.partitionBytes = partitionBytes;
  }

  /**
   * A piece of the manifest.
   *
   * @param number its place, from 0
   * @param offset byte of the manifest where its first line starts
   * @param files how many files it has
   */
  public record Partition(int number, long offset, long files) {}

  /**
   * What was planned.
   *
   * @param sha256 hash of the manifest
   * @param files files in it
   * @param bytes their sizes added up
   * @param unchanged files left out because the ledger knows them unchanged
   * @param ignored entries of the input that are no documents by their nature, by kind
   */
  public record Plan(
      String sha256,
      long files,
      long bytes,
      long unchanged,
      Map<String, Long> ignored,
      List<Partition> partitions) {
    public Plan {
      ignored = new TreeMap<>(ignored);
      partitions = List.copyOf(partitions);
    }
  }

  /**
   * Writes the manifest, replacing one that an interrupted planning left behind, and forces it to
   * the disk.
   *
   * @param roots the input
   * @param ledger what is known, in {@link ManifestOrder}
   * @param full whether files that the ledger knows unchanged are read as well
   * @param manifest where to write
   */
  public Plan plan(List<InputRoot> roots, Iterator<KnownFile> ledger, boolean full, Path manifest)
      throws IOException {
    Path draft = manifest.resolveSibling(manifest.getFileName() + ".draft");
    MessageDigest digest = Hashes.sha256();
    InputWalk walk = new InputWalk(roots);
    LedgerMerge known = new LedgerMerge(ledger);
    long files = 0;
    long bytes = 0;
    long unchanged = 0;
    try (FileChannel channel =
            FileChannel.open(
                draft,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out =
            new DigestOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest)) {
      for (FoundFile found = walk.next(); found != null; found = walk.next()) {
        KnownFile old = known.find(found);
        if (old != null && !full && isUnchanged(found, old)) {
          unchanged++;
          continue;
        }
        ManifestFile file =
            new ManifestFile(
                files,
                found.collection(),
                found.sourcePath(),
                found.sizeBytes(),
                found.modifiedNanos(),
                found.unreadable(),
                old == null ? null : old.key());
        out.write(Manifest.line(file).getBytes(StandardCharsets.UTF_8));
        files++;
        bytes += found.sizeBytes();
      }
      out.flush();
      channel.force(true);
    }
    Files.move(
        draft, manifest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new Plan(
        HexFormat.of().formatHex(digest.digest()),
        files,
        bytes,
        unchanged,
        walk.ignored(),
        partitions(manifest, files, bytes));
  }

  private static boolean isUnchanged(FoundFile found, KnownFile old) {
    return !old.retry()
        && found.sizeBytes() == old.sizeBytes()
        && found.modifiedNanos() == old.modifiedNanos();
  }

  private List<Partition> partitions(Path manifest, long files, long bytes) throws IOException {
    long cuts = files / partitionFiles + bytes / partitionBytes + 1;
    // A cut by files has used that measure up, and two cuts by bytes have used up that one, so
    // scaling both keeps the number in bounds.
    long scale = (2 * cuts + MAX_PARTITIONS - 2) / (MAX_PARTITIONS - 1);
    PartitionCutter cutter = new PartitionCutter(partitionFiles * scale, partitionBytes * scale);
    try (Manifest.Reader reader = Manifest.open(manifest, 0)) {
      for (ManifestFile file = reader.next(); file != null; file = reader.next()) {
        cutter.add(file);
      }
    }
    return cutter.finish();
  }

  private static final class PartitionCutter {
    private final long maxFiles;
    private final long maxBytes;
    private final List<Partition> done = new ArrayList<>();
    private long offset;
    private long start;
    private long files;
    private long bytes;

    PartitionCutter(long maxFiles, long maxBytes) {
      this.maxFiles = maxFiles;
      this.maxBytes = maxBytes;
    }

    void add(ManifestFile file) {
      if (files > 0 && (files >= maxFiles || bytes + file.sizeBytes() > maxBytes)) {
        cut();
      }
      files++;
      bytes += file.sizeBytes();
      offset += Manifest.line(file).getBytes(StandardCharsets.UTF_8).length;
    }

    private void cut() {
      done.add(new Partition(done.size(), start, files));
      start = offset;
      files = 0;
      bytes = 0;
    }

    List<Partition> finish() {
      if (files > 0) {
        cut();
      }
      return done;
    }
  }

  /** Walks along the ledger beside the walk through the input. */
  private static final class LedgerMerge {
    private final Iterator<KnownFile> ledger;
    private @Nullable KnownFile head;

    LedgerMerge(Iterator<KnownFile> ledger) {
      this.ledger = ledger;
      this.head = ledger.hasNext() ? ledger.next() : null;
    }

    @Nullable KnownFile find(FoundFile found) {
      while (head != null) {
        int order =
            ManifestOrder.compare(
                head.collection(), head.sourcePath(), found.collection(), found.sourcePath());
        if (order > 0) {
          return null;
        }
        KnownFile current = head;
        head = ledger.hasNext() ? ledger.next() : null;
        if (order == 0) {
          return current;
        }
      }
      return null;
    }
  }
}
