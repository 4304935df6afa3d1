package io.dateline.batch.lease;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * This machine, as its kernel tells it: which one it is, and which processes it has.
 *
 * <p>Read from {@code /proc} and not by Java's process handles: those count the start of a process
 * in the time of day, which is another as soon as somebody sets the clock. Where there is no {@code
 * /proc}, nothing is known, and the time of a lease alone decides.
 */
final class Machine {

  /** What is known of a process. */
  enum Presence {
    /** It runs, or is frozen. */
    ALIVE,
    /** It has ended; its number may be another's by now. */
    GONE,
    UNKNOWN
  }

  private static final Path PROC = Path.of("/proc");

  /** The field of {@code stat} that says when a process started, counted behind its name. */
  private static final int START_FIELD = 19;

  private Machine() {}

  /**
   * Tells this boot of this machine, and this container on it, from all others; empty if nobody can
   * tell. Containers may have equal names, and equal process numbers.
   */
  static String id() {
    try {
      String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
      return boot + " " + Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** When a process started, in units of the kernel since its boot; -1 if unknown. */
  static long startOf(long processId) {
    try {
      return start(stat(processId));
    } catch (IOException e) {
      return -1;
    }
  }

  /** Whether the process of this number that started then is still there. */
  static Presence presence(long processId, long start) {
    // Where others' processes are hidden (hidepid), the first of them is as well.
    if (start < 0 || !Files.exists(PROC.resolve("1/stat"))) {
      return Presence.UNKNOWN;
    }
    try {
      String[] stat = stat(processId);
      boolean ended = stat[0].equals("Z") || stat[0].equals("X");
      return ended || start(stat) != start ? Presence.GONE : Presence.ALIVE;
    } catch (NoSuchFileException e) {
      return Presence.GONE;
    } catch (IOException e) {
      return Presence.UNKNOWN;
    }
  }

  /** The fields behind the process's name, which may hold blanks and brackets: state first. */
  private static String[] stat(long processId) throws IOException {
    String line =
        new String(
            Files.readAllBytes(PROC.resolve(String.valueOf(processId)).resolve("stat")),
            StandardCharsets.ISO_8859_1);
    String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
    if (fields.length <= START_FIELD) {
      throw new IOException("the kernel tells of its processes in another way");
    }
    return fields;
  }

  private static long start(String[] stat) throws IOException {
    try {
      return Long.parseLong(stat[START_FIELD]);
    } catch (NumberFormatException e) {
      throw new IOException("the kernel tells of its processes in another way", e);
    }
  }
}
