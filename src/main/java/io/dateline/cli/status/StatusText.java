package io.dateline.cli.status;

import io.dateline.batch.journal.ShownText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs as a table, as lines, or as JSON. Nothing in a table or line steers a terminal: control and
 * format characters are left out.
 */
public final class StatusText {

  /** Columns of the terminal that is written for. */
  private static final int WIDTH = 100;

  /** Longest text that is shown out of a file, in UTF-16 code units. */
  private static final int MAX_TEXT = 1_000;

  private static final String UNKNOWN = "-";

  private static final List<String> HEADER =
      List.of(
          "run",
          "state",
          "start (UTC)",
          "time",
          "entries",
          "articles",
          "rejected",
          "resumed",
          "exit");

  /** Columns from here on are numbers, and aligned at their right. */
  private static final int FIRST_NUMBER = 3;

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private final Clock clock;

  /** A text that counts silence from this clock. */
  public StatusText(Clock clock) {
    this.clock = clock;
  }

  /** One JSON object: {@code {"output": …, "jobs": [{"job": …, "runs": […]}]}}. */
  public String json(Path output, List<JobRuns> jobs) {
    record Job(String job, List<RunStatus> runs) {}
    record Answer(String output, List<Job> jobs) {}
    return JSON.writeValueAsString(
        new Answer(
            output.toString(), jobs.stream().map(job -> new Job(job.job(), job.runs())).toList()));
  }

  /** A table for each job, without a line end after the last line. */
  public String table(List<JobRuns> jobs) {
    List<String> lines = new ArrayList<>();
    for (JobRuns job : jobs) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(clean(job.job()));
      table(job, lines);
    }
    return String.join(System.lineSeparator(), lines);
  }

  private void table(JobRuns job, List<String> lines) {
    if (job.runs().isEmpty()) {
      lines.add("No runs yet.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    job.runs().forEach(run -> rows.add(cells(run)));
    int[] widths = new int[HEADER.size()];
    int sum = 0;
    for (int i = 0; i < widths.length; i++) {
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
      sum += widths[i];
    }
    String gap = sum + 2 * (widths.length - 1) <= WIDTH ? "  " : " ";
    lines.add(line(HEADER, widths, gap));
    for (int i = 0; i < job.runs().size(); i++) {
      lines.add(line(rows.get(i + 1), widths, gap));
      addRemarks(job.runs().get(i), lines);
    }
    if (job.more()) {
      lines.add("Older runs are not shown; --limit shows more.");
    }
  }

  private static List<String> cells(RunStatus run) {
    return List.of(
        clean(run.name()),
        clean(run.state()),
        run.startedAt() == null ? UNKNOWN : start(run.startedAt()),
        run.seconds() == null ? UNKNOWN : time(run.seconds().longValue()),
        number(run.entries()),
        number(run.articles()),
        number(run.rejections()),
        number(run.resumed()),
        run.exitCode() == null ? UNKNOWN : String.valueOf(run.exitCode()));
  }

  private static String line(List<String> cells, int[] widths, String gap) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : gap);
      line.append(i < FIRST_NUMBER ? cells.get(i) + padding : padding + cells.get(i));
    }
    return line.toString().stripTrailing();
  }

  private void addRemarks(RunStatus run, List<String> lines) {
    if (run.progress() != null) {
      lines.addAll(wrap(progress(run, run.progress())));
    }
    if (run.takeover() != null) {
      lines.addAll(wrap(run.takeover()));
    }
    if (run.hint() != null) {
      lines.addAll(wrap(run.hint()));
    }
    if (run.lastError() != null) {
      lines.addAll(wrap(run.lastError()));
    }
  }

  private String progress(RunStatus run, RunStatus.Progress progress) {
    StringBuilder text = new StringBuilder();
    text.append(progress.step() == null ? "starting" : progress.step());
    if (progress.percent() != null) {
      text.append(
          String.format(
              Locale.ROOT,
              ", %d %% (%,d of %,d files, %,d entries)",
              progress.percent(),
              progress.filesDone(),
              progress.filesTotal(),
              progress.entriesDone()));
    }
    if (run.isLive()) {
      if (progress.documentsPerSecond() > 0) {
        text.append(
            String.format(Locale.ROOT, ", %,.0f documents/s", progress.documentsPerSecond()));
      }
      if (progress.remainingSeconds() != null && progress.remainingSeconds() > 0) {
        text.append(", ").append(time(progress.remainingSeconds())).append(" left");
      }
    }
    text.append("; process ").append(progress.pid()).append(" on ").append(progress.host());
    Duration silence = Duration.between(progress.updatedAt(), clock.instant());
    if (run.isLive() && silence.compareTo(Liveness.SILENCE) > 0) {
      text.append(", no sign of it for ").append(time(silence.toSeconds()));
    }
    return text.append('.').toString();
  }

  /** A line for each run that is under way or, if there is none, for the newest one of each job. */
  public List<String> lines(List<JobRuns> jobs) {
    List<String> lines = new ArrayList<>();
    for (JobRuns job : jobs) {
      if (!job.runs().isEmpty()) {
        RunStatus run = job.runs().get(0);
        String remark =
            run.progress() != null
                ? progress(run, run.progress())
                : String.format(
                    Locale.ROOT,
                    "%s entries, exit %s%s",
                    number(run.entries()),
                    run.exitCode() == null ? UNKNOWN : String.valueOf(run.exitCode()),
                    run.lastError() == null ? "." : ". " + run.lastError());
        lines.add(clean(job.job() + " " + run.name() + " " + run.state() + " " + remark));
      }
    }
    return lines;
  }

  private static String start(Instant start) {
    // A file may claim any year; those of more than four digits would break the columns.
    return start.isAfter(LATEST) || start.isBefore(Instant.EPOCH) ? UNKNOWN : START.format(start);
  }

  private static String time(long seconds) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String number(@Nullable Long number) {
    return number == null ? UNKNOWN : String.format(Locale.ROOT, "%,d", number);
  }

  /** Breaks a sentence at blanks into indented lines that fit; a longer word stays whole. */
  private static List<String> wrap(String sentence) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : clean(sentence).split(" ", -1)) {
      if (line.length() > 0 && line.length() + word.length() + 3 > WIDTH) {
        lines.add("  " + line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add("  " + line);
    return lines;
  }

  /** Text out of a file as it may be shown. */
  public static String clean(String text) {
    return ShownText.of(text, MAX_TEXT);
  }
}
