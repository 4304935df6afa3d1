package io.dateline.batch.summary;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A second thread that reads from the database what comes next, on a connection of its own and so
 * in no transaction of the caller. To be closed by the thread that began the reading.
 */
final class ReadAhead implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread reading = new Thread(work, "read-ahead");
            reading.setDaemon(true);
            return reading;
          });

  /** Begins to read; what comes of it, or an exception or error, is there for the asking. */
  <T> Supplier<T> begin(Supplier<T> read) {
    CompletableFuture<T> reading = CompletableFuture.supplyAsync(read, thread);
    return () -> {
      try {
        return reading.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        if (e.getCause() instanceof Error failure) {
          throw failure;
        }
        throw e;
      }
    };
  }

  /** Waits for what is being read: the database is not to be closed beneath it. */
  @Override
  public void close() {
    // Never interrupted: that could close a file of the embedded database.
    thread.shutdown();
    boolean interrupted = false;
    while (!thread.isTerminated()) {
      try {
        thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
