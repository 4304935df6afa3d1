package io.dateline.batch.publish;

/**
 * Counts the rows of a CSV file as its bytes pass. A line break inside quotes ends no row. Not safe
 * for use by several threads.
 */
final class CsvRowCount {

  private long lineEnds;
  private boolean quoted;

  void add(byte[] buffer, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (buffer[i] == '"') {
        quoted = !quoted;
      } else if (buffer[i] == '\n' && !quoted) {
        lineEnds++;
      }
    }
  }

  /** Whole rows so far, without the header. */
  long rows() {
    return lineEnds - 1;
  }
}
