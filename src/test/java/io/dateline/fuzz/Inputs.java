package io.dateline.fuzz;

import io.dateline.source.container.ContainerSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files to begin with, and those that once broke something. */
final class Inputs {

  private static final Path RESOURCES = Path.of("src/test/resources");

  private static final Path KEPT = RESOURCES.resolve("fuzz");

  private static final List<Path> SAMPLES =
      List.of(Path.of("input"), RESOURCES.resolve("golden"), RESOURCES.resolve("floors/input"));

  private Inputs() {}

  /** Files of our own that are whole, by their names. */
  static Map<String, byte[]> samples() throws IOException {
    Map<String, byte[]> samples = new TreeMap<>(ContainerSamples.all());
    for (Path folder : SAMPLES) {
      for (Path file : files(folder)) {
        if (!file.endsWith("expected.json")) {
          samples.put(file.toString(), Files.readAllBytes(file));
        }
      }
    }
    return samples;
  }

  /** Files over which something broke at this door, each named by what that was. */
  static List<Path> kept(Door door) throws IOException {
    Path folder = KEPT.resolve(door.folder());
    return Files.isDirectory(folder) ? files(folder) : List.of();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
