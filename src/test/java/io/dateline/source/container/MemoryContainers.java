package io.dateline.source.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Opens containers as a run does, from memory: no disk is behind them that could fail. */
public final class MemoryContainers {

  private MemoryContainers() {}

  /** Name of the format that a file begins as; empty if it is no container. */
  public static String format(byte[] file) {
    byte[] head = Arrays.copyOf(file, Math.min(file.length, Containers.HEAD_BYTES));
    Format format = Format.of(head, RecordFields.DEFAULTS);
    return format == null ? "" : format.name();
  }

  /**
   * All that a file gives after so many entries were passed over.
   *
   * @throws UncheckedIOException if reading fails, which it never may
   */
  public static List<ContainerEntry> entries(
      byte[] file, ContainerLimits limits, RecordFields fields, int skip) {
    return entries(file, Split.WHOLE, new Opening(limits, fields), skip);
  }

  static List<ContainerEntry> entries(byte[] file, Split split, Opening opening, int skip) {
    List<ContainerEntry> entries = new ArrayList<>();
    try (ContainerEntries opened =
        new FlattenedEntries(new SeekableInMemoryByteChannel(file), split, opening)) {
      opened.skip(skip);
      for (ContainerEntry entry = opened.next(); entry != null; entry = opened.next()) {
        entries.add(entry);
        if (entries.size() > opening.limits().members() + 1) {
          throw new AssertionError("it gives more entries than it may have members");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
