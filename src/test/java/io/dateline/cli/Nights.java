package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One archive that is run night after night, and what stands in its files and tables. */
final class Nights {

  /** Settings by which a small archive is cut and committed as a large one is. */
  static final String[] SMALL_PARTITIONS = {"chunk-size: 20", "partition: {files: 50}"};

  private final Path input;
  private final Path output;
  private final Path job;

  private Nights(Path input, Path output, Path job) {
    this.input = input;
    this.output = output;
    this.job = job;
  }

  /** An empty archive in a folder, and a job named nightly with these settings. */
  static Nights in(Path folder, String... settings) throws IOException {
    Path job = Files.createDirectories(folder.resolve("jobs")).resolve("nightly.yml");
    Files.write(job, List.of(settings));
    return new Nights(
        Files.createDirectories(folder.resolve("papers")), folder.resolve("out"), job);
  }

  /** A copy of the archive, its job and all its output, in another folder. */
  Nights copyTo(Path folder) throws IOException {
    Path from = job.getParent().getParent();
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path to = folder.resolve(from.relativize(path));
        if (!Files.isDirectory(to)) {
          Files.createDirectories(to.getParent());
          Files.copy(path, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
        if (path.startsWith(input)) {
          // The ledger knows files by their times, to the nanosecond that a copy may lose.
          Files.setLastModifiedTime(to, Files.getLastModifiedTime(path));
        }
      }
    }
    Nights copy =
        new Nights(
            folder.resolve(from.relativize(input)),
            folder.resolve(from.relativize(output)),
            folder.resolve(from.relativize(job)));
    TestDatabases.copied(output, copy.output);
    return copy;
  }

  Path input() {
    return input;
  }

  Path output() {
    return output;
  }

  Path latest() {
    return output.resolve("nightly/latest");
  }

  /** Replaces the settings. */
  void settings(String... settings) throws IOException {
    Files.write(job, List.of(settings));
  }

  /** An invented story about a place, long enough to be an article. */
  static String story(String place, String speaker, String words) {
    return place
        + " ferry changes hands once more\n\n"
        + place.toUpperCase(Locale.ROOT)
        + ", May 4 (Reuters) - The ferry of "
        + place
        + " has a new owner since Tuesday, the third within a decade, and the town council is to hear"
        + " on Friday what becomes of the night boat.\n\n\""
        + words
        + ",\" said "
        + speaker
        + ", who has run the ticket office at the old quay for longer than anybody remembers.\n";
  }

  /** Writes a file of the archive. */
  void file(String name, String text) throws IOException {
    Path file = input.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Removes a file of the archive. */
  void remove(String name) throws IOException {
    Files.delete(input.resolve(name));
  }

  /** Runs a night that must end with 0, and returns its summary. */
  JsonNode run(String date, Object... more) throws IOException {
    return JobRun.run(arguments(date, more));
  }

  /** Runs a night, however it ends. */
  JobRun attempt(String date, Object... more) {
    Object[] arguments = arguments(date, more);
    Object[] words = new Object[arguments.length + 1];
    words[0] = "run";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return JobRun.dateline(words);
  }

  Object[] arguments(String date, Object... more) {
    Object[] words = new Object[7 + more.length];
    words[0] = job;
    words[1] = "--input";
    words[2] = input;
    words[3] = "--output";
    words[4] = output;
    words[5] = "--date";
    words[6] = date;
    System.arraycopy(more, 0, words, 7, more.length);
    return words;
  }

  /** Words of another command about this job and its output. */
  Object[] command(String name, Object... more) {
    Object[] words = new Object[4 + more.length];
    words[0] = name;
    words[1] = job;
    words[2] = "--output";
    words[3] = output;
    System.arraycopy(more, 0, words, 4, more.length);
    return words;
  }

  /** Reads again what was rejected, however it ends. */
  JobRun replay(String date, Object... more) {
    List<Object> words = new ArrayList<>(List.of("--input", input, "--date", date));
    words.addAll(Arrays.asList(more));
    return JobRun.dateline(command("replay", words.toArray()));
  }

  /** Rolls back, however it ends: the run first, and then what else the command is told. */
  JobRun rollback(Object... words) {
    return JobRun.dateline(rollbackWords(words));
  }

  /** The words of that command. */
  Object[] rollbackWords(Object... words) {
    List<Object> all = new ArrayList<>(List.of("rollback", words[0], job, "--output", output));
    all.addAll(Arrays.asList(words).subList(1, words.length));
    return all.toArray();
  }

  /** Source paths of the current articles, in order. */
  List<String> articles() throws Exception {
    return paths("articles");
  }

  /** Source paths of the current rejections, in order. */
  List<String> rejections() throws Exception {
    return paths("rejections");
  }

  private List<String> paths(String view) throws Exception {
    return Tables.query(output, "SELECT source_path FROM " + view).stream()
        .map(row -> row.get("source_path"))
        .sorted()
        .toList();
  }

  /** Bytes of every summary file of a run's folder, by its name. */
  static Map<String, String> summaries(Path run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(run.resolve("summary"))) {
      for (Path file : paths.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(files).isNotEmpty();
    return files;
  }
}
