package io.dateline.batch.rollback;

import io.dateline.batch.journal.JournalFile;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says in the record of a run, from which {@code status} reads, that it was taken back. */
final class RollbackRecord {

  private RollbackRecord() {}

  /** Replaces the record by what is known of the run, with its new state. */
  static void write(Run run, String rolledBackAt) throws IOException {
    ObjectNode record = known(run);
    record.put("state", Run.State.ROLLED_BACK.name());
    record.put("rolled_back_at", rolledBackAt);
    JournalFile.replaceForGood(run.folders().record(), record);
  }

  /** From its record or else its run.json: somebody may have deleted the logs. */
  private static ObjectNode known(Run run) {
    RunFolders folders = run.folders();
    for (Path file : List.of(folders.record(), folders.published().resolve(RunFolders.RUN_JSON))) {
      ObjectNode known = read(file);
      if (known != null) {
        return known;
      }
    }
    ObjectNode record = JsonMapper.shared().createObjectNode();
    record.put("job", run.jobName());
    record.put("run", run.runNumber());
    record.put("name", folders.name());
    record.put("run_date", run.runDate());
    record.put("started_at", run.startedAt());
    record.put("finished_at", run.finishedAt());
    return record;
  }

  /** What a file holds, or null where it says no more to {@code status} either. */
  private static @Nullable ObjectNode read(Path file) {
    try {
      return JournalFile.read(file, ObjectNode.class);
    } catch (IOException e) {
      return null;
    }
  }
}
