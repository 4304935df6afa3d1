package io.dateline.source;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.util.List;
import java.util.Locale;

/**
 * Tells a failure that is the machine's from one that is a file's: where the machine lacks what
 * reading takes, has lost the disk, or ends the reading thread, every file would fail alike, and
 * none of them is to blame.
 */
final class Shortage {

  /** As the C library words them in the locale that the launcher sets; Java hands on no numbers. */
  private static final List<String> WORDS =
      List.of(
          "too many open files",
          // Of the temporary folder, where containers inside others are put aside.
          "no space left on device",
          "disk quota exceeded",
          "cannot allocate memory",
          "stale file handle",
          "transport endpoint is not connected",
          "no such device",
          "host is down",
          "connection timed out");

  private Shortage() {}

  static boolean isCauseOf(IOException failure) {
    // The thread was told to stop while it read.
    if (failure instanceof AsynchronousCloseException
        || failure.getCause() instanceof AsynchronousCloseException) {
      return true;
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    // A file's own name stands in front, and may hold such words.
    return WORDS.stream().anyMatch(message::endsWith) || message.endsWith("files in system");
  }
}
