package io.dateline.cli;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.OutputLock;
import io.dateline.batch.database.Database;
import io.dateline.batch.export.ArchiveExport;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.JobSettings;
import io.dateline.cli.diff.RunArgument;
import io.dateline.diff.DiffSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is current in the database, as a side of a comparison. */
final class CurrentState {

  private CurrentState() {}

  /**
   * Copies it into files, as an export would, so that the database is locked no longer than that.
   *
   * @param given the database's URL as it was given, if it was
   * @param work where the copy goes
   */
  static DiffSide copy(
      DiffPlace place, @Nullable String given, Path work, StopRequest stop, String stopped) {
    JobSettings settings = place.settings();
    if (settings == null) {
      throw ArchiveExport.nothingPublished(place.jobName(), place.output());
    }
    Database database =
        DatabaseChoice.of(given, settings.database(), place.output(), System.getenv());
    Path locked = database.lockFolder(place.output(), place.jobName());
    if (!database.exists() || !Files.isDirectory(locked)) {
      // Without this check an empty database would be made there.
      throw ArchiveExport.nothingPublished(place.jobName(), place.output());
    }
    boolean guard = settings.csv().formulaGuard();
    try (OutputLock lock = lock(locked);
        BatchSession session =
            BatchSession.open(
                database, place.output(), new LaunchOptions(1, settings.chunkSize()))) {
      session.requireOutputOf(place.jobName(), false);
      ArchiveExport export = session.export();
      stop.onRequest(export::stop);
      export.copy(place.jobName(), place.output(), work, guard, stopped);
      return new DiffSide(RunArgument.CURRENT, database.place(), work, guard, Map.of());
    } catch (IOException e) {
      throw RunFailure.of(e, stopped);
    } finally {
      stop.onRequest(() -> {});
    }
  }

  private static OutputLock lock(Path folder) {
    try {
      return OutputLock.take(folder, "diff");
    } catch (IOException e) {
      throw JobContext.cannotWrite(folder, e);
    }
  }
}
