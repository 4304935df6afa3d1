package io.dateline.batch.selection;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.SelectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What selective runs select. A file of ids is copied into the run's staging folder when it is
 * planned, since a resumed run may not find it any more. Safe for use by several threads.
 */
@Component
public class RunSelections {

  private static final String IDS = "ids.txt";

  /** Ids may take memory, and each of a run's partitions asks. */
  private @Nullable RowSelector last;

  private long lastRun;

  RunSelections() {}

  /** What is selected, for planning the run: its staging folder is there. */
  public synchronized RowSelector planning(Run run) throws IOException {
    RowSelector selector = read(run.frozen().settings().select());
    selector.writeIds(staged(run));
    remember(run, selector);
    return selector;
  }

  /** What is selected, once the run is planned. */
  public synchronized RowSelector of(Run run) {
    RowSelector known = last;
    if (known != null && lastRun == run.runId()) {
      return known;
    }
    SelectSettings settings = run.frozen().settings().select();
    Path staged = staged(run);
    if (!settings.ids().isEmpty() && !Files.exists(staged)) {
      throw new RunFailure(
          RunFailure.Kind.IO,
          "The list of ids that the run selects by is gone from "
              + staged
              + "; give the run up with --fresh, and select anew.",
          null);
    }
    RowSelector selector =
        read(settings.ids().isEmpty() ? settings : settings.withIds(staged.toString()));
    remember(run, selector);
    return selector;
  }

  private void remember(Run run, RowSelector selector) {
    last = selector;
    lastRun = run.runId();
  }

  private static Path staged(Run run) {
    return run.folders().work().resolve(IDS);
  }

  /**
   * Reads a selection.
   *
   * @throws RunFailure of kind CONFIGURATION if it cannot be followed
   */
  public static RowSelector read(SelectSettings settings) {
    try {
      return RowSelector.of(settings);
    } catch (BadConditionException e) {
      throw new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The selection by " + e.setting() + " cannot be followed: " + e.getMessage() + ".",
          e);
    }
  }
}
