package io.dateline.source;

import java.io.ByteArrayOutputStream;

/**
 * Picks the parts of a document that tell its encoding: the words that are not all ASCII, and a few
 * about them. In a page of 200 kB of markup the first kilobytes need not hold any.
 */
final class Sample {

  /** The detector looks at no more. */
  private static final int MAX_BYTES = 8000;

  /** ASCII kept before and after a byte that is none. */
  private static final int CONTEXT_BYTES = 24;

  private Sample() {}

  static byte[] of(byte[] bytes) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream(MAX_BYTES);
    int copied = 0;
    for (int at = 0; at < bytes.length && sample.size() < MAX_BYTES; at++) {
      if (bytes[at] >= 0) {
        continue;
      }
      int from = wordStart(bytes, at, copied);
      int to = wordEnd(bytes, at, from + MAX_BYTES - sample.size());
      if (from > copied) {
        sample.write('\n');
      }
      sample.write(bytes, from, to - from);
      copied = to;
      at = to - 1;
    }
    return sample.toByteArray();
  }

  /** Goes back over the context to where a word starts, but not into what is copied already. */
  private static int wordStart(byte[] bytes, int at, int copied) {
    int limit = Math.max(copied, at - CONTEXT_BYTES);
    int start = at;
    for (int i = at; i > limit; i--) {
      if (separates(bytes[i - 1])) {
        start = i;
      }
    }
    // Without a separator the text is one run, and the cut may split a character of two bytes.
    return start == at && limit == copied ? copied : start;
  }

  private static int wordEnd(byte[] bytes, int at, int limit) {
    int end = at;
    int ascii = 0;
    int max = Math.min(bytes.length, limit);
    while (end < max && ascii <= CONTEXT_BYTES) {
      ascii = bytes[end] < 0 ? 0 : ascii + 1;
      end++;
    }
    int cut = end;
    while (end < bytes.length && cut > at + 1 && !separates(bytes[cut - 1])) {
      cut--;
    }
    return cut > at + 1 ? cut : end;
  }

  /** Bytes that are never the second half of a character: space and punctuation below 0x30. */
  private static boolean separates(byte b) {
    return b >= 0 && b < 0x30;
  }
}
