package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens a stream when it is first read. Decoders read their headers when they are made: so what
 * they throw over them is damage of the content, and a member that nobody reads costs nothing.
 */
final class LateStream extends InputStream {

  private final Opener opener;
  private @Nullable InputStream in;

  LateStream(Opener opener) {
    this.opener = opener;
  }

  /** Makes the stream. */
  interface Opener {
    InputStream open() throws IOException;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    if (in == null) {
      in = opener.open();
    }
    return in.read(target, offset, wanted);
  }
}
