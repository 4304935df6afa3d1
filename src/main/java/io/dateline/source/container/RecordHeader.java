package io.dateline.source.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * What a record of a web archive says of itself.
 *
 * @param type {@code response}, {@code resource}, {@code warcinfo} and the like, in lower case
 * @param contentLength bytes of the block behind the header
 * @param contentType of the block, null if not stated
 * @param payloadType of the payload inside the block, as identified by the crawler, null likewise
 * @param isTruncated whether the record says that its block was cut, or goes on in another
 * @param end what stands behind the block
 */
record RecordHeader(
    String type,
    @Nullable String recordId,
    @Nullable String url,
    @Nullable String date,
    @Nullable String contentType,
    @Nullable String payloadType,
    long contentLength,
    boolean isTruncated,
    RecordEnd end) {

  /** Bytes of a header: addresses take most of it. */
  private static final int MAX_BYTES = 1 << 18;

  /** Longest address or id that is kept, in UTF-16 code units. */
  private static final int MAX_VALUE = 1 << 14;

  private static final int MAX_LENGTH_DIGITS = 18;

  private static final byte[] VERSION_LINE = "WARC/1.0\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Reads the header that begins at the next byte, and leaves it behind. */
  static RecordHeader read(RecordBytes bytes) throws IOException {
    if (RecordStart.isWarcNext(bytes)) {
      return readWarc(bytes);
    }
    ArcLine line = RecordStart.arcLine(bytes);
    if (line == null) {
      throw new DamagedBytesException("No record begins here.");
    }
    bytes.skip(line.lineBytes());
    return of(line);
  }

  /** Whether it is an ARC record. */
  boolean isArc() {
    return end == RecordEnd.ONE_BREAK;
  }

  /** Whether the block is said to be a message of HTTP, with its header. */
  boolean isHttp() {
    return "application/http".equals(PayloadType.of(contentType).name());
  }

  private static RecordHeader of(ArcLine line) {
    String type =
        line.url().startsWith(ArcLine.FILE_DESCRIPTION)
            ? "warcinfo"
            : line.url().startsWith("dns:") ? "dns" : "response";
    return new RecordHeader(
        type,
        null,
        address(line.url()),
        line.date(),
        null,
        line.mediaType(),
        line.contentLength(),
        false,
        RecordEnd.ONE_BREAK);
  }

  private static RecordHeader readWarc(RecordBytes bytes) throws IOException {
    WarcParser parser = new WarcParser();
    parser.setLenient(true);
    parser.reset();
    // The parser knows no version in small letters, nor one with blanks behind it.
    parser.parse(ByteBuffer.wrap(VERSION_LINE));
    int versionLine = RecordStart.versionLine(bytes);
    RecordEnd end = bytes.at(versionLine - 2) == '\r' ? RecordEnd.TWO_BREAKS : RecordEnd.TWO_FEEDS;
    bytes.skip(versionLine);
    int left = MAX_BYTES;
    while (!parser.isFinished()) {
      if (bytes.look(1) == 0) {
        throw new DamagedBytesException("The record's header is cut short.");
      }
      ByteBuffer ahead = bytes.ahead();
      ahead.limit(Math.min(ahead.limit(), ahead.position() + left));
      int before = ahead.position();
      try {
        parser.parse(ahead);
      } catch (RuntimeException e) {
        throw new DamagedBytesException("The record's header cannot be read.");
      }
      left -= ahead.position() - before;
      bytes.skip(ahead.position() - before);
      if (parser.isError()) {
        throw new DamagedBytesException("The record's header cannot be read.");
      }
      if (left <= 0 && !parser.isFinished()) {
        throw new DamagedBytesException("The record's header is longer than any should be.");
      }
    }
    return of(parser.headers(), end);
  }

  private static RecordHeader of(MessageHeaders headers, RecordEnd end)
      throws DamagedBytesException {
    String type = headers.first("WARC-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    return new RecordHeader(
        type,
        bare(headers.first("WARC-Record-ID").orElse(null)),
        address(bare(headers.first("WARC-Target-URI").orElse(null))),
        CaptureDate.of(headers.first("WARC-Date").orElse(null)),
        headers.first("Content-Type").orElse(null),
        headers.first("WARC-Identified-Payload-Type").orElse(null),
        contentLength(headers.all("Content-Length")),
        // The first of several segments; the others are records of type continuation.
        headers.first("WARC-Truncated").isPresent()
            || headers.first("WARC-Segment-Number").isPresent(),
        end);
  }

  private static long contentLength(List<String> values) throws DamagedBytesException {
    if (values.isEmpty()) {
      throw new DamagedBytesException("The record has no Content-Length.");
    }
    String value = values.get(0).strip();
    long length = length(value);
    if (length < 0 || values.stream().anyMatch(other -> !other.strip().equals(value))) {
      throw new DamagedBytesException("The record's Content-Length is no length.");
    }
    return length;
  }

  /** The number that a header states as a length, -1 if it is none. */
  static long length(String value) {
    String text = value.strip();
    boolean number = !text.isEmpty() && text.length() <= MAX_LENGTH_DIGITS;
    for (int i = 0; number && i < text.length(); i++) {
      number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return number ? Long.parseLong(text) : -1;
  }

  /** Without the angle brackets that the standard has around ids, and Wget around addresses. */
  private static @Nullable String bare(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    boolean bracketed = text.length() > 1 && text.startsWith("<") && text.endsWith(">");
    return kept(bracketed ? text.substring(1, text.length() - 1) : text);
  }

  /** With the scheme in small letters, and spaces as RFC 3986 has them, where a crawler did not. */
  private static @Nullable String address(@Nullable String value) {
    if (value == null) {
      return null;
    }
    int scheme = Math.max(0, value.indexOf(':'));
    return kept(
        value.substring(0, scheme).toLowerCase(Locale.ROOT)
            + value.substring(scheme).replace(" ", "%20"));
  }

  private static @Nullable String kept(String value) {
    return value.isEmpty() || value.length() > MAX_VALUE ? null : value;
  }
}
