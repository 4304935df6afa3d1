package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a reader of a job's archive can see: the views of the database, and an export. */
record Archive(Map<String, List<Map<String, String>>> views, Map<String, String> export) {

  /** With the time of a file, which is that of its last look only in the ledger as a whole. */
  private static final Set<String> PLACES =
      Set.of(
          "run_id",
          "ordinal",
          "file_number",
          "partition_number",
          "row_offset",
          "row_bytes",
          "modified_nanos");

  /** Fails with the first view or file that is another. */
  void assertSameAs(Archive before) {
    assertThat(views.keySet()).isEqualTo(before.views.keySet());
    views.forEach((name, rows) -> assertThat(rows).as(name).isEqualTo(before.views.get(name)));
    export.forEach((name, text) -> assertThat(text).as(name).isEqualTo(before.export.get(name)));
  }

  /** Looks at everything; the export is written and removed again. */
  static Archive of(Nights nights) throws Exception {
    Map<String, List<Map<String, String>>> views = new TreeMap<>();
    try (Connection connection = TestDatabases.open(nights.output())) {
      for (Map<String, String> view :
          Tables.query(
              connection,
              "SELECT table_name FROM information_schema.views"
                  + " WHERE UPPER(table_schema) = 'PUBLIC'")) {
        String name = view.get("table_name");
        views.put(name, sorted(Tables.query(connection, "SELECT * FROM " + name)));
      }
      TestDatabases.shutdown(connection);
    }
    assertThat(views).hasSizeGreaterThan(12);
    return new Archive(views, export(nights));
  }

  /** The same without what tells where a row stands, which a baseline changes. */
  Archive withoutPlaces() {
    Map<String, List<Map<String, String>>> rows = new TreeMap<>();
    views.forEach(
        (name, view) ->
            rows.put(
                name,
                sorted(
                    view.stream()
                        .map(
                            row -> {
                              Map<String, String> copy = new TreeMap<>(row);
                              copy.keySet().removeAll(PLACES);
                              return copy;
                            })
                        .toList())));
    return new Archive(rows, export);
  }

  /** The same without what was rejected once, which a purge forgets with the rejections. */
  Archive withoutRescues() {
    Map<String, List<Map<String, String>>> kept = new TreeMap<>(views);
    kept.keySet().removeIf(name -> name.equalsIgnoreCase("rescued_rejections"));
    return new Archive(kept, export);
  }

  private static List<Map<String, String>> sorted(List<? extends Map<String, String>> rows) {
    return rows.stream()
        .<Map<String, String>>map(row -> row)
        .sorted(Comparator.comparing(row -> new TreeMap<>(row).toString()))
        .toList();
  }

  static Map<String, String> export(Nights nights) throws IOException {
    Path to = nights.output().resolve("seen");
    JobRun export = JobRun.dateline(nights.command("export", "--to", to));
    assertThat(export.exitCode()).as(export.err()).isZero();
    Map<String, String> files = new TreeMap<>();
    for (String name : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      files.put(name, Files.readString(to.resolve(name)));
    }
    return files;
  }

  /** Names in a folder, but for the program's own bookkeeping. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
