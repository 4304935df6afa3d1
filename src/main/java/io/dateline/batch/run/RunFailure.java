package io.dateline.batch.run;

import io.dateline.source.MissingInputException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * The surroundings stopped a run; the message is one sentence: what, where, what to do. The run can
 * be resumed unless it never began.
 */
public final class RunFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Longest chain of causes that is looked at. */
  private static final int MAX_CAUSES = 30;

  /** Which of the surroundings it was. */
  public enum Kind {
    /** The input is missing or cannot be listed. */
    INPUT,
    /** The database cannot be reached or opened. */
    DATABASE,
    /** The broker of the workers cannot be reached, or no worker is there. */
    BROKER,
    /** The output cannot be created or has no space. */
    OUTPUT,
    /** Reading or writing failed. */
    IO,
    /** Another run is at work. */
    BUSY,
    /** It failed again and again at the same place. */
    REPEATED,
    /** A setting does not fit. */
    CONFIGURATION,
    /** A defect of the program. */
    INTERNAL,
    /** Somebody asked the run to stop. */
    STOPPED
  }

  private final Kind kind;

  /** A failure with its sentence; {@code cause} is for the log. */
  public RunFailure(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The failure with a sentence of its own among the causes of an exception, or null. */
  public static @Nullable RunFailure in(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < MAX_CAUSES; i++, at = at.getCause()) {
      if (at instanceof RunFailure known) {
        return known;
      }
    }
    return null;
  }

  /** What kind of failure an exception means, and a sentence for it. */
  public static RunFailure of(Throwable failure, String resume) {
    Throwable at = failure;
    for (int i = 0; at != null && i < MAX_CAUSES; i++, at = at.getCause()) {
      if (at instanceof RunFailure known) {
        return known;
      }
      if (at instanceof SQLException sql) {
        RunFailure trouble = SqlTrouble.failure(sql, resume, failure);
        if (trouble != null) {
          return trouble;
        }
      }
      if (at instanceof CannotGetJdbcConnectionException
          || at instanceof SQLTransientConnectionException
          || at instanceof SQLNonTransientConnectionException) {
        return new RunFailure(
            Kind.DATABASE,
            "The database cannot be reached: " + firstLine(at) + ". " + resume,
            failure);
      }
      if (at instanceof OutOfMemoryError) {
        return new RunFailure(
            Kind.INTERNAL,
            "The memory ran out; give more, as in DATELINE_JAVA_OPTS=-Xmx1g. " + resume,
            failure);
      }
      String text = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
      if (text.contains("no space left")
          || text.contains("disk quota exceeded")
          // How HSQLDB words it when its data file cannot grow.
          || text.contains("data file size limit is reached")) {
        return new RunFailure(
            Kind.OUTPUT, "There is no space left for the output. Make room. " + resume, failure);
      }
      if (text.contains("too many open files")) {
        return new RunFailure(
            Kind.IO,
            "Too many files are open at once; raise the limit (ulimit -n). " + resume,
            failure);
      }
      if (at instanceof MissingInputException missing) {
        return new RunFailure(
            Kind.INPUT,
            "The input " + missing.getFile() + " is gone or empty; is it mounted? " + resume,
            failure);
      }
      if (at instanceof IOException io) {
        String file = io instanceof FileSystemException named ? named.getFile() + ": " : "";
        return new RunFailure(
            Kind.IO,
            "Reading or writing failed: " + file + IoReason.of(io) + ". " + resume,
            failure);
      }
    }
    return new RunFailure(
        Kind.INTERNAL,
        "The run failed inside: " + firstLine(rootOf(failure)) + ". " + resume,
        failure);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; i < MAX_CAUSES; i++) {
      Throwable cause = at.getCause();
      if (cause == null) {
        break;
      }
      at = cause;
    }
    return at;
  }

  private static String firstLine(Throwable t) {
    String message = t.getMessage();
    String text = message == null ? "" : ": " + message.lines().findFirst().orElse("");
    return t.getClass().getSimpleName() + text;
  }
}
