package io.dateline.batch.lease;

import io.dateline.batch.journal.HostName;
import io.dateline.batch.journal.ShownText;

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
    // They fit their columns, and steer no terminal.
    user = ShownText.of(user, MAX_USER);
    host = ShownText.of(host, MAX_HOST);
    machine = ShownText.of(machine, MAX_MACHINE);
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
}
