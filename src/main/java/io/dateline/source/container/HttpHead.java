package io.dateline.source.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpParser;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * The head of an HTTP response as it came over the wire.
 *
 * @param contentType as declared, null if it is not
 * @param codings names of the content codings in the order in which they were applied, lower case
 * @param isChunked whether the body is in the chunked transfer coding
 * @param length of the body as declared, -1 if it is not
 */
record HttpHead(
    int status,
    @Nullable String contentType,
    List<String> codings,
    boolean isChunked,
    long length) {

  private static final int MAX_BYTES = 1 << 18;

  HttpHead {
    codings = List.copyOf(codings);
  }

  /** Whether a response's head stands at the next byte. */
  static boolean isNext(RecordBody body) throws IOException {
    ByteBuffer ahead = body.ahead(5);
    byte[] start = new byte[Math.min(5, ahead.remaining())];
    ahead.get(start);
    return Arrays.equals(start, new byte[] {'H', 'T', 'T', 'P', '/'});
  }

  /** Reads the head at the next byte, and leaves it behind. */
  static HttpHead read(RecordBody body) throws IOException {
    HttpParser parser = new HttpParser();
    parser.lenientResponse();
    int left = MAX_BYTES;
    while (!parser.isFinished()) {
      ByteBuffer ahead = body.ahead();
      if (!ahead.hasRemaining()) {
        throw new DamagedBytesException("The HTTP header is cut short.");
      }
      ahead.limit(Math.min(ahead.limit(), ahead.position() + left));
      int before = ahead.position();
      try {
        parser.parse(ahead);
      } catch (RuntimeException e) {
        // Such as a status that is too large for a number.
        throw new DamagedBytesException("The HTTP header cannot be read.");
      }
      left -= ahead.position() - before;
      body.leave(ahead.position() - before);
      if (!parser.isFinished() && (parser.isError() || left <= 0)) {
        throw new DamagedBytesException("The HTTP header cannot be read.");
      }
    }
    MessageHeaders headers = parser.headers();
    List<String> transfer = words(headers.all("Transfer-Encoding"));
    return new HttpHead(
        parser.status(),
        headers.first("Content-Type").orElse(null),
        words(headers.all("Content-Encoding")),
        transfer.contains("chunked"),
        RecordHeader.length(headers.first("Content-Length").orElse("")));
  }

  private static List<String> words(List<String> values) {
    List<String> words = new ArrayList<>();
    for (String value : values) {
      for (String word : value.split(",", 16)) {
        if (!word.isBlank()) {
          words.add(word.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }
}
