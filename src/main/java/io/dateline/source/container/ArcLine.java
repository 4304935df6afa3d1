package io.dateline.source.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line that begins an <a href="https://archive.org/web/researcher/ArcFileFormat.php">ARC</a>
 * record, of version 1 (address, IP address, date, media type, length) or 2 (with status, checksum
 * and the like before the length).
 *
 * <p>Parsed here and not by jwarc, which knows version 1 alone and no media type with a space.
 * Crawlers write addresses with spaces, too: theirs ends where an IP address and a date follow.
 *
 * @param url the address; {@code filedesc:} for the file's description of itself
 * @param date ISO 8601, null if the line has none that exists
 * @param mediaType as in the line
 * @param contentLength bytes of the record behind the line
 * @param lineBytes bytes of the line with its end
 */
record ArcLine(
    String url, @Nullable String date, String mediaType, long contentLength, int lineBytes) {

  static final String FILE_DESCRIPTION = "filedesc:";

  private static final int FIELDS_OF_VERSION_1 = 5;

  /** More than any line has; behind so many the rest counts as one. */
  private static final int MAX_FIELDS = 256;

  private static final int MAX_LENGTH_DIGITS = 18;

  /** The fields of the line, given without its line feed, or null if it begins no record. */
  static @Nullable ArcLine parse(byte[] line) {
    String text = decoded(line);
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    List<String> fields = List.of(text.split(" ", MAX_FIELDS));
    int last = fields.size() - 1;
    if (last < FIELDS_OF_VERSION_1 - 1 || !isNumber(fields.get(last), 1, MAX_LENGTH_DIGITS)) {
      return null;
    }
    int address = addressIn(fields);
    if (address < 0) {
      // Of itself a file may say nothing but its length: all else is "-" then, or made up.
      if (!text.startsWith(FILE_DESCRIPTION)) {
        return null;
      }
      address = 1;
    }
    return new ArcLine(
        String.join(" ", fields.subList(0, address)),
        CaptureDate.of(fields.get(address + 1)),
        fields.get(address + 2),
        Long.parseLong(fields.get(last)),
        line.length + 1);
  }

  /** Index of the IP address, with a date behind it; one that is known wins over a place-holder. */
  private static int addressIn(List<String> fields) {
    int placeholder = -1;
    for (int i = 1; i < fields.size() - 3; i++) {
      if (isNumber(fields.get(i + 1), 8, 14)) {
        if (isIpAddress(fields.get(i))) {
          return i;
        }
        if (placeholder < 0 && (fields.get(i).equals("0") || fields.get(i).equals("-"))) {
          placeholder = i;
        }
      }
    }
    return placeholder;
  }

  /** Newer crawlers write addresses in UTF-8, older ones the bytes that the page had. */
  private static String decoded(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      return new String(line, StandardCharsets.ISO_8859_1);
    }
  }

  /** Dotted numbers; with colons since IPv6; {@code 0.0.0.0} in the file's own description. */
  private static boolean isIpAddress(String text) {
    if (text.length() < 2 || text.length() > 45) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && c != ':' && Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return text.indexOf('.') > 0 || text.indexOf(':') >= 0;
  }

  private static boolean isNumber(String text, int min, int max) {
    if (text.length() < min || text.length() > max) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
