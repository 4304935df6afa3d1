package io.dateline.batch.poison;

import io.dateline.batch.run.FolderSync;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The documents of a run that were in flight when its process ran out of memory, as a file: a line
 * each, the file's number, its partition and the verdict, separated by tabs.
 *
 * <p>Immutable.
 */
final class Suspects {

  /** What is held against a document. */
  enum Verdict {
    /** It was in flight, and may be innocent: its partition is to be processed alone. */
    SUSPECT,
    /** It was in flight alone. It is not to be read. */
    POISON
  }

  private record Entry(int partition, Verdict verdict) {}

  private final Map<Long, Entry> entries;

  private Suspects(Map<Long, Entry> entries) {
    this.entries = entries;
  }

  /** The suspects in a file; none if there is no such file. */
  static Suspects read(Path file) throws IOException {
    Map<Long, Entry> entries = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.split("\t", 3);
        entries.put(
            Long.valueOf(fields[0]),
            new Entry(Integer.parseInt(fields[1]), Verdict.valueOf(fields[2])));
      }
    } catch (NoSuchFileException e) {
      return new Suspects(entries);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(file + " is damaged; remove it", e);
    }
    return new Suspects(entries);
  }

  /** These and those that were in flight at another death. */
  Suspects plus(Collection<Position> inFlight) {
    Map<Long, Entry> all = new TreeMap<>(entries);
    for (Position document : inFlight) {
      Verdict verdict = document.alone() ? Verdict.POISON : Verdict.SUSPECT;
      all.merge(
          document.fileNumber(),
          new Entry(document.partition(), verdict),
          // A poisoned one is not read again, so that no later death can be its fault.
          (old, more) -> old.verdict() == Verdict.POISON ? old : more);
    }
    return new Suspects(all);
  }

  /** Writes them, on the disk and in place when it returns. */
  void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    String lines =
        entries.entrySet().stream()
            .map(
                e ->
                    e.getKey()
                        + "\t"
                        + e.getValue().partition()
                        + "\t"
                        + e.getValue().verdict()
                        + "\n")
            .collect(Collectors.joining());
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    FolderSync.force(Objects.requireNonNull(file.getParent()));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether a document is not to be read. */
  boolean isPoison(long fileNumber) {
    Entry entry = entries.get(fileNumber);
    return entry != null && entry.verdict() == Verdict.POISON;
  }

  /** The partitions that are to be processed alone: there the process ran out of memory. */
  Set<Integer> partitions() {
    return entries.values().stream().map(Entry::partition).collect(Collectors.toUnmodifiableSet());
  }
}
