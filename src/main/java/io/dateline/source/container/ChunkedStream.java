package io.dateline.source.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A body in the chunked transfer coding of <a
 * href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112</a>. A body that does not
 * begin with a chunk is handed on as it is: many crawlers decode it and leave the header. One that
 * is cut short fails with {@link EOFException} where it was cut.
 *
 * <p>Here and not jwarc's, which fails on both.
 */
final class ChunkedStream extends InputStream {

  /** Longest line that holds a chunk's length, with its extensions. */
  private static final int MAX_LINE = 4096;

  private static final int MAX_DIGITS = 15;

  private final PushbackInputStream in;
  private long left;
  private boolean started;
  private boolean plain;
  private boolean ended;

  ChunkedStream(InputStream in) {
    this.in = new PushbackInputStream(in, MAX_LINE);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!started) {
      started = true;
      plain = !nextChunk(true);
    }
    if (plain) {
      return in.read(target, offset, length);
    }
    while (left == 0 && !ended) {
      if (!nextChunk(false)) {
        throw new DamagedBytesException("The chunked coding is broken.");
      }
    }
    if (ended) {
      return -1;
    }
    int read = in.read(target, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("The chunk is cut short.");
    }
    left -= read;
    return read;
  }

  /** Reads the line that begins a chunk; false if it is none, and the first is then put back. */
  private boolean nextChunk(boolean first) throws IOException {
    byte[] line = new byte[MAX_LINE];
    int length = 0;
    int next = in.read();
    while (!first && (next == '\r' || next == '\n')) {
      next = in.read();
    }
    while (next >= 0 && next != '\n' && length < MAX_LINE - 1) {
      line[length++] = (byte) next;
      next = in.read();
    }
    if (next < 0 && !first) {
      throw new EOFException("No last chunk ends the body.");
    }
    int digits = 0;
    long size = 0;
    while (digits < length && digits <= MAX_DIGITS && Character.digit(line[digits], 16) >= 0) {
      size = size * 16 + Character.digit(line[digits], 16);
      digits++;
    }
    boolean delimited = digits == length || " \t\r;".indexOf(line[digits]) >= 0;
    if (next != '\n' || digits == 0 || digits > MAX_DIGITS || !delimited) {
      if (next >= 0) {
        line[length++] = (byte) next;
      }
      if (first) {
        in.unread(line, 0, length);
      }
      return false;
    }
    left = size;
    ended = size == 0;
    return true;
  }
}
