package io.dateline.source.container;

import com.github.luben.zstd.ZstdInputStream;
import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens Zstandard, <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878</a>, also with the
 * dictionary of a web archive in front, as <a
 * href="https://iipc.github.io/warc-specifications/specifications/warc-zstd/">Zstandard Compression
 * for WARC Files 1.0</a> has it: in a frame that other programs skip, compressed or as it is.
 */
final class Zstandard {

  /** What the specification asks of everyone, for the dictionary as it lies there and unpacked. */
  static final int MAX_DICTIONARY_BYTES = 1 << 23;

  /** A window of 8 MiB, which is all that decoders have to have for WARC files and for HTTP. */
  static final int COMMON_WINDOW_LOG = 23;

  private static final int FRAME = 0xFD2FB528;
  private static final int DICTIONARY = 0xEC30A437;
  private static final int DICTIONARY_FRAME = 0x184D2A5D;

  /** The first of sixteen numbers that begin frames to be skipped; those of LZ4 are the same. */
  private static final int SKIPPABLE_FRAME = 0x184D2A50;

  private static final int SKIPPABLE_HEADER_BYTES = 8;

  private Zstandard() {}

  /** Index behind the skippable frames that a file begins with, or of the end of its head. */
  static int afterSkippable(byte[] head) {
    int at = 0;
    while (head.length - at >= Integer.BYTES
        && (number(head, at) & 0xFFFF_FFF0) == SKIPPABLE_FRAME) {
      if (head.length - at < SKIPPABLE_HEADER_BYTES) {
        return head.length;
      }
      long next = at + SKIPPABLE_HEADER_BYTES + (number(head, at + 4) & 0xFFFF_FFFFL);
      at = (int) Math.min(next, head.length);
    }
    return at;
  }

  /** The unpacked bytes of a file or member. */
  static InputStream open(InputStream packed, ContainerLimits limits) throws IOException {
    PushbackInputStream in = new PushbackInputStream(packed, SKIPPABLE_HEADER_BYTES);
    byte[] dictionary = dictionary(in);
    ZstdInputStream unpacked = new ZstdInputStream(in);
    try {
      unpacked.setLongMax(windowLog(limits.memoryBytes()));
      return dictionary == null ? unpacked : unpacked.setDict(dictionary);
    } catch (IOException e) {
      unpacked.close();
      throw e;
    }
  }

  /** The largest window, as a power of two, within so many bytes. */
  static int windowLog(long bytes) {
    int log = 63 - Long.numberOfLeadingZeros(bytes);
    return Math.max(10, Math.min(31, log));
  }

  /** The dictionary that the next bytes hold, which are left behind; null if they hold none. */
  private static byte @Nullable [] dictionary(PushbackInputStream in) throws IOException {
    byte[] header = in.readNBytes(SKIPPABLE_HEADER_BYTES);
    if (header.length < SKIPPABLE_HEADER_BYTES || number(header, 0) != DICTIONARY_FRAME) {
      in.unread(header);
      return null;
    }
    long length = number(header, 4) & 0xFFFF_FFFFL;
    byte[] magic = in.readNBytes((int) Math.min(length, Integer.BYTES));
    int kind = magic.length == Integer.BYTES ? number(magic, 0) : 0;
    if (kind != FRAME && kind != DICTIONARY) {
      // Somebody else's use of the same number.
      in.skipNBytes(length - magic.length);
      return null;
    }
    if (length > MAX_DICTIONARY_BYTES) {
      throw tooLong();
    }
    in.unread(magic);
    byte[] dictionary = in.readNBytes((int) length);
    if (dictionary.length < length) {
      throw new EOFException("The dictionary is cut short.");
    }
    return kind == DICTIONARY ? dictionary : unpack(dictionary);
  }

  private static byte[] unpack(byte[] packed) throws IOException {
    try (InputStream in =
        new ZstdInputStream(new ByteArrayInputStream(packed)).setLongMax(COMMON_WINDOW_LOG)) {
      byte[] dictionary = in.readNBytes(MAX_DICTIONARY_BYTES + 1);
      if (dictionary.length > MAX_DICTIONARY_BYTES) {
        throw tooLong();
      }
      return dictionary;
    }
  }

  private static IOException tooLong() {
    return new BrokenContainerException(
        RejectionReason.UNSUPPORTED_COMPRESSION,
        0,
        "Its dictionary has more than " + MAX_DICTIONARY_BYTES + " bytes.");
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | (bytes[at + 3] & 0xFF) << 24;
  }
}
