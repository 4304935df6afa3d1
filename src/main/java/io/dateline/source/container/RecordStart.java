package io.dateline.source.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Recognises where a record of a web archive begins. */
final class RecordStart {

  /** Longest header line of an ARC record that is recognised; most of it is the address. */
  static final int MAX_ARC_LINE = 8192;

  /** Longest scheme of an address at its start: {@code filedesc}. */
  private static final int MAX_SCHEME = 12;

  private static final String WARC = "WARC/";

  /** {@code WARC/0.18} with its line's end. */
  private static final int MAX_VERSION_LINE = 12;

  private RecordStart() {}

  /** Whether a record may begin with these bytes, of which the first {@code length} count. */
  static boolean opens(byte[] bytes, int length) {
    int i = 0;
    while (i < length && i < WARC.length() && bytes[i] == WARC.charAt(i)) {
      i++;
    }
    if (i == WARC.length() && i < length) {
      return isDigit(bytes[i]);
    }
    i = 0;
    while (i < length && i < MAX_SCHEME && isLetter(bytes[i])) {
      i++;
    }
    return i > 0 && i < length && bytes[i] == ':';
  }

  /** Whether a web archive begins at the next byte, even if its first record cannot be read. */
  static boolean isArchiveNext(RecordBytes bytes) throws IOException {
    return isNext(bytes) || isArcFileNext(bytes);
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

  /** Whether a WARC record whose lines end with a line feed alone begins at the next byte. */
  static boolean isWarcOfFeedsNext(RecordBytes bytes) throws IOException {
    int length = versionLine(bytes);
    return length > 1 && bytes.at(length - 2) != '\r';
  }

  /** Bytes of the line at the next byte that names a version of WARC, 0 if it is none. */
  private static int versionLine(RecordBytes bytes) throws IOException {
    int visible = bytes.look(1) > 0 && bytes.at(0) == 'W' ? bytes.look(MAX_VERSION_LINE) : 0;
    int i = 0;
    while (i < WARC.length() && i < visible && bytes.at(i) == WARC.charAt(i)) {
      i++;
    }
    if (i < WARC.length()) {
      return 0;
    }
    int digits = 0;
    int end = Math.min(visible, MAX_VERSION_LINE);
    while (i < end && (isDigit(bytes.at(i)) || bytes.at(i) == '.')) {
      digits++;
      i++;
    }
    if (i < end && bytes.at(i) == '\r') {
      i++;
    }
    return digits >= 3 && i < end && bytes.at(i) == '\n' ? i + 1 : 0;
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

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
