package io.dateline.cli;

import io.dateline.batch.run.Progress;
import java.io.Closeable;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and remaining time on a terminal; nothing at all anywhere else. */
final class ProgressDisplay implements Closeable {

  /** Set by the launcher, since Java 22 and later call everything a console. */
  static final String TERMINAL = "dateline.terminal";

  private static final int INTERVAL_MS = 200;

  private final @Nullable ScheduledExecutorService ticker;
  private @Nullable ProgressBar bar;

  private ProgressDisplay(Progress progress, boolean terminal) {
    if (!terminal) {
      ticker = null;
      return;
    }
    ScheduledExecutorService scheduler =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        scheduler.scheduleAtFixedRate(
            () -> tick(progress), INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    ticker = scheduler;
  }

  static ProgressDisplay start(Progress progress) {
    return new ProgressDisplay(progress, Boolean.getBoolean(TERMINAL));
  }

  private synchronized void tick(Progress progress) {
    long total = progress.total();
    if (total < 0) {
      return;
    }
    ProgressBar shown = bar;
    if (shown == null || shown.getMax() != total) {
      if (shown != null) {
        shown.close();
      }
      shown =
          new ProgressBarBuilder()
              .setTaskName("files")
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(INTERVAL_MS)
              .showSpeed()
              .build();
      bar = shown;
    }
    shown.setExtraMessage(String.format(Locale.ROOT, "%,d entries", progress.done()));
    shown.stepTo(progress.filesDone());
  }

  @Override
  public void close() {
    if (ticker != null) {
      ticker.shutdownNow();
    }
    synchronized (this) {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }
}
