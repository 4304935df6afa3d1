package io.dateline.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the log of a run: in which step the process is that writes it now. */
final class RunLog {

  /** Stands for what comes after the last step. */
  static final String END = "end";

  private static final Pattern LINE =
      Pattern.compile(
          "(Executing step|Step): \\[(\\w+Step)](?: executed in (?:(\\d+)s)?(\\d+)ms)?");

  private final Path file;
  private final Map<String, Long> milliseconds = new HashMap<>();
  private long read;
  private String rest = "";
  private String step = "";

  private RunLog(Path file, long read) {
    this.file = file;
    this.read = read;
  }

  /** Follows a file, from what it holds now. */
  static RunLog from(Path file) {
    return new RunLog(file, file.toFile().length());
  }

  /** The whole of a file. */
  static RunLog of(Path file) throws IOException {
    RunLog log = new RunLog(file, 0);
    log.readOn();
    return log;
  }

  /** The step that is under way, empty before the first, {@link #END} after the last. */
  String step() throws IOException {
    readOn();
    return step;
  }

  /** How long a step took, if it was seen to end; otherwise a guess. */
  long milliseconds(String name) {
    return milliseconds.getOrDefault(name, 100L);
  }

  private void readOn() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.max(0, log.length() - read)];
      log.seek(read);
      log.readFully(bytes);
      read += bytes.length;
      rest += new String(bytes, StandardCharsets.UTF_8);
    }
    int end = rest.lastIndexOf('\n') + 1;
    rest.substring(0, end).lines().forEach(this::hear);
    rest = rest.substring(end);
  }

  private void hear(String line) {
    Matcher event = LINE.matcher(line);
    if (!event.find()) {
      return;
    }
    String name = event.group(2);
    if (event.group(1).startsWith("Exec")) {
      step = name;
      return;
    }
    if (event.group(4) != null) {
      long seconds = event.group(3) == null ? 0 : Long.parseLong(event.group(3));
      milliseconds.put(name, 1_000 * seconds + Long.parseLong(event.group(4)));
    }
    step = name.equals("publishStep") ? END : "after " + name;
  }
}
