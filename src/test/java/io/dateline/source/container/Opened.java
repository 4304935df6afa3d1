package io.dateline.source.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All that a container gave. */
record Opened(List<ContainerEntry> entries) {

  /** More entries than any container in these tests has: a reader that does not end fails. */
  private static final int MOST = 200_000;

  /** From memory, which is a hundred times faster. */
  static Opened of(byte[] file) {
    return new Opened(
        MemoryContainers.entries(file, ContainerLimits.DEFAULTS, RecordFields.DEFAULTS, 0));
  }

  static Opened of(Path folder, byte[] file) throws IOException {
    return of(folder, file, ContainerLimits.DEFAULTS);
  }

  static Opened of(Path folder, byte[] file, ContainerLimits limits) throws IOException {
    return of(folder, file, limits, 0);
  }

  /** What it gives after so many entries were passed over. */
  static Opened of(Path folder, byte[] file, ContainerLimits limits, int skip) throws IOException {
    Path path = Files.write(folder.resolve("container"), file);
    List<ContainerEntry> entries = new ArrayList<>();
    try (ContainerEntries opened = new Containers(limits).open(path)) {
      opened.skip(skip);
      while (true) {
        ContainerEntry entry = opened.next();
        if (entry == null) {
          return new Opened(entries);
        }
        if (entries.size() == MOST) {
          throw new AssertionError("it never ends");
        }
        entries.add(entry);
      }
    }
  }

  /** Names and texts of the documents, {@code name=text}. */
  List<String> documents() {
    return entries.stream()
        .filter(ContainerEntry.Document.class::isInstance)
        .map(ContainerEntry.Document.class::cast)
        .map(d -> d.name() + "=" + new String(d.content(), StandardCharsets.UTF_8).strip())
        .toList();
  }

  List<String> names() {
    return entries.stream()
        .filter(ContainerEntry.Document.class::isInstance)
        .map(entry -> ((ContainerEntry.Document) entry).name())
        .toList();
  }

  List<ContainerEntry.Rejected> rejections() {
    return entries.stream()
        .filter(ContainerEntry.Rejected.class::isInstance)
        .map(ContainerEntry.Rejected.class::cast)
        .toList();
  }

  /** Names and codes of the rejections, {@code name CODE}. */
  List<String> codes() {
    return rejections().stream().map(r -> r.name() + " " + r.reason()).toList();
  }

  List<String> passedOver() {
    return entries.stream()
        .filter(ContainerEntry.PassedOver.class::isInstance)
        .map(entry -> ((ContainerEntry.PassedOver) entry).kind())
        .toList();
  }

  /** Each entry in a line, to compare. */
  List<String> lines() {
    return entries.stream()
        .map(
            entry ->
                entry instanceof ContainerEntry.Document d
                    ? d.name() + "=" + new String(d.content(), StandardCharsets.ISO_8859_1)
                    : Objects.toString(entry))
        .toList();
  }
}
