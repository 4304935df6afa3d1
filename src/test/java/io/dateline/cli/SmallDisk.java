package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small file system in memory, which a filler file makes full. Needs the right to mount. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one; where that is not allowed the test is skipped, and says so. */
  static SmallDisk mount(Path folder, int megabytes) throws Exception {
    Files.createDirectories(folder);
    assumeTrue(
        call("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", folder.toString())
            == 0,
        "mounting a tmpfs takes root on Linux, so nothing is tested here");
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** Leaves no byte free. */
  void fill() throws IOException {
    try (FileChannel out =
        FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int size = 1 << 20; size >= 1 << 12; size >>= 1) {
        try {
          while (true) {
            out.write(ByteBuffer.allocate(size));
          }
        } catch (IOException full) {
          assertThat(full).hasMessageContaining("No space left");
        }
      }
    }
  }

  /** Makes room again. */
  void empty() throws IOException {
    Files.delete(filler());
  }

  /** Makes it read-only, or writable again; nothing may be open for writing. */
  void setReadOnly(boolean value) throws Exception {
    String option = value ? "remount,ro" : "remount,rw";
    assertThat(call("mount", "-o", option, folder.toString())).isZero();
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() throws Exception {
    call("umount", "-l", folder.toString());
  }

  private static int call(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
