package io.dateline.batch.lease;

import io.dateline.batch.journal.HostName;

/**
 * The process that holds a lease.
 *
 * @param user name of the user it runs as
 * @param machine as {@link Machine#id} tells it, empty if nobody can tell
 * @param processStart as {@link Machine#startOf} tells it
 */
record LeaseOwner(String user, String host, String machine, long processId, long processStart) {

  private static final int MAX_USER = 100;
  private static final int MAX_HOST = 255;
  private static final int MAX_MACHINE = 200;

  LeaseOwner {
    user = bounded(user, MAX_USER);
    host = bounded(host, MAX_HOST);
    machine = bounded(machine, MAX_MACHINE);
  }

  /** This process. */
  static LeaseOwner self() {
    long processId = ProcessHandle.current().pid();
    return new LeaseOwner(
        System.getProperty("user.name", "?"),
        HostName.get(),
        Machine.id(),
        processId,
        Machine.startOf(processId));
  }

  /** Whether the process was one of this machine and has ended; false if nobody can tell. */
  boolean isGone() {
    return !machine.isEmpty()
        && machine.equals(Machine.id())
        && Machine.presence(processId, processStart) == Machine.Presence.GONE;
  }

  /** For a person. */
  String describe() {
    return user + " on " + host + " (process " + processId + ")";
  }

  /** It fits its column, and steers no terminal. */
  private static String bounded(String text, int max) {
    StringBuilder safe = new StringBuilder();
    text.chars()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(max)
        .forEach(c -> safe.append((char) c));
    return safe.toString();
  }
}
