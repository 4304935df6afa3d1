package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the program inside this process, and asserts after every run that succeeded that nothing was
 * lost and nothing doubled.
 */
final class JobRun {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int exitCode;
  private final String out;
  private final String err;

  private JobRun(int exitCode, String out, String err) {
    this.exitCode = exitCode;
    this.out = out;
    this.err = err;
  }

  /** Runs {@code dateline} with these arguments. */
  static JobRun dateline(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        DatelineApplication.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    String[] words = DatabaseArguments.complete(arguments).toArray(String[]::new);
    return new JobRun(command.execute(words), out.toString(), err.toString());
  }

  /** Runs {@code dateline run … --json}, which has to succeed, and checks the sums. */
  static JsonNode run(Object... arguments) throws IOException {
    Object[] words = new Object[arguments.length + 2];
    words[0] = "run";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    words[words.length - 1] = "--json";
    JobRun run = dateline(words);
    assertThat(run.exitCode).as(run.err).isZero();
    JsonNode summary = JSON.readTree(run.out);
    assertNothingLost(summary);
    return summary;
  }

  /** entries = articles + rejections + ignored: printed, in run.json and in the CSV files. */
  static void assertNothingLost(JsonNode summary) throws IOException {
    long articles = summary.get("articles").asLong();
    long rejections = summary.get("rejections").asLong();
    assertThat(summary.get("entries").asLong())
        .isEqualTo(articles + rejections + summary.get("ignored").asLong());
    if (summary.get("folder").isNull()) {
      return;
    }
    Path folder = Path.of(summary.get("folder").asString());
    JsonNode json = JSON.readTree(Files.readString(folder.resolve("run.json")));
    for (String count : List.of("entries", "articles", "rejections", "ignored", "quotes")) {
      assertThat(json.get(count).asLong()).as(count).isEqualTo(summary.get(count).asLong());
    }
    assertThat(csv(folder.resolve("articles.csv"))).hasSize((int) articles);
    assertThat(csv(folder.resolve("rejections.csv"))).hasSize((int) rejections);
    assertThat(csv(folder.resolve("quotes.csv"))).hasSize(summary.get("quotes").asInt());
  }

  /** The rows of a CSV file as a reader that knows the guard sees them. */
  static List<Map<String, String>> csv(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVParser parser =
        CsvTable.FORMAT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file))) {
      for (CSVRecord record : parser) {
        Map<String, String> row = new LinkedHashMap<>();
        record.toMap().forEach((column, cell) -> row.put(column, FormulaGuard.unguard(cell)));
        rows.add(row);
      }
    }
    return rows;
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }
}
