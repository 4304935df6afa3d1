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
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a run that were in flight when its process ran out of memory, as a file: a line
 * each, the file's number, its partition, the verdict and the document's place in the file,
 * separated by tabs. Without a place, as an older program wrote it, it is the first.
 *
 * <p>Immutable.
 */
final class Suspects {

  /** What is held against a document. */
  enum Verdict {
    /** It was in flight, and may be innocent: its partition is to be processed alone. */
    SUSPECT,
    /** It was in flight alone. It is not to be read. */
    POISON,
    /** Not even passing it over was possible. Its file is not to be opened. */
    CLOSED
  }

  private record Key(long fileNumber, long entry) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparingLong(Key::fileNumber)
          .thenComparingLong(Key::entry)
          .compare(this, other);
    }
  }

  private record Entry(int partition, Verdict verdict) {
    Entry orWorse(Entry other) {
      return other.verdict().compareTo(verdict) > 0 ? other : this;
    }
  }

  private final NavigableMap<Key, Entry> entries;

  private Suspects(NavigableMap<Key, Entry> entries) {
    this.entries = entries;
  }

  /** The suspects in a file; none if there is no such file. */
  static Suspects read(Path file) throws IOException {
    NavigableMap<Key, Entry> entries = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.split("\t", 4);
        entries.put(
            new Key(Long.parseLong(fields[0]), fields.length < 4 ? 0 : Long.parseLong(fields[3])),
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
    NavigableMap<Key, Entry> all = new TreeMap<>(entries);
    for (Position document : inFlight) {
      // A poisoned one is not read again, so that no later death can be its fault: only passing it
      // over can make it worse.
      all.merge(
          new Key(document.fileNumber(), document.entry()),
          new Entry(document.partition(), verdict(document)),
          Entry::orWorse);
    }
    return new Suspects(all);
  }

  private static Verdict verdict(Position document) {
    if (!document.alone()) {
      return Verdict.SUSPECT;
    }
    return document.passing() ? Verdict.CLOSED : Verdict.POISON;
  }

  /** Writes them, on the disk and in place when it returns. */
  void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    String lines =
        entries.entrySet().stream()
            .map(
                e ->
                    e.getKey().fileNumber()
                        + "\t"
                        + e.getValue().partition()
                        + "\t"
                        + e.getValue().verdict()
                        + "\t"
                        + e.getKey().entry()
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

  /** What is held against a document, or null. */
  @Nullable Verdict of(long fileNumber, long entry) {
    Entry known = entries.get(new Key(fileNumber, entry));
    return known == null ? null : known.verdict();
  }

  /** Whether a partition has such a document at this place or behind it. */
  boolean isAhead(int partition, long fileNumber, long entry) {
    return entries.tailMap(new Key(fileNumber, entry), true).values().stream()
        .anyMatch(known -> known.partition() == partition);
  }

  /** The partitions that are to be processed alone: there the process ran out of memory. */
  Set<Integer> partitions() {
    return entries.values().stream().map(Entry::partition).collect(Collectors.toUnmodifiableSet());
  }
}
