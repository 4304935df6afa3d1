package io.dateline.score;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a row that would fill the memory. Not safe for use by several threads. */
final class RowLimit extends FilterReader {

  private final long limit;
  private long read;

  RowLimit(Reader in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** A row has ended: the next may be as long again. */
  void restart() {
    read = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return in.read();
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    int got = in.read(buffer, from, length);
    count(Math.max(0, got));
    return got;
  }

  private void count(int characters) throws IOException {
    read += characters;
    if (read > limit) {
      throw new LongRowException(limit);
    }
  }
}
