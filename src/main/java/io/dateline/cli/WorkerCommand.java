package io.dateline.cli;

import io.dateline.batch.database.Database;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.JobSettings.DatabaseSettings;
import io.dateline.batch.settings.SettingsException;
import io.dateline.batch.workers.BrokerAddress;
import io.dateline.batch.workers.BrokerLogin;
import io.dateline.batch.workers.WorkersOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline worker}: extracts what a run hands out. */
@Command(
    name = "worker",
    description = {
      "Extracts partitions that `run --workers` hands out by a broker, until it is told to leave.",
      "Job, settings, input and output are those of the run."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  dateline worker --db 'jdbc:postgresql://db/dateline?user=dateline' --broker tcp://host:61616",
    },
    sortOptions = false)
final class WorkerCommand implements Callable<Integer> {

  private static final int MAX_THREADS = 256;

  private static final String URL_VARIABLE = "DATELINE_DATABASE_URL";
  private static final String USER_VARIABLE = "DATELINE_DATABASE_USER";

  @Spec private CommandSpec spec;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = {
        "Database of the run: jdbc:postgresql://HOST/DATABASE.",
        "The password comes from the environment alone: DATELINE_DATABASE_PASSWORD."
      })
  private @Nullable String database;

  @Option(
      names = "--broker",
      paramLabel = "ADDRESS",
      required = true,
      description = {
        "Broker of the run: tcp://HOST:PORT (Artemis),",
        "amqp://HOST:PORT or amqps://HOST:PORT (AMQP 1.0",
        "with transactions). User and password come from the",
        "environment alone: DATELINE_BROKER_USER,",
        "DATELINE_BROKER_PASSWORD."
      })
  private String broker;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Partitions at a time (default: number of processors).")
  private @Nullable Integer threads;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where this host has the run's output folder (default: where the run has it).")
  private @Nullable Path output;

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    BrokerAddress address = BrokerAddress.parse(broker);
    if (address.embedded()) {
      throw new ParameterException(
          spec.commandLine(),
          "a worker has no broker of its own; name that of the run, as in --broker tcp://HOST:61616");
    }
    Map<String, String> environment = System.getenv();
    WorkersOptions options =
        new WorkersOptions(
            address, BrokerLogin.of(environment), partitions(), Duration.ofSeconds(1));
    PrintWriter err = spec.commandLine().getErr();
    try (SignalStop signal =
        SignalStop.installForEver(err, "Left at a checkpoint; others go on with what was begun.")) {
      Database known = database(environment);
      if (!known.exists()) {
        throw new RunFailure(
            RunFailure.Kind.CONFIGURATION,
            known.place() + " has no tables yet; `dateline run` makes them.",
            null);
      }
      try (WorkerSession session =
          WorkerSession.open(
              known, output == null ? null : output.toAbsolutePath().normalize(), options)) {
        signal.onSignal(session::leave);
        session.work(this::say);
        signal.completed();
      }
    }
    return ExitCode.OK.code();
  }

  private Database database(Map<String, String> environment) {
    DatabaseSettings settings =
        new DatabaseSettings(environment.get(URL_VARIABLE), environment.get(USER_VARIABLE));
    Database known = DatabaseChoice.of(database, settings, Path.of(""), environment);
    if (!known.isShared()) {
      throw new SettingsException(
          "A worker needs the run's database on PostgreSQL; name it with --db or "
              + URL_VARIABLE
              + ".");
    }
    return known;
  }

  private int partitions() {
    if (threads != null && (threads < 1 || threads > MAX_THREADS)) {
      throw new ParameterException(
          spec.commandLine(), "--threads must be between 1 and " + MAX_THREADS);
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** From several threads. */
  private void say(String sentence) {
    PrintWriter out = spec.commandLine().getOut();
    synchronized (out) {
      out.println(sentence);
      out.flush();
    }
  }
}
