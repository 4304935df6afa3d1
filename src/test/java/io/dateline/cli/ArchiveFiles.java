package io.dateline.cli;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Makes files that hold texts, in the order of their names. */
final class ArchiveFiles {

  private ArchiveFiles() {}

  /** A tar compressed with Zstandard. */
  static byte[] tar(Map<String, String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new ZstdOutputStream(bytes), "UTF-8")) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        byte[] content = text.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(text.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A plain WARC with a record for each text. */
  static byte[] webArchive(String type, Map<String, String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int number = 0;
    for (String text : texts.values()) {
      bytes.write(record(type, number++, text));
    }
    return bytes.toByteArray();
  }

  /** JSON Lines with a text each. */
  static String lines(Map<String, String> texts) {
    StringBuilder lines = new StringBuilder();
    for (String text : texts.values()) {
      lines.append(JsonMapper.shared().writeValueAsString(Map.of("text", text))).append('\n');
    }
    return lines.toString();
  }

  /** A WARC with a gzip member for each record. */
  static byte[] packedWebArchive(String type, Map<String, String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int number = 0;
    for (String text : texts.values()) {
      GZIPOutputStream member = new GZIPOutputStream(bytes);
      member.write(record(type, number++, text));
      member.finish();
    }
    return bytes.toByteArray();
  }

  private static byte[] record(String type, int number, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Date: 2019-06-01T00:00:%02dZ\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Target-URI: https://courier.example/%d\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, number % 60, number, number, content.length);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    record.writeBytes(content);
    record.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return record.toByteArray();
  }
}
