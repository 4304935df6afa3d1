package io.dateline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** The processes of a PostgreSQL server on this machine: one for each connection, and its own. */
final class ServerProcesses {

  /** What Linux counts in, whatever the kernel's own. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of {@code /proc/PID/stat} behind the name, from 0: user, system. */
  private static final int OWN = 11;

  /** The same of children that have ended. */
  private static final int OF_CHILDREN = 13;

  private final long parent;

  ServerProcesses(Path dataDirectory) throws IOException {
    try (var lines = Files.lines(dataDirectory.resolve("postmaster.pid"))) {
      parent = lines.findFirst().map(Long::parseLong).orElseThrow();
    }
  }

  /** Processor seconds so far, 0 where the system does not tell. */
  double busySeconds() {
    long living =
        LongStream.concat(
                LongStream.of(parent),
                ProcessHandle.of(parent)
                    .map(known -> known.children().mapToLong(ProcessHandle::pid))
                    .orElse(LongStream.empty()))
            .map(pid -> ticks(pid, OWN))
            .sum();
    return (living + ticks(parent, OF_CHILDREN)) / TICKS_PER_SECOND;
  }

  private static long ticks(long pid, int field) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
    } catch (IOException e) {
      // It ended just now, or this is no Linux.
      return 0;
    }
  }
}
