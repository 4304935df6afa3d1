package io.dateline.source.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class LargeZipTests {

  private static final int MEMBERS = 300_000;

  /** What is remembered of 300,000 names, twice, for it may just have grown; and some room. */
  private static final long MOST_HELD_BYTES = 32L << 20;

  @TempDir Path folder;

  @Test
  void aZipOf300000MembersTakesNoMoreMemoryThanItsNamesNeed() throws Exception {
    Path zip = write();
    long before = held();
    long most = 0;
    int documents = 0;
    long start = System.nanoTime();
    try (ContainerEntries entries = new Containers(ContainerLimits.DEFAULTS).open(zip)) {
      while (entries.next() instanceof ContainerEntry.Document) {
        documents++;
        if (documents % 100_000 == 0) {
          most = Math.max(most, held() - before);
        }
      }
    }

    assertThat(documents).isEqualTo(MEMBERS);
    assertThat(most)
        .as("bytes held, %s ms", (System.nanoTime() - start) / 1_000_000)
        .isLessThan(MOST_HELD_BYTES);
  }

  private Path write() throws Exception {
    Path file = folder.resolve("large.zip");
    byte[] text = "Rain fell on the harbour. ".repeat(8).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (int i = 0; i < MEMBERS; i++) {
        zip.putNextEntry(new ZipEntry("archive/1999/story-" + i + ".txt"));
        zip.write(text);
      }
    }
    return file;
  }

  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
