package io.dateline.source.container;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line that begins an <a href="https://archive.org/web/researcher/ArcFileFormat.php">ARC</a>
 * record, of version 1 (address, IP address, date, media type, length) or 2 (with status, checksum
 * and the like before the length).
 *
 * <p>Parsed here and not by jwarc, which knows version 1 alone and no media type with a space.
 *
 * @param url the address; {@code filedesc:} for the file's description of itself
 * @param date ISO 8601, null if the line has none that exists
 * @param mediaType as in the line
 * @param contentLength bytes of the record behind the line
 * @param lineBytes bytes of the line with its end
 */
record ArcLine(
    String url, @Nullable String date, String mediaType, long contentLength, int lineBytes) {

  private static final int FIELDS_OF_VERSION_1 = 5;
  private static final int MAX_LENGTH_DIGITS = 18;

  /** The line's fields, or null if it does not begin a record. */
  static @Nullable ArcLine parse(String line, int lineBytes) {
    String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    List<String> fields = List.of(text.split(" ", 64));
    if (fields.size() < FIELDS_OF_VERSION_1
        || !isIpAddress(fields.get(1))
        || !isNumber(fields.get(2), 8, 14)
        || !isNumber(fields.get(fields.size() - 1), 1, MAX_LENGTH_DIGITS)) {
      return null;
    }
    return new ArcLine(
        fields.get(0),
        CaptureDate.of(fields.get(2)),
        fields.get(3),
        Long.parseLong(fields.get(fields.size() - 1)),
        lineBytes);
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
