package io.dateline.batch.workers;

import io.dateline.batch.journal.JournalFile;
import io.dateline.batch.journal.ShownText;
import io.dateline.batch.plan.InputPlan;
import io.dateline.batch.run.ConfigHash;
import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.extract.ExtractorVersion;
import io.dateline.source.InputSample;
import io.dateline.source.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a worker is what the run needs: the same program with the same rules and settings, and
 * the same files at the same places.
 */
final class SharedStorage {

  /** What another machine has just written may show here a little later. */
  private static final int LOOKS = 20;

  private static final long BETWEEN_LOOKS_MS = 500;

  private static final int MAX_VERSION = 100;

  private SharedStorage() {}

  /**
   * Lies in the run's folder while it is extracted.
   *
   * @param manager token of the lease of the process that wrote it
   */
  private record Probe(@Nullable String manager) {}

  private static Path file(Run run) {
    return run.folders().work().resolve("manager.json");
  }

  /** Leaves what workers look for. */
  static void mark(Run run, String manager) throws IOException {
    JournalFile.replaceInFolder(file(run), new Probe(manager));
  }

  /**
   * Checks the version of this program, before anything of the run is read by it.
   *
   * @throws RunFailure of kind CONFIGURATION if it is another
   */
  static void requireProgram(PartitionMessage work) {
    requireEqual("Dateline", ShownText.of(work.program(), MAX_VERSION), ProgramVersion.get());
  }

  /**
   * Checks this process.
   *
   * @throws RunFailure of kind CONFIGURATION if it must not take part
   */
  static void require(Run run, PartitionMessage work) {
    requireEqual("extraction rules", run.extractorVersion(), ExtractorVersion.CURRENT);
    requireEqual("settings", run.configSha256(), ConfigHash.of(run.frozen().settings()));
    requireMark(run, work.manager());
    try {
      requireFiles(run);
    } catch (IOException e) {
      throw differs(
          "cannot use the files of the run in " + run.folders().work() + ": " + IoReason.of(e));
    }
  }

  private static void requireEqual(String what, String wanted, String here) {
    if (!wanted.equals(here)) {
      throw differs("has other " + what + ": the run has " + wanted + ", and here is " + here);
    }
  }

  private static void requireMark(Run run, String manager) {
    String found = null;
    for (int look = 0; look < LOOKS && !manager.equals(found); look++) {
      try {
        found = JournalFile.read(file(run), Probe.class).manager();
      } catch (IOException e) {
        found = null;
      }
      if (!manager.equals(found)) {
        pause();
      }
    }
    if (!manager.equals(found)) {
      throw differs(
          (found == null ? "does not see " : "sees another than the run's ")
              + file(run)
              + ", which the process that hands out the work has written: mount the output folder at"
              + " the same path, or name it with --output");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped.", e);
    }
  }

  private static void requireFiles(Run run) throws IOException {
    Run.PlanSummary plan = run.plan();
    Path manifest = run.folders().manifest();
    if (plan == null || !Manifest.sha256(manifest).equals(plan.manifestSha256())) {
      throw differs("sees another list of files in " + manifest + " than was planned");
    }
    Files.delete(Files.createTempFile(run.folders().work(), ".worker-", ""));
    Optional<Path> missing =
        InputSample.missing(
            manifest, run.inputRoots(), InputPlan.selection(run.frozen().settings()));
    if (missing.isPresent()) {
      throw differs(
          "does not see the input as it was planned, for instance "
              + missing.get()
              + ": mount it at the same path");
    }
  }

  private static RunFailure differs(String how) {
    return new RunFailure(
        RunFailure.Kind.CONFIGURATION, "This worker " + how + ". It takes no part.", null);
  }
}
