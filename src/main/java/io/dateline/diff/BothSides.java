package io.dateline.diff;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads both sides at the same time: neither needs the other. */
record BothSides(SideIndex before, SideIndex after) implements Closeable {

  static BothSides read(DiffRequest request, ComparedFields fields, Runnable checkpoint)
      throws IOException {
    ExecutorService other = Executors.newSingleThreadExecutor();
    // Whoever fails first ends the other as well.
    FirstFailure failure = new FirstFailure(checkpoint);
    Future<SideIndex> after =
        other.submit(
            failure.watching(() -> index(request.after(), request, fields, "new", failure)));
    other.shutdown();
    SideIndex before = null;
    try {
      before =
          failure.watching(() -> index(request.before(), request, fields, "old", failure)).call();
      return new BothSides(before, after.get());
    } catch (Exception e) {
      if (before != null) {
        before.close();
      }
      closeWhenRead(after);
      throw failure.first(e);
    }
  }

  private static SideIndex index(
      DiffSide side, DiffRequest request, ComparedFields fields, String name, FirstFailure failure)
      throws IOException {
    return SideIndexer.index(
        side, request.match(), fields, request.folder().resolve("work-" + name), failure::check);
  }

  /** Its files are in the way until it has ended. */
  private static void closeWhenRead(Future<SideIndex> side) throws IOException {
    try {
      side.get().close();
    } catch (ExecutionException e) {
      // It has closed them itself, and its failure is known.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What went wrong first, on whichever thread. */
  private static final class FirstFailure {
    private final Runnable checkpoint;
    private volatile boolean failed;
    private Throwable failure = new IllegalStateException("no failure");

    FirstFailure(Runnable checkpoint) {
      this.checkpoint = checkpoint;
    }

    void check() {
      if (failed) {
        throw new IllegalStateException("the other side could not be read");
      }
      checkpoint.run();
    }

    <T> Callable<T> watching(Callable<T> task) {
      return () -> {
        try {
          return task.call();
        } catch (Exception | Error e) {
          keep(e);
          throw e;
        }
      };
    }

    private synchronized void keep(Throwable e) {
      if (!failed) {
        failure = e;
        failed = true;
      }
    }

    synchronized IOException first(Exception thrown) {
      Throwable first = failed ? failure : thrown;
      if (first instanceof IOException io) {
        return io;
      }
      if (first instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (first instanceof Error error) {
        throw error;
      }
      return new IOException("it was interrupted", first);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      before.close();
    } finally {
      after.close();
    }
  }
}
