package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static io.dateline.cli.Nights.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of nights: files that are new, changed, removed, repaired and delivered again, two nights
 * killed, one without input. What is current at its end is what one run over the final files gives.
 */
class MonthTests {

  private static final int NIGHTS = 30;
  private static final int[] KILLED = {9, 21};
  private static final int WITHOUT_INPUT = 15;

  private static final String[] PLACES = {"Accra", "Bergen", "Cork", "Évora", "Łódź", "東京"};
  private static final String[] SPEAKERS = {"Ama Mensah", "Nils Aune", "Nora Daly", "Zoë Ángel"};

  /** Columns that say which run a row comes from, and where it lies in that run's files. */
  private static final List<String> OF_THE_RUN =
      List.of("run_id", "ordinal", "file_number", "partition_number", "row_offset", "row_bytes");

  @TempDir Path folder;

  private final Random random = new Random(30);
  private final Map<Path, String> published = new LinkedHashMap<>();
  private Nights nights;
  private int files;

  @Test
  @Timeout(600)
  void endsInTheStateThatOneRunOverTheFinalFilesGives() throws Exception {
    // The settings are those of the nightly job: the limit of removals holds here as well.
    nights = Nights.in(folder);
    for (int i = 0; i < 120; i++) {
      write(newName(), random.nextInt(5) == 0);
    }
    int kills = 0;
    for (int night = 1; night <= NIGHTS; night++) {
      if (night > 1) {
        change();
      }
      if (night == WITHOUT_INPUT) {
        withoutInput(night);
      } else if (night == KILLED[0] || night == KILLED[1]) {
        kills += killed(night) ? 1 : 0;
      } else {
        assertThat(nights.attempt(date(night)).exitCode()).isZero();
      }
      remember();
    }
    assertThat(kills).as("nights that were killed before they ended").isPositive();

    Nights once = Nights.in(folder.resolve("once"));
    try (Stream<Path> all = Files.list(nights.input())) {
      for (Path file : all.toList()) {
        Files.copy(file, once.input().resolve(file.getFileName()));
      }
    }
    once.run(date(NIGHTS));

    for (String view : List.of("articles", "quotes", "rejections")) {
      assertThat(rows(nights, view)).as(view).isNotEmpty().isEqualTo(rows(once, view));
    }
    assertThat(summaries(nights.latest())).isEqualTo(summaries(once.latest()));
    assertThat(exported(nights)).isEqualTo(exported(once));
    published.forEach(
        (run, content) -> assertThat(content(run)).as(run.toString()).isEqualTo(content));
  }

  /** What happens to an archive in a day. */
  private void change() throws Exception {
    for (int i = 0; i < 4; i++) {
      write(newName(), random.nextInt(6) == 0);
    }
    for (int i = 0; i < 2; i++) {
      // Changed; one that was rejected is repaired, one in six spoilt.
      write(existing(), random.nextInt(6) == 0);
    }
    if (random.nextBoolean()) {
      nights.remove(existing());
    }
    Path again = nights.input().resolve(existing());
    Files.setLastModifiedTime(again, FileTime.fromMillis(1_500_000_000_000L + random.nextInt()));
    Files.copy(nights.input().resolve(existing()), nights.input().resolve(newName()));
  }

  private void write(String name, boolean tooShort) throws Exception {
    nights.file(
        name,
        tooShort
            ? "Not much\n\nto read on day " + random.nextInt(100) + ".\n"
            : story(
                PLACES[random.nextInt(PLACES.length)],
                SPEAKERS[random.nextInt(SPEAKERS.length)],
                "We have waited " + (2 + random.nextInt(30)) + " years for this boat"));
  }

  private String newName() {
    return String.format(Locale.ROOT, "%04d.txt", (files++ * 7919) % 10_000);
  }

  private String existing() throws Exception {
    try (Stream<Path> all = Files.list(nights.input())) {
      List<String> names = all.map(file -> file.getFileName().toString()).sorted().toList();
      return names.get(random.nextInt(names.size()));
    }
  }

  /** The disk with the input is not there. */
  private void withoutInput(int night) throws Exception {
    Path away = folder.resolve("away");
    Files.move(nights.input(), away);
    Files.createDirectory(nights.input());

    assertThat(nights.attempt(date(night)).exitCode()).isEqualTo(66);

    Files.delete(nights.input());
    Files.move(away, nights.input());
  }

  /** Kills the night's run somewhere in the middle; the next night resumes it. */
  private boolean killed(int night) throws Exception {
    List<Object> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(List.of(nights.arguments(date(night))));
    DatelineProcess process =
        DatelineProcess.start(folder.resolve("killed-" + night + ".log"), arguments.toArray());
    // The run's staging folder shows that it has begun.
    while (process.isAlive() && !isStaged()) {
      Thread.sleep(2);
    }
    Thread.sleep(random.nextInt(120));
    boolean alive = process.isAlive();
    process.kill();
    return alive;
  }

  private boolean isStaged() throws Exception {
    try (Stream<Path> entries = Files.list(nights.output().resolve("nightly"))) {
      return entries.anyMatch(entry -> entry.getFileName().toString().endsWith(".partial"));
    }
  }

  private static String date(int night) {
    return String.format(Locale.ROOT, "2020-06-%02d", night);
  }

  private void remember() throws Exception {
    try (Stream<Path> runs = Files.list(nights.output().resolve("nightly"))) {
      for (Path run : runs.filter(r -> r.getFileName().toString().startsWith("2020")).toList()) {
        published.computeIfAbsent(run, MonthTests::content);
      }
    }
  }

  /** All bytes of a published run. */
  private static String content(Path run) {
    try (Stream<Path> all = Files.walk(run)) {
      Map<String, String> content = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        content.put(run.relativize(file).toString(), Files.readString(file));
      }
      return content.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> exported(Nights nights) throws Exception {
    JobRun export = JobRun.dateline("export", "nightly", "--output", nights.output());
    assertThat(export.exitCode()).as(export.err()).isZero();
    Map<String, String> files = new TreeMap<>();
    for (String name : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      files.put(name, Files.readString(nights.output().resolve("nightly/export").resolve(name)));
    }
    return files;
  }

  private static List<Map<String, String>> rows(Nights nights, String view) throws Exception {
    List<Map<String, String>> rows =
        new ArrayList<>(Tables.query(nights.output(), "SELECT * FROM " + view));
    rows.forEach(row -> row.keySet().removeAll(OF_THE_RUN));
    rows.sort(Comparator.comparing(Map::toString));
    return rows;
  }
}
