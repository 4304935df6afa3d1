package io.dateline.cli;

import io.dateline.batch.database.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Completes a command line for the kind of database on which the tests run. */
final class DatabaseArguments {

  private static final Set<String> COMMANDS =
      Set.of("run", "replay", "export", "purge", "rollback");

  private DatabaseArguments() {}

  /**
   * The words of a command line, with {@code --db} where the tests run on PostgreSQL, the command
   * opens a database and names its output folder, and no {@code --db} is there.
   */
  static List<String> complete(Object... arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    int output = words.indexOf("--output");
    if (TestDatabases.arePostgres()
        && !words.isEmpty()
        && COMMANDS.contains(words.get(0))
        && output >= 0
        && output + 1 < words.size()
        && !words.contains("--db")) {
      words.add("--db");
      words.add(TestDatabases.url(Path.of(words.get(output + 1))));
    }
    return words;
  }
}
