package io.dateline.source.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises where a record of a web archive begins. */
final class RecordStart {

  /** Longest header line of an ARC record that is recognised; most of it is the address. */
  static final int MAX_ARC_LINE = 8192;

  /** Longest scheme of an address at its start: {@code filedesc}. */
  private static final int MAX_SCHEME = 12;

  /** In lower case: some writers have it so. */
  private static final String WARC = "warc/";

  /** Begins the names of the fields of a WARC record. */
  private static final String WARC_FIELD = "warc-";

  /** {@code WARC/0.18} with blanks behind it and the line's end. */
  private static final int MAX_VERSION_LINE = 32;

  /** Bytes that tell whether what looks like WARC is, if it is no record. */
  private static final int MAX_ODD_START = 1024;

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private RecordStart() {}

  /** Whether a record may begin with these bytes, of which the first {@code length} count. */
  static boolean opens(byte[] bytes, int length) {
    int from = 0;
    while (from < length
        && (isBreak(bytes[from]) || BYTE_ORDER_MARK.indexOf(bytes[from] & 0xFF) >= 0)) {
      from++;
    }
    int i = from;
    while (i < length && i - from < WARC.length() && lower(bytes[i]) == WARC.charAt(i - from)) {
      i++;
    }
    if (i - from == WARC.length()) {
      return true;
    }
    i = from;
    while (i < length && i - from < MAX_SCHEME && isLetter(bytes[i])) {
      i++;
    }
    return i > from && i < length && bytes[i] == ':';
  }

  /**
   * Whether a web archive begins at the next byte, or behind a byte order mark and line breaks,
   * even if its first record cannot be read. Leaves those behind.
   */
  static boolean isArchiveNext(RecordBytes bytes) throws IOException {
    skipBreaks(bytes);
    return isNext(bytes) || isArcFileNext(bytes) || isOddWarcNext(bytes);
  }

  /** Leaves line breaks behind, of which two stand after each record, and byte order marks. */
  static void skipBreaks(RecordBytes bytes) throws IOException {
    while (bytes.look(1) > 0) {
      if (isBreak(bytes.at(0))) {
        bytes.skip(1);
      } else if (isMarkNext(bytes)) {
        bytes.skip(BYTE_ORDER_MARK.length());
      } else {
        return;
      }
    }
  }

  private static boolean isMarkNext(RecordBytes bytes) throws IOException {
    if ((bytes.at(0) & 0xFF) != BYTE_ORDER_MARK.charAt(0)
        || bytes.look(BYTE_ORDER_MARK.length()) < BYTE_ORDER_MARK.length()) {
      return false;
    }
    return (bytes.at(1) & 0xFF) == BYTE_ORDER_MARK.charAt(1)
        && (bytes.at(2) & 0xFF) == BYTE_ORDER_MARK.charAt(2);
  }

  /**
   * Whether what stands next is WARC but for the line with the version, and so no text: nothing
   * else is in that line than a number, or a field of a record stands in one that follows.
   */
  private static boolean isOddWarcNext(RecordBytes bytes) throws IOException {
    if (warcPrefix(bytes) == 0) {
      return false;
    }
    byte[] start = new byte[Math.min(bytes.look(MAX_ODD_START), MAX_ODD_START)];
    bytes.ahead().get(start);
    String text = new String(start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    String version = text.lines().findFirst().orElse("").substring(WARC.length()).strip();
    boolean number = !version.isEmpty() && isDigit((byte) version.charAt(0));
    return (number && version.indexOf(' ') < 0) || text.contains("\n" + WARC_FIELD);
  }

  /** Whether a line of an ARC file on itself stands next, whatever is in it, and its version. */
  private static boolean isArcFileNext(RecordBytes bytes) throws IOException {
    int visible = Math.min(bytes.look(MAX_ARC_LINE), MAX_ARC_LINE);
    int i = 0;
    while (i < visible && bytes.at(i) != '\n') {
      if (i < ArcLine.FILE_DESCRIPTION.length()
          && bytes.at(i) != ArcLine.FILE_DESCRIPTION.charAt(i)) {
        return false;
      }
      i++;
    }
    return i > ArcLine.FILE_DESCRIPTION.length()
        && i + 2 < visible
        && (bytes.at(i + 1) == '1' || bytes.at(i + 1) == '2')
        && bytes.at(i + 2) == ' ';
  }

  /** Whether a record begins at the next byte. */
  static boolean isNext(RecordBytes bytes) throws IOException {
    return isWarcNext(bytes) || arcLine(bytes) != null;
  }

  /** Whether a WARC record begins at the next byte: a whole line that names the version. */
  static boolean isWarcNext(RecordBytes bytes) throws IOException {
    return versionLine(bytes) > 0;
  }

  /** Bytes of the line at the next byte that names a version of WARC, 0 if it is none. */
  static int versionLine(RecordBytes bytes) throws IOException {
    int i = warcPrefix(bytes);
    if (i == 0) {
      return 0;
    }
    int end = Math.min(bytes.look(MAX_VERSION_LINE), MAX_VERSION_LINE);
    int from = i;
    while (i < end && (isDigit(bytes.at(i)) || bytes.at(i) == '.')) {
      i++;
    }
    boolean version = i - from >= 3;
    while (i < end && isBlank(bytes.at(i))) {
      i++;
    }
    return version && i < end && bytes.at(i) == '\n' ? i + 1 : 0;
  }

  /** Length of what begins the line with the version, in letters of any case; 0 if it is not. */
  private static int warcPrefix(RecordBytes bytes) throws IOException {
    if (bytes.look(1) == 0 || lower(bytes.at(0)) != 'w') {
      return 0;
    }
    int visible = bytes.look(WARC.length());
    int i = 0;
    while (i < visible && i < WARC.length() && lower(bytes.at(i)) == WARC.charAt(i)) {
      i++;
    }
    return i == WARC.length() ? i : 0;
  }

  /** The header of the ARC record that begins at the next byte, or null if none does. */
  static @Nullable ArcLine arcLine(RecordBytes bytes) throws IOException {
    if (!opensWithScheme(bytes)) {
      return null;
    }
    int visible = 0;
    for (int i = 0; i < MAX_ARC_LINE; i++) {
      if (i == visible) {
        visible = bytes.look(i + 1);
        if (i == visible) {
          return null;
        }
      }
      if (bytes.at(i) == '\n') {
        byte[] line = new byte[i];
        bytes.ahead().get(line);
        return ArcLine.parse(line);
      }
    }
    return null;
  }

  /**
   * Goes on to the next line that begins a record; false at the end of this piece.
   *
   * <p>What follows directly is taken for the rest of a line.
   */
  static boolean find(RecordBytes bytes) throws IOException {
    int visible;
    while ((visible = bytes.look(1)) > 0) {
      int i = 0;
      while (i < visible && bytes.at(i) != '\n') {
        i++;
      }
      if (i == visible) {
        bytes.skip(visible);
      } else {
        bytes.skip(i + 1);
        if (isNext(bytes)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean opensWithScheme(RecordBytes bytes) throws IOException {
    if (bytes.look(1) == 0 || !isLetter(bytes.at(0))) {
      return false;
    }
    int visible = Math.min(bytes.look(MAX_SCHEME + 1), MAX_SCHEME + 1);
    int i = 1;
    while (i < visible && isLetter(bytes.at(i))) {
      i++;
    }
    return i < visible && bytes.at(i) == ':';
  }

  private static boolean isBreak(byte b) {
    return b == '\r' || b == '\n';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  /** A letter of ASCII as a small one. */
  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
