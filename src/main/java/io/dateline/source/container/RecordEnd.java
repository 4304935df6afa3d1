package io.dateline.source.container;

import java.io.IOException;

/** The line breaks that stand behind the block of a record. */
enum RecordEnd {
  /** Behind a WARC record, by the standard. */
  TWO_BREAKS,
  /** Behind a WARC record whose header has line feeds alone. */
  TWO_FEEDS,
  /** Behind an ARC record: so little that a line of a page ends like it. */
  ONE_BREAK;

  /** Whether they stand at the next byte. */
  boolean isNext(RecordBytes bytes) throws IOException {
    return switch (this) {
      case TWO_BREAKS -> isNext(bytes, "\r\n\r\n");
      case TWO_FEEDS -> isNext(bytes, "\n\n");
      case ONE_BREAK -> isNext(bytes, "\n") || isNext(bytes, "\r\n");
    };
  }

  private static boolean isNext(RecordBytes bytes, String breaks) throws IOException {
    if (bytes.look(breaks.length()) < breaks.length()) {
      return false;
    }
    for (int i = 0; i < breaks.length(); i++) {
      if (bytes.at(i) != breaks.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
