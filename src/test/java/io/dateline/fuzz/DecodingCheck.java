package io.dateline.fuzz;

import static io.dateline.fuzz.Invariants.require;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.article.TextDocument;
import io.dateline.source.DocumentDecoder;
import java.nio.charset.StandardCharsets;

/** Telling what kind of text bytes are, and in which encoding. */
final class DecodingCheck implements Check {

  private static final EntryId ID = EntryId.ofFile("fuzz", "document");

  /** Longest label of an encoding that is tried. */
  private static final int MAX_LABEL = 40;

  private final DocumentDecoder decoder = new DocumentDecoder();

  static RawDocument raw(byte[] bytes, Capture capture) {
    return new RawDocument(0, ID, bytes, capture);
  }

  @Override
  public void check(byte[] input) {
    check(input, Capture.UNKNOWN);
    int end = 0;
    while (end < input.length && end < MAX_LABEL && input[end] != '\n') {
      end++;
    }
    String label = new String(input, 0, end, StandardCharsets.ISO_8859_1);
    check(input, new Capture(null, null, null, null, label));
  }

  private void check(byte[] input, Capture capture) {
    TextDocument text = decoder.decode(raw(input, capture));
    require(text.equals(decoder.decode(raw(input, capture))), "it differs", capture);
    require(text.sizeBytes() == input.length, "another size", text.sizeBytes());
    require(text.text().length() <= input.length, "longer than its bytes", text.text().length());
    require(text.mediaType().matches("[a-z]+/[a-z0-9.+-]+"), "a media type", text.mediaType());
    require(
        text.text().isEmpty() || text.charset().matches("[A-Za-z0-9._:-]+"),
        "a charset",
        text.charset());
    long marks = text.text().chars().filter(c -> c == '\uFFFD').count();
    require(
        text.replacementCharacters() >= 0 && text.replacementCharacters() <= marks,
        "more replacements than there are",
        text.replacementCharacters() + " of " + marks);
    requirePairs(text.text());
  }

  private static void requirePairs(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      require(c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE, "half a pair", i);
      i += Character.charCount(c);
    }
  }
}
