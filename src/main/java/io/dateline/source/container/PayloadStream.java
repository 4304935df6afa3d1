package io.dateline.source.container;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a record: its block without the transfer and content codings of HTTP. A coding
 * that the bytes belie was undone by the crawler already, and is not undone again. What was cut
 * short ends where it was cut if the record says so, and is damaged if it does not.
 *
 * <p>The end is reported only once the record itself proved whole.
 */
final class PayloadStream extends InputStream {

  /** More codings than any server applies. */
  private static final int MAX_CODINGS = 3;

  private final RecordBody body;
  private final List<String> codings;
  private final boolean chunked;
  private final boolean truncated;
  private @Nullable InputStream decoded;
  private @Nullable Inflater bare;

  /** The block itself. */
  PayloadStream(RecordBody body) {
    this(body, List.of(), false, true);
  }

  /**
   * The block with these codings undone.
   *
   * @param truncated whether the record says that it was cut, so that no coding need end well
   */
  PayloadStream(RecordBody body, List<String> codings, boolean chunked, boolean truncated) {
    this.body = body;
    this.codings = codings;
    this.chunked = chunked;
    this.truncated = truncated;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      if (decoded == null) {
        decoded = decode();
      }
      read = decoded.read(target, offset, length);
    } catch (IOException e) {
      IOException failure = body.failure();
      if (failure != null) {
        throw failure;
      }
      if (!truncated) {
        throw e instanceof DamagedBytesException
            ? e
            : new DamagedBytesException(
                e instanceof EOFException
                    ? "The payload is cut short inside its coding."
                    : "The content coding of the payload is broken.");
      }
      read = -1;
    }
    if (read < 0) {
      body.drain();
    }
    return read;
  }

  /** Lets go of what decoding holds; the block may be unread. */
  void release() throws IOException {
    try {
      if (decoded != null) {
        decoded.close();
      }
    } finally {
      // A stream ends only the inflater that it made itself.
      if (bare != null) {
        bare.end();
      }
    }
  }

  private InputStream decode() throws IOException {
    if (codings.size() > MAX_CODINGS) {
      throw new DamagedBytesException("The payload has more content codings than any should.");
    }
    InputStream in = chunked ? new ChunkedStream(body) : body;
    for (int i = codings.size() - 1; i >= 0; i--) {
      in = undo(codings.get(i), new BufferedInputStream(in));
    }
    return in;
  }

  private InputStream undo(String coding, BufferedInputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return switch (coding) {
      case "gzip", "x-gzip" -> first == 0x1F && second == 0x8B ? new GZIPInputStream(in) : in;
      // RFC 9110 means zlib's format; some servers send the bare one.
      case "deflate" ->
          isZlib(first, second)
              ? new InflaterInputStream(in)
              : isText(first, second) ? in : inflated(in);
      case "zstd" ->
          first == 0x28 && second == 0xB5
              ? new ZstdInputStream(in).setLongMax(Zstandard.COMMON_WINDOW_LOG)
              : in;
      case "br" -> isText(first, second) ? in : new BrotliInputStream(in);
      default -> in;
    };
  }

  private InputStream inflated(InputStream in) throws DamagedBytesException {
    if (bare != null) {
      throw new DamagedBytesException("The payload has the same content coding twice.");
    }
    bare = new Inflater(true);
    return new InflaterInputStream(in, bare);
  }

  private static boolean isZlib(int first, int second) {
    return (first & 0x0F) == 8 && second >= 0 && ((first << 8) | second) % 31 == 0;
  }

  /** Whether that is how pages begin, once decoded; no coding that is undone here begins so. */
  private static boolean isText(int first, int second) {
    if (first < 0 || second < 0) {
      return true;
    }
    return first == '<'
        ? second == '!' || second == '?' || Character.isLetter(second)
        : isSpace(first) && (isSpace(second) || second == '<');
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
