package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/database.md says of the database is so, and its queries run. */
class DocumentedQueriesTests {

  private static final Pattern QUERY = Pattern.compile("```sql\n([^`]*)```");
  private static final Pattern TABLE = Pattern.compile("`([a-z_]+)`");

  @TempDir Path folder;

  @Test
  void theTenQueriesFindSomethingInTheSamples() throws Exception {
    Path input = samples();
    Path output = folder.resolve("out");
    // A copy under another name, so that there is a text in two files.
    Files.copy(input.resolve("text/wire-1988.txt"), input.resolve("text/wire-again.txt"));
    JobRun.run("--input", input, "--output", output, "--date", "2026-11-01");

    List<String> queries = queries();

    assertThat(queries).hasSize(10);
    for (String query : queries) {
      List<Map<String, String>> rows = Tables.query(output, query);
      if (!query.contains("date_created <")) {
        assertThat(rows).as(query).isNotEmpty();
      }
    }
  }

  @Test
  void namesEveryTableAndView() throws Exception {
    Path output = folder.resolve("out");
    JobRun.run("--input", samples(), "--output", output, "--date", "2026-11-01");
    String page = Files.readString(Path.of("docs/database.md"));
    TreeSet<String> named = new TreeSet<>();
    Matcher table = TABLE.matcher(page.substring(0, page.indexOf("## Ten questions")));
    while (table.find()) {
      named.add(table.group(1));
    }

    List<String> inTheDatabase =
        Tables.query(
                output,
                "SELECT LOWER(table_name) AS name FROM information_schema.tables"
                    + " WHERE LOWER(table_schema) = 'public'"
                    + " AND LOWER(table_name) NOT LIKE 'batch%'"
                    + " AND LOWER(table_name) NOT LIKE 'summary_articles_by%'"
                    + " AND LOWER(table_name) <> 'summary_current'")
            .stream()
            .map(row -> row.get("name"))
            .toList();

    assertThat(named).containsAll(inTheDatabase);
  }

  private static List<String> queries() throws Exception {
    List<String> queries = new ArrayList<>();
    Matcher query = QUERY.matcher(Files.readString(Path.of("docs/database.md")));
    while (query.find()) {
      queries.add(query.group(1));
    }
    return queries;
  }

  private Path samples() throws Exception {
    Path copy = folder.resolve("input");
    try (var files = Files.walk(Path.of("input"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(Path.of("input").relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return copy;
  }
}
