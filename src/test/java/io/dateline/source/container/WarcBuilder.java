package io.dateline.source.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Puts a web archive together, record by record, and knows where each begins. */
final class WarcBuilder {

  private final boolean compressed;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final List<Long> offsets = new ArrayList<>();

  private WarcBuilder(boolean compressed) {
    this.compressed = compressed;
  }

  static WarcBuilder plain() {
    return new WarcBuilder(false);
  }

  /** With a gzip member for each record. */
  static WarcBuilder gzip() {
    return new WarcBuilder(true);
  }

  static WarcBuilder of(boolean compressed) {
    return new WarcBuilder(compressed);
  }

  WarcBuilder record(String type, String url, String contentType, byte[] block) {
    return raw(bytes(header(type, url, contentType, String.valueOf(block.length))), block);
  }

  WarcBuilder record(String type, String url, String contentType, String block) {
    return record(type, url, contentType, bytes(block));
  }

  WarcBuilder response(String url, String head, byte[] body) {
    return record("response", url, "application/http; msgtype=response", http(head, body));
  }

  WarcBuilder page(int number) {
    return response(
        "http://harbour.example/" + number,
        "200 OK\r\nContent-Type: text/html; charset=UTF-8",
        bytes(html(number)));
  }

  /** A record's header and block as they are, with the two line breaks behind them. */
  WarcBuilder raw(byte[] header, byte[] block) {
    byte[] record = concat(header, block, bytes("\r\n\r\n"));
    return bytesAsTheyAre(compressed ? gzip(record) : record);
  }

  /** Bytes that begin a record, as they stand in the file. */
  WarcBuilder bytesAsTheyAre(byte[] bytes) {
    offsets.add((long) file.size());
    file.writeBytes(bytes);
    return this;
  }

  byte[] build() {
    return file.toByteArray();
  }

  long offset(int record) {
    return offsets.get(record);
  }

  static String html(int number) {
    return "<html><head><title>Harbour "
        + number
        + "</title></head><body><h1>Harbour number "
        + number
        + " reopens</h1><p>Ferries left on time.</p></body></html>";
  }

  static String header(String type, String url, String contentType, String length) {
    return "WARC/1.0\r\nWARC-Type: "
        + type
        + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>"
        + "\r\nWARC-Date: 2019-03-04T05:06:07Z"
        + "\r\nWARC-Target-URI: "
        + url
        + "\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  static byte[] http(String head, byte[] body) {
    return concat(bytes("HTTP/1.1 " + head + "\r\n\r\n"), body);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
