package io.dateline.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The spelling of file names in tables: never normalised, with {@code %} and control characters
 * percent-encoded so that a name can neither break a line nor steer a terminal. Bytes that are no
 * UTF-8 are percent-encoded as well, which keeps two such names apart.
 */
final class EntryNames {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private EntryNames() {}

  /** A name as the file system gave it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Name(byte[] bytes, String encoded, boolean valid) {}

  /** Reads the last element of a path, byte for byte. */
  static Name of(Path path) {
    Path last = path.getFileName();
    String text = last == null ? "" : last.toString();
    if (text.indexOf('\uFFFD') < 0) {
      return new Name(text.getBytes(StandardCharsets.UTF_8), encode(text), true);
    }
    // Java shows bytes that are no UTF-8 as U+FFFD; only the URI still has them.
    byte[] raw = rawLastElement(path.toUri().getRawPath());
    String decoded = decodeStrictly(raw);
    return decoded == null
        ? new Name(raw, encodeBytes(raw), false)
        : new Name(raw, encode(decoded), true);
  }

  static String encode(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || Character.isISOControl(c)) {
        if (out == null) {
          out = new StringBuilder(text.length() + 8).append(text, 0, i);
        }
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          appendHex(out, b);
        }
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  /** The name that {@link #encode} was given. */
  static String decode(String encoded) {
    return encoded.indexOf('%') < 0 ? encoded : new String(bytes(encoded), StandardCharsets.UTF_8);
  }

  /** The bytes of the name that was encoded. */
  static byte[] bytes(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    byte[] in = encoded.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%' && i + 2 < in.length) {
        bytes.write(Character.digit(in[i + 1], 16) * 16 + Character.digit(in[i + 2], 16));
        i += 2;
      } else {
        bytes.write(in[i]);
      }
    }
    return bytes.toByteArray();
  }

  private static String encodeBytes(byte[] raw) {
    StringBuilder out = new StringBuilder(raw.length + 16);
    int from = 0;
    while (from < raw.length) {
      int length = validSequence(raw, from);
      if (length == 0) {
        appendHex(out, raw[from++]);
      } else {
        out.append(encode(new String(raw, from, length, StandardCharsets.UTF_8)));
        from += length;
      }
    }
    return out.toString();
  }

  /** Length of the UTF-8 sequence that starts here, or 0 if none does. */
  private static int validSequence(byte[] raw, int from) {
    int lead = raw[from] & 0xFF;
    int length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || from + length > raw.length) {
      return 0;
    }
    byte[] sequence = Arrays.copyOfRange(raw, from, from + length);
    return decodeStrictly(sequence) == null ? 0 : length;
  }

  private static @Nullable String decodeStrictly(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static byte[] rawLastElement(String uriPath) {
    String path = uriPath.endsWith("/") ? uriPath.substring(0, uriPath.length() - 1) : uriPath;
    String last = path.substring(path.lastIndexOf('/') + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(last.length());
    for (int i = 0; i < last.length(); i++) {
      char c = last.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(last, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static void appendHex(StringBuilder out, byte b) {
    out.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
  }
}
