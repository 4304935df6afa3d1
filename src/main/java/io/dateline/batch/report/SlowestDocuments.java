package io.dateline.batch.report;

import io.dateline.article.EntryId;
import io.dateline.batch.journal.JournalFile;
import io.dateline.batch.run.PartitionName;
import io.dateline.summary.report.SlowDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of a partition that took longest, kept beside its part files until the run is
 * published. They show in the report alone: times are not the same twice. Fails no run; what cannot
 * be written or read is left out. Not safe for use by several threads.
 */
public final class SlowestDocuments {

  /** Documents that are kept, of a partition and of a run. */
  static final int MOST = 10;

  private static final Logger log = LoggerFactory.getLogger(SlowestDocuments.class);

  private static final String PREFIX = "slowest.";

  private static final double NANOS_PER_SECOND = 1e9;

  private static final Comparator<SlowDocument> SLOWEST_FIRST =
      Comparator.comparingDouble(SlowDocument::seconds)
          .reversed()
          .thenComparing(SlowDocument::sourcePath)
          .thenComparing(SlowDocument::entryName);

  /** A file of them. */
  private record Kept(@Nullable List<SlowDocument> documents) {}

  private final PriorityQueue<SlowDocument> slowest =
      new PriorityQueue<>(MOST + 1, SLOWEST_FIRST.reversed());

  /**
   * Where those of a partition go.
   *
   * @param attempt name that no other attempt at this partition has
   */
  public static Path file(Path work, int partition, String attempt) {
    return work.resolve(PREFIX + PartitionName.of(partition) + ".a" + attempt);
  }

  /** Whether a document that took so long would be kept. */
  public boolean wants(long nanos) {
    SlowDocument least = slowest.peek();
    return nanos > 0
        && (slowest.size() < MOST || least == null || nanos / NANOS_PER_SECOND > least.seconds());
  }

  /** Keeps a document. */
  public void add(long nanos, long bytes, EntryId id, String outcome) {
    slowest.add(
        new SlowDocument(
            nanos / NANOS_PER_SECOND, bytes, id.sourcePath(), id.entryName(), outcome));
    if (slowest.size() > MOST) {
      slowest.remove();
    }
  }

  /** Writes what is kept, if anything is. */
  public void write(Path file) {
    if (slowest.isEmpty()) {
      return;
    }
    try {
      JournalFile.replaceInFolder(file, new Kept(List.copyOf(slowest)));
    } catch (IOException e) {
      log.info("The report will lack the slowest documents of {}: {}", file, e.getMessage());
    }
  }

  /** The slowest of all partitions, the slowest first. */
  static List<SlowDocument> in(Path work) throws IOException {
    List<SlowDocument> documents = new ArrayList<>();
    if (!Files.isDirectory(work)) {
      return documents;
    }
    try (Stream<Path> entries = Files.list(work)) {
      for (Path file : entries.filter(SlowestDocuments::isOurs).toList()) {
        try {
          List<SlowDocument> kept = JournalFile.read(file, Kept.class).documents();
          if (kept != null) {
            documents.addAll(kept);
          }
        } catch (IOException e) {
          log.info("The report leaves {} out: {}", file, e.getMessage());
        }
      }
    }
    // What a chunk that was rolled back had read is read again by the next attempt.
    Set<String> seen = new HashSet<>();
    return documents.stream()
        .sorted(SLOWEST_FIRST)
        .filter(d -> seen.add(d.sourcePath() + '\0' + d.entryName()))
        .limit(MOST)
        .toList();
  }

  private static boolean isOurs(Path file) {
    return String.valueOf(file.getFileName()).startsWith(PREFIX);
  }
}
