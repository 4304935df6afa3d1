package io.dateline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which job, and where its output is: what every command that opens the database is told. */
final class JobOptions {

  @Parameters(
      // The next one, where a command has others of its own before it.
      index = "0+",
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
        "Database, instead of that of the job file: jdbc:postgresql://HOST/DATABASE.",
        "The password comes from the environment alone: DATELINE_DATABASE_PASSWORD."
      })
  private @Nullable String database;

  /** The job file. */
  Path jobFile() {
    return JobFiles.find(job);
  }

  /** The database's URL as it was given, if it was. */
  @Nullable String database() {
    return database;
  }

  /** The output folder as it was given, if it was. */
  @Nullable Path output() {
    return output;
  }
}
