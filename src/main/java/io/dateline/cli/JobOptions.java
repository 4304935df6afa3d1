package io.dateline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which job, and where its output is: what every command that opens the database is told. */
final class JobOptions {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOB",
      defaultValue = "nightly",
      description = "Name of a file in jobs/, or path of such a file (default: ${DEFAULT-VALUE}).")
  private String job;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Output folder, instead of that of the job file.")
  private @Nullable Path output;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = {
        "PostgreSQL database, jdbc:postgresql://HOST/DATABASE, instead of that of the",
        "job file. Its password comes from DATELINE_DATABASE_PASSWORD alone."
      })
  private @Nullable String db;

  /** The database URL as it was given, if it was. */
  @Nullable String db() {
    return db;
  }

  /** The job file. */
  Path jobFile() {
    return JobFiles.find(job);
  }

  /** The output folder as it was given, if it was. */
  @Nullable Path output() {
    return output;
  }
}
