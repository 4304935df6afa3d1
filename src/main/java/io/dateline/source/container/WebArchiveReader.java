package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a web archive, WARC or ARC.
 *
 * <p>Documents are pages and texts: the payloads of {@code response} records with a status of 2xx,
 * and the blocks of {@code resource} and {@code conversion} records. What is of another kind is
 * passed over. A member's name is the record's {@link RecordPlace}. Digests are not compared: gzip
 * has its own checksum, and crawlers do not agree on which bytes the digest of a payload is of.
 *
 * <p>Behind a damaged record it goes on with the next line, or gzip member, that begins one.
 */
final class WebArchiveReader implements MemberReader {

  private static final String CRAWL_SCHEME = "metadata:";

  /** The status of a response with a part of the page, which its coding need not end. */
  private static final int PARTIAL_CONTENT = 206;

  private final RecordBytes bytes;
  private final long end;
  private RecordPlace place;
  private @Nullable RecordBody body;
  private @Nullable PayloadStream content;

  /**
   * A reader.
   *
   * @param end place from which on records are left to another
   */
  WebArchiveReader(RecordBytes bytes, long end) {
    this.bytes = bytes;
    this.end = end;
    this.place = bytes.place();
  }

  /** Where the record lies that was read last. */
  RecordPlace place() {
    return place;
  }

  @Override
  public @Nullable Member next() throws IOException {
    leave();
    try {
      if (!findRecord()) {
        return null;
      }
    } catch (DamagedBytesException e) {
      place = bytes.place();
      return place.offset() >= end ? null : damaged(e);
    }
    place = bytes.place();
    if (place.offset() >= end) {
      return null;
    }
    try {
      RecordHeader header = RecordHeader.read(bytes);
      RecordBody block = new RecordBody(bytes, header.contentLength(), header.end());
      Member member = member(header, block);
      if (member instanceof Member.PassedOver) {
        block.drain();
      }
      return member;
    } catch (DamagedBytesException e) {
      return damaged(e);
    }
  }

  private Member damaged(DamagedBytesException e) throws IOException {
    bytes.recover(place);
    return new Member.Damaged(
        place.name(),
        place.offset(),
        RejectionReason.MEMBER_DAMAGED,
        String.valueOf(e.getMessage()));
  }

  /** Leaves the rest of the document behind that was handed out last. */
  private void leave() throws IOException {
    RecordBody last = body;
    PayloadStream stream = content;
    body = null;
    content = null;
    if (last == null || stream == null) {
      return;
    }
    stream.release();
    try {
      last.drain();
    } catch (DamagedBytesException e) {
      // Whoever read it met this, or gave the document up before, and has told of it either way.
      bytes.recover(place);
    }
  }

  /** Goes to where the next record should begin; false at the end. */
  private boolean findRecord() throws IOException {
    while (true) {
      RecordStart.skipBreaks(bytes);
      if (bytes.look(1) > 0) {
        return true;
      }
      if (!bytes.nextPiece()) {
        return false;
      }
    }
  }

  private Member member(RecordHeader header, RecordBody block) throws IOException {
    return switch (header.type()) {
      case "response" -> response(header, block);
      case "resource", "conversion" -> {
        if (isOnTheCrawl(header.url())) {
          yield new Member.PassedOver("web archive resources on the crawl itself");
        }
        if (header.isHttp() && HttpHead.isNext(block)) {
          yield response(header, block);
        }
        PayloadType type = PayloadType.of(header.contentType(), header.payloadType());
        yield document(header, type, block, new PayloadStream(block));
      }
      case "request", "metadata", "warcinfo", "revisit", "continuation", "dns" ->
          new Member.PassedOver("web archive records of type " + header.type());
      default -> new Member.PassedOver("web archive records of unknown type");
    };
  }

  /** Wget writes its arguments and its log as texts, under addresses of no page. */
  private static boolean isOnTheCrawl(@Nullable String url) {
    return url != null && url.regionMatches(true, 0, CRAWL_SCHEME, 0, CRAWL_SCHEME.length());
  }

  private Member response(RecordHeader header, RecordBody block) throws IOException {
    if (!HttpHead.isNext(block)) {
      if (!header.isArc() && !PayloadType.of(header.contentType()).mayBeDocument()) {
        return new Member.PassedOver("web archive responses other than HTTP");
      }
      PayloadType type = PayloadType.of(header.contentType(), header.payloadType());
      return document(header, type, block, new PayloadStream(block));
    }
    HttpHead head = HttpHead.read(block);
    if (head.length() >= 0) {
      block.expect(head.length());
    }
    int statusClass = head.status() / 100;
    if (statusClass != 2) {
      return new Member.PassedOver(
          statusClass >= 1 && statusClass <= 5
              ? "HTTP responses " + statusClass + "xx"
              : "HTTP responses without a status");
    }
    PayloadType type = PayloadType.of(head.contentType(), header.payloadType());
    return document(
        header,
        type,
        block,
        new PayloadStream(
            block,
            head.codings(),
            head.isChunked(),
            header.isTruncated() || head.status() == PARTIAL_CONTENT));
  }

  private Member document(
      RecordHeader header, PayloadType type, RecordBody block, PayloadStream payload) {
    if (!type.mayBeDocument()) {
      return new Member.PassedOver(type.kind());
    }
    body = block;
    content = payload;
    Capture capture =
        new Capture(header.recordId(), header.url(), header.date(), type.name(), type.charset());
    return new Member.Content(place.name(), place.offset(), capture, -1, payload);
  }

  @Override
  public void close() throws IOException {
    if (content != null) {
      content.release();
    }
    bytes.close();
  }
}
