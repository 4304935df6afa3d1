package io.dateline.cli;

import io.dateline.batch.poison.MemoryDeath;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.SettingsException;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: parses the command line, runs the command, ends with an exit code. */
@Command(
    name = "dateline",
    description = "Turns an archive of news-article files into tables.",
    mixinStandardHelpOptions = true,
    versionProvider = DatelineApplication.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ReplayCommand.class,
      InspectCommand.class,
      StatusCommand.class,
      ExportCommand.class,
      DiffCommand.class,
      ScoreCommand.class,
      PurgeCommand.class,
      RollbackCommand.class,
      WorkerCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 completed, 64 usage, 65 completed but a data gate failed, 66 input missing,",
      "69 database or broker unavailable, 70 failed inside, 73 cannot create output, 74 I/O error, 75 another",
      "run at work, 76 failed three times at the same place, 78 configuration, 130 and 143 stopped",
      "at a checkpoint by Ctrl-C or SIGTERM."
    })
public final class DatelineApplication implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    int code;
    MemoryDeath.watchAllThreads();
    CommandLine command = commandLine();
    try {
      code = command.execute(args);
    } catch (Throwable e) {
      MemoryDeath.endIfCauseOf(e);
      // Classes missing, say: no table of exit codes knows the JVM's own 1.
      command.getErr().println("dateline: The program failed inside: " + e);
      command.getErr().flush();
      code = ExitCode.SOFTWARE.code();
    }
    System.exit(code);
  }

  /** The program as it parses its arguments and runs, without the end of the process. */
  public static CommandLine commandLine() {
    return new CommandLine(new DatelineApplication())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(DatelineApplication::usage)
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e, command.getErr()));
  }

  private static int usage(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("dateline: " + e.getMessage());
    err.println("Try `dateline " + name(e) + "--help`.");
    return ExitCode.USAGE.code();
  }

  private static String name(ParameterException e) {
    CommandLine command = e.getCommandLine();
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private static int failure(Exception e, PrintWriter err) {
    RunFailure failure = describe(e);
    // Not in a field: to set logging up takes a short command as long as all the rest.
    LoggerFactory.getLogger(DatelineApplication.class).debug("The command failed", failure);
    if (failure.kind() != RunFailure.Kind.STOPPED) {
      // Of a stop the signal's own watch tells, when all is closed.
      err.println("dateline: " + failure.getMessage());
    }
    return ExitCode.of(failure.kind()).code();
  }

  /** What a failure means, and the sentence for it. */
  static RunFailure describe(Throwable e) {
    if (e instanceof SettingsException) {
      return new RunFailure(RunFailure.Kind.CONFIGURATION, String.valueOf(e.getMessage()), e);
    }
    RunFailure failure =
        RunFailure.of(e, "The log has the details; please report it if it happens again.");
    return failure.kind() == RunFailure.Kind.DATABASE
        ? RunFailure.of(e, "Run the same command again.")
        : failure;
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: run, replay, inspect, status, export, diff, score, purge,"
            + " rollback or worker");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"dateline " + ProgramVersion.get()};
    }
  }
}
