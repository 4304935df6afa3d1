package io.dateline.fuzz;

/** What must hold of some bytes, whatever they are. Not safe for use by several threads. */
interface Check {

  /**
   * Sends the bytes through and looks at what comes out.
   *
   * @throws AssertionError if it breaks a promise; whatever else it throws breaks one as well
   */
  void check(byte[] input);
}
