package io.dateline.chaos;

/** At what a kill is aimed; where it falls is read from the log afterwards. */
enum Aim {
  /** From the start of the process to the first step. */
  START(""),
  PLAN("planStep"),
  EXTRACT("extractStep"),
  /** At the moment when a part file grows, which is between the rows and the commit. */
  CHUNK("extractStep"),
  SUMMARISE("summariseStep"),
  PUBLISH("publishStep"),
  /** After the last step, before the process is gone. */
  END(RunLog.END),
  /** As told to stop by SIGTERM, and killed while it does. */
  STOPPING("extractStep");

  private final String step;

  Aim(String step) {
    this.step = step;
  }

  /** The step to wait for. */
  String step() {
    return step;
  }
}
