package io.dateline.batch;

import io.dateline.batch.run.RunFailure;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Admits one run or export to an output folder: an operating-system lock on a file that names its
 * owner. The lock dies with its process, so a file that was left behind locks nobody out; it is
 * never deleted, since deleting a file that another process is about to lock would admit two.
 */
public final class OutputLock implements Closeable {

  private static final int MAX_OWNER_BYTES = 1_000;

  private final FileChannel channel;
  private final FileLock lock;

  private OutputLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock of an output folder for a run. */
  public static OutputLock take(Path output) throws IOException {
    return take(output, "run");
  }

  /**
   * Takes the lock of an output folder.
   *
   * @param activity what it is taken for, as others are told: {@code run}
   * @throws RunFailure with {@code BUSY} and the owner's name if another process has it
   */
  public static OutputLock take(Path output, String activity) throws IOException {
    Path file = output.resolve("dateline.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new RunFailure(
          RunFailure.Kind.BUSY,
          "Dateline is already at work on "
              + output
              + " ("
              + owner(file)
              + "); try again when it ends.",
          null);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(describe(activity).getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
    return new OutputLock(channel, lock);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String describe(String activity) {
    return activity
        + " by "
        + System.getProperty("user.name", "?")
        + " on "
        + host()
        + ", process "
        + ProcessHandle.current().pid()
        + ", since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static String owner(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text =
          new String(bytes, 0, Math.min(bytes.length, MAX_OWNER_BYTES), StandardCharsets.UTF_8);
      return text.replaceAll("\\p{Cntrl}", "");
    } catch (IOException e) {
      return "its owner is unknown";
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
