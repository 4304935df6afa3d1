package io.dateline.batch.poison;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when memory runs out, at once and with 70: what goes on after that may go wrong
 * in any way, and the virtual machine's own flag would end with 3 and tell nobody which documents
 * were in flight.
 *
 * <p>Everything it needs is made before, since then there is no memory to make it. Safe for use by
 * several threads.
 */
public final class MemoryDeath {

  private static final int EXIT_CODE = 70;

  /** Longest chain of causes that is looked at. */
  private static final int MAX_CAUSES = 30;

  private static final FileOutputStream ERR = new FileOutputStream(FileDescriptor.err);

  private static final byte[] WITHOUT_DOCUMENTS =
      sentence("run again with more: DATELINE_JAVA_OPTS=-Xmx1g ./dateline run …");

  private static final byte[] IN_FLIGHT =
      sentence("run the same command again: the document that did it will be found and set aside.");

  private static final AtomicBoolean ENDING = new AtomicBoolean();

  private static volatile @Nullable InFlightFile watched;
  private static volatile byte[] inFlight = IN_FLIGHT;

  private MemoryDeath() {}

  private static byte[] sentence(String advice) {
    return ("dateline: The memory ran out; " + advice + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** From now on the documents of this file are in flight; null: none are. */
  static void watch(@Nullable InFlightFile file) {
    watched = file;
  }

  /** From now on only this document is in flight; null: any may be. */
  static void alone(@Nullable String sourcePath) {
    inFlight =
        sourcePath == null
            ? IN_FLIGHT
            : sentence(
                "run the same command again: "
                    + sourcePath
                    + ", the only document in flight, will be set aside.");
  }

  /** Errors that no other code catches end the process as well, whatever thread they end. */
  public static void watchAllThreads() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          endIfCauseOf(failure);
          Logger log = LoggerFactory.getLogger(MemoryDeath.class);
          log.warn("The thread {} ended: {}", thread.getName(), failure.toString());
          log.info("The failure in full", failure);
        });
  }

  /** Ends the process if it ran out of memory; else does nothing. */
  public static void endIfCauseOf(Throwable failure) {
    if (isCauseOf(failure)) {
      end();
    }
  }

  static boolean isCauseOf(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < MAX_CAUSES; i++, at = at.getCause()) {
      if (at instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static void end() {
    if (!ENDING.compareAndSet(false, true)) {
      // Threads that share the memory run out of it together, and one of them says so.
      while (true) {
        LockSupport.park();
      }
    }
    InFlightFile file = watched;
    byte[] sentence = WITHOUT_DOCUMENTS;
    try {
      if (file != null) {
        file.markDeath();
        if (file.isOccupied()) {
          sentence = inFlight;
        }
      }
      ERR.write(sentence);
    } catch (IOException | RuntimeException | Error e) {
      // Whatever it is, nobody can be told.
      sentence = WITHOUT_DOCUMENTS;
    } finally {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }
}
