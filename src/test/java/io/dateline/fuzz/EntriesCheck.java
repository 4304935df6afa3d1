package io.dateline.fuzz;

import static io.dateline.fuzz.Invariants.require;

import io.dateline.article.Metadatum;
import io.dateline.source.container.ContainerEntry;
import io.dateline.source.container.ContainerLimits;
import io.dateline.source.container.MemoryContainers;
import io.dateline.source.container.RecordFields;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Opening a file: its entries have names of their own, and are the same however they are read. */
final class EntriesCheck implements Check {

  private static final int KIB = 1024;

  /** Those of a job, but for memory: a dictionary of 128 MiB is asked for by six bytes. */
  private static final ContainerLimits AMPLE =
      new ContainerLimits(16 << 20, 256L << 20, 4 << 20, 4 << 20, 200, 64 << 20, 8, 20_000, 4096);

  /** So small that each of them is met. */
  private static final ContainerLimits TIGHT =
      new ContainerLimits(700, 20 * KIB, 8 * KIB, 256 * KIB, 20, 2 * KIB, 3, 12, 60);

  private static final RecordFields NAMED =
      RecordFields.DEFAULTS.preferring(RecordFields.ENTRY, List.of("id", "url"));

  private final Predicate<String> formats;

  /** A check of files that begin as one of these formats, and no others. */
  EntriesCheck(Predicate<String> formats) {
    this.formats = formats;
  }

  @Override
  public void check(byte[] input) {
    if (!formats.test(MemoryContainers.format(input))) {
      return;
    }
    check(input, AMPLE, RecordFields.DEFAULTS);
    check(input, TIGHT, NAMED);
  }

  private static void check(byte[] input, ContainerLimits limits, RecordFields fields) {
    List<ContainerEntry> entries = MemoryContainers.entries(input, limits, fields, 0);
    Set<String> names = new HashSet<>();
    long bytes = 0;
    for (ContainerEntry entry : entries) {
      if (entry instanceof ContainerEntry.Document document) {
        require(names.add(document.name()), "two documents of one name", document.name());
        requireName(document.name(), limits);
        requireCapture(document);
        int length = document.content().length;
        require(length <= limits.documentBytes(), "a document is too long", length);
        bytes += length;
      } else if (entry instanceof ContainerEntry.Rejected rejected) {
        requireRejection(rejected, limits);
      } else if (entry instanceof ContainerEntry.PassedOver piece) {
        require(!piece.kind().isBlank(), "a kind without a name", piece);
        Invariants.requirePrintable("a kind", piece.kind());
      }
    }
    require(bytes <= limits.containerBytes() + input.length, "it unpacks to too much", bytes);
    int skip = Math.floorMod(Arrays.hashCode(input), entries.size() + 1);
    requireSame(entries, MemoryContainers.entries(input, limits, fields, 0), "read again");
    requireSame(
        entries.subList(skip, entries.size()),
        MemoryContainers.entries(input, limits, fields, skip),
        "after " + skip + " passed over");
  }

  private static void requireName(String name, ContainerLimits limits) {
    Invariants.requirePrintable("a name", name);
    require(name.indexOf('\n') < 0 && name.indexOf('\t') < 0, "a name has a control", name);
    require(name.length() <= limits.nameLength(), "a name is too long", name);
  }

  /** What is said of a document is cleaned when it goes into a cell, but for the date. */
  private static void requireCapture(ContainerEntry.Document document) {
    Invariants.requireDate("a capture's date", document.capture().date());
    for (Metadatum statement : document.capture().statements()) {
      require(statement.source() == Metadatum.Source.RECORD, "whence is it?", statement);
    }
  }

  private static void requireRejection(ContainerEntry.Rejected rejected, ContainerLimits limits) {
    Long offset = rejected.byteOffset();
    require(offset == null || offset >= 0, "an offset below zero", rejected);
    Long size = rejected.sizeBytes();
    require(size == null || size >= 0, "a size below zero", rejected);
    require(!rejected.message().isBlank(), "a rejection without a reason", rejected);
    require(rejected.message().length() < 200 + limits.nameLength(), "an endless one", rejected);
    Invariants.requirePrintable("a message", rejected.message());
    Invariants.requirePrintable("a rejected name", rejected.name());
  }

  private static void requireSame(
      List<ContainerEntry> expected, List<ContainerEntry> found, String how) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      require(
          isSame(expected.get(i), found.get(i)),
          "entry " + i + " differs when " + how,
          expected.get(i) + " and " + found.get(i));
    }
    require(expected.size() == found.size(), "other entries when " + how, expected + " " + found);
  }

  private static boolean isSame(ContainerEntry one, ContainerEntry other) {
    if (one instanceof ContainerEntry.Document a && other instanceof ContainerEntry.Document b) {
      return a.name().equals(b.name())
          && a.capture().equals(b.capture())
          && Arrays.equals(a.content(), b.content());
    }
    return one.equals(other);
  }
}
