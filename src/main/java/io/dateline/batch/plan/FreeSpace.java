package io.dateline.batch.plan;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the space that a run will need with the space that there is, so that a run that would
 * fill the disk in the middle of the night does not begin.
 */
public final class FreeSpace {

  /** Looks up how many bytes a folder's file system has left for this process. */
  public interface Usable {
    long bytes(Path folder) throws IOException;
  }

  /** Past runs that are looked at. */
  private static final int RUNS = 5;

  /**
   * CSV bytes for a byte of input where no run tells: a little less than those of any HTML archive
   * measured (0.035 to 0.08). Text needs more (0.7), but an estimate that stops a first run for
   * nothing would be worse.
   */
  private static final double FIRST_RATIO = 0.03;

  /** A run holds its rows as part files and as joined files, and in the embedded database. */
  private static final int COPIES = 2;

  /** Logs, job state, and the database's own files, in bytes. */
  private static final long FLOOR_BYTES = 64L << 20;

  private final JdbcClient jdbc;
  private final Usable usable;
  private final int copies;

  /**
   * A check.
   *
   * @param withDatabase whether the database lies in the output folder as well
   */
  public FreeSpace(JdbcClient jdbc, Usable usable, boolean withDatabase) {
    this.jdbc = jdbc;
    this.usable = usable;
    this.copies = withDatabase ? COPIES + 1 : COPIES;
  }

  /**
   * Checks the space before anything is extracted.
   *
   * @param plannedBytes bytes of input to be read
   * @throws RunFailure with {@code OUTPUT} if there is not enough
   */
  void require(Run run, long plannedBytes) throws IOException {
    if (plannedBytes == 0) {
      return;
    }
    long needed = FLOOR_BYTES + (long) (copies * ratio(run.jobName()) * plannedBytes);
    long free = usable.bytes(run.folders().output());
    if (free < needed) {
      throw new RunFailure(
          RunFailure.Kind.OUTPUT,
          String.format(
              Locale.ROOT,
              "The run needs about %,d MB in %s, and %,d MB are free; make room, or name another"
                  + " folder with --output.",
              megabytes(needed),
              run.folders().output(),
              megabytes(free)),
          null);
    }
  }

  private static long megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000;
  }

  /** Bytes of CSV that came of a byte of input in the last runs. */
  private double ratio(String jobName) {
    double[] sums = new double[2];
    jdbc.sql(
            "SELECT output_bytes, planned_bytes FROM runs WHERE job_name = ? AND output_bytes > 0"
                + " AND planned_bytes > 0 ORDER BY run_id DESC FETCH FIRST "
                + RUNS
                + " ROWS ONLY")
        .param(jobName)
        .query(
            rs -> {
              sums[0] += rs.getLong("output_bytes");
              sums[1] += rs.getLong("planned_bytes");
            });
    return sums[1] == 0 ? FIRST_RATIO : sums[0] / sums[1];
  }
}
