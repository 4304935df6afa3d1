package io.dateline.batch;

import io.dateline.batch.run.ConfigHash;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunRequest;
import io.dateline.extract.ExtractorVersion;
import io.dateline.source.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells whether an unfinished run can go on as it began. */
final class Resumability {

  private Resumability() {}

  /** Why a run can not be resumed as it was, or null. */
  static @Nullable String obstacle(Run run, RunRequest request) {
    if (run.state() != Run.State.RUNNING) {
      // Published already: only Spring Batch has not heard of it, and there is nothing to give up.
      return null;
    }
    if (run.plan() != null && run.folders().isInPlace()) {
      // Readers have it already; all that is missing is the commit.
      return null;
    }
    if (request.fresh()) {
      return "--fresh was asked for";
    }
    if (!run.extractorVersion().equals(ExtractorVersion.CURRENT)) {
      return "it began with extractor version " + run.extractorVersion();
    }
    if (isOfSameJob(run, request)
        && !run.configSha256().equals(ConfigHash.of(request.settings()))) {
      return "the job's settings have changed since it began";
    }
    return damage(run);
  }

  /**
   * Whether a selection that was resumed is the one that is asked for: whoever gives the same
   * command again wants it finished, and not done twice. A night after a night finds nothing new by
   * itself.
   */
  static boolean isWhatIsAsked(Run run, RunRequest request) {
    return run.isSelective()
        && run.frozen().settings().select().equals(request.settings().select())
        && run.frozen().keepOld() == request.keepOld()
        && run.frozen().limit() == request.limit()
        && run.configSha256().equals(ConfigHash.of(request.settings()))
        && run.inputRoots().equals(request.roots())
        && isOlderThan(run, request.settings().select().ids());
  }

  /** Whether a list of ids is the one that the run has read. */
  private static boolean isOlderThan(Run run, String ids) {
    try {
      return ids.isEmpty()
          || Files.getLastModifiedTime(Path.of(ids))
              .toInstant()
              .isBefore(Instant.parse(run.startedAt()));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A night that finds the run of a job which reads the archive again has nothing to say of that
   * one's settings, with which it goes on.
   */
  private static boolean isOfSameJob(Run run, RunRequest request) {
    return run.frozen().settings().archive().equals(request.settings().archive());
  }

  private static @Nullable String damage(Run run) {
    RunFolders folders = run.folders();
    if (run.plan() == null
        || run.plan().isEmpty()
        || Files.exists(folders.staging().resolve(RunFolders.RUN_JSON))) {
      return null;
    }
    Path manifest = folders.manifest();
    try {
      return Manifest.sha256(manifest).equals(run.plan().manifestSha256())
          ? null
          : "its manifest was changed";
    } catch (IOException e) {
      return "its files in " + folders.staging() + " are gone";
    }
  }
}
