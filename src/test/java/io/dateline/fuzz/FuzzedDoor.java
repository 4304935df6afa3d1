package io.dateline.fuzz;

/** What Jazzer calls: the door that the first argument names. */
public final class FuzzedDoor {

  private static Door door = Door.CONTAINER;

  private FuzzedDoor() {}

  /** Chooses the door. */
  public static void fuzzerInitialize(String[] arguments) {
    door = Door.valueOf(arguments[0]);
  }

  /** Sends one input through it. */
  public static void fuzzerTestOneInput(byte[] input) {
    door.check(input);
  }
}
