package io.dateline.batch.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a second thread read a stream from the database, some way ahead, while the caller walks
 * through the input: each takes about half the time. That thread has a connection of its own, and
 * so is in no transaction of the caller. To be closed by the thread that reads from it; not safe
 * for use by several.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

  /** Elements that are handed over at a time; twice as many are held. */
  private static final int BATCH = 5_000;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread reading = new Thread(work, "read-ahead");
            reading.setDaemon(true);
            return reading;
          });
  private Iterator<T> batch = Collections.emptyIterator();
  private CompletableFuture<List<T>> next;
  private final CompletableFuture<Iterator<T>> source;

  /**
   * Begins to read.
   *
   * @param open opens the stream, on the thread that reads it; its exceptions and those of the
   *     stream come out of {@link #hasNext} as they were
   */
  ReadAhead(Supplier<Iterator<T>> open) {
    source = CompletableFuture.supplyAsync(open, thread);
    next = source.thenApply(ReadAhead::read);
  }

  private static <T> List<T> read(Iterator<T> from) {
    List<T> elements = new ArrayList<>();
    while (elements.size() < BATCH && from.hasNext()) {
      elements.add(from.next());
    }
    return elements;
  }

  @Override
  public boolean hasNext() {
    if (!batch.hasNext()) {
      List<T> elements = join(next);
      if (elements.size() == BATCH) {
        next = source.thenApplyAsync(ReadAhead::read, thread);
      } else if (!elements.isEmpty()) {
        next = CompletableFuture.completedFuture(List.of());
      }
      batch = elements.iterator();
    }
    return batch.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream is at its end");
    }
    return batch.next();
  }

  private static <T> T join(CompletableFuture<T> reading) {
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
