package io.dateline.batch.run;

import io.dateline.batch.run.RunFailure.Kind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the state of an SQL exception says of the surroundings. */
public final class SqlTrouble {

  private SqlTrouble() {}

  /**
   * The failure that an exception of a database means, or null if it is a defect of the program.
   *
   * @param resume what to do, as a sentence
   * @param whole the exception it was found in
   */
  static @Nullable RunFailure failure(SQLException e, String resume, Throwable whole) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("08")
        || isClosed(e)
        || state.startsWith("57P")
        || isOneOf(state, "53300", "53200", "25P03")) {
      return database("The database cannot be reached: " + sentence(e) + ". " + resume, whole);
    }
    if (state.equals("53100")) {
      return database(
          "The server of the database has no space left. Make room there. " + resume, whole);
    }
    if (isOneOf(state, "40001", "40P01", "55P03", "57014", "25006")) {
      return database("The database gave a transaction up: " + sentence(e) + ". " + resume, whole);
    }
    if (state.startsWith("28") || isOneOf(state, "3D000", "3F000", "42501")) {
      return new RunFailure(
          Kind.CONFIGURATION,
          "The database denies what a run needs: "
              + sentence(e)
              + "; check the user and its rights. "
              + resume,
          whole);
    }
    return null;
  }

  /**
   * Of a connection that was lost, the pool says on its next use no more than this; and of itself,
   * when it was closed under a database that had fallen silent.
   */
  private static boolean isClosed(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return e.getSQLState() == null
        && (message.equals("Connection is closed")
            || (message.startsWith("HikariDataSource ") && message.endsWith(" has been closed.")));
  }

  private static RunFailure database(String sentence, Throwable cause) {
    return new RunFailure(Kind.DATABASE, sentence, cause);
  }

  private static boolean isOneOf(String state, String... states) {
    for (String one : states) {
      if (one.equals(state)) {
        return true;
      }
    }
    return false;
  }

  /** The first line of what the database said, without its full stop; fit for a terminal. */
  public static String sentence(SQLException e) {
    String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String clean = text.replaceAll("\\p{Cntrl}", "").strip();
    return clean.endsWith(".") ? clean.substring(0, clean.length() - 1) : clean;
  }
}
