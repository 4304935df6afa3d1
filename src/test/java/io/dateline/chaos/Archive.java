package io.dateline.chaos;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** An archive on disk that changes from the first night to the second. */
final class Archive {

  private final Path folder;
  private final long seed;

  Archive(Path folder, long seed, int documents) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.seed = seed;
    new ArchiveGenerator(seed).write(folder, documents);
  }

  Path folder() {
    return folder;
  }

  /** Of ten files one is gone, one has other words, one has another time, and some are new. */
  void passADay(int newDocuments) throws IOException {
    Random random = new Random(seed + 1);
    for (Path file : files()) {
      switch (random.nextInt(10)) {
        case 0 -> Files.delete(file);
        case 1 -> Files.writeString(file, Files.readString(file).replace("Council", "Board"));
        case 2 ->
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2019-05-06T07:08:09Z")));
        default -> {
          // Left as it is.
        }
      }
    }
    new ArchiveGenerator(seed + 2).write(folder.resolve("new"), newDocuments);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
