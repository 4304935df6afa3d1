package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The same articles give the same columns, in whatever an archive keeps them. */
class SameColumnsTests {

  /** Columns that say where an article lay, how it was kept, and what kept it said of it. */
  private static final List<String> OF_THE_PLACE =
      List.of(
          "collection",
          "source_path",
          "entry_name",
          "article_id",
          "record_id",
          "url",
          "capture_date",
          "media_type",
          "charset",
          "size_bytes",
          "field_sources");

  @TempDir Path folder;

  @Test
  void ofTextsInAFolderAZipATarAWetAWarcAndJsonLines() throws Exception {
    Map<String, String> texts = texts();
    Nights files = archive("files");
    for (Map.Entry<String, String> text : texts.entrySet()) {
      files.file(text.getKey(), text.getValue());
    }
    Nights zip = archive("zip");
    Zips.of(zip.input().resolve("papers.zip"), texts);
    Nights tar = archive("tar");
    Files.write(tar.input().resolve("papers.tar.zst"), tar(texts));
    Nights wet = archive("wet");
    Files.write(wet.input().resolve("papers.wet"), webArchive("conversion", texts));
    Nights warc = archive("warc");
    Files.write(warc.input().resolve("papers.warc"), webArchive("resource", texts));
    Nights lines = archive("lines");
    Files.writeString(lines.input().resolve("papers.jsonl"), lines(texts));

    List<Map<String, String>> expected = columns(files);

    assertThat(expected).hasSize(texts.size());
    assertThat(expected).extracting(row -> row.get("date_created")).containsOnly("2019-05-04");
    for (Nights other : List.of(zip, tar, wet, warc, lines)) {
      assertThat(columns(other)).as(other.input().toString()).isEqualTo(expected);
    }
  }

  private Nights archive(String name) throws IOException {
    return Nights.in(folder.resolve(name));
  }

  private static List<Map<String, String>> columns(Nights archive) throws Exception {
    archive.run("2020-01-01");
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : JobRun.csv(archive.latest().resolve("articles.csv"))) {
      assertThat(row.keySet()).containsAll(OF_THE_PLACE);
      row.keySet().removeAll(OF_THE_PLACE);
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("a.txt", text("Accra", "Ama Mensah", "We have seen owners come and go"));
    texts.put("b.txt", text("Évora", "Rui Sá", "=The night boat must stay, come what may"));
    texts.put("c.txt", text("Łódź", "Zofia Żak", "Nobody asked us about the “timetable”"));
    texts.put("d.txt", text("Cork", "Nora Daly", "It has always been a quiet crossing"));
    return texts;
  }

  private static String text(String place, String speaker, String words) {
    return Nights.story(place, speaker, words).replace("May 4 (", "May 4, 2019 (");
  }

  private static byte[] tar(Map<String, String> texts) throws IOException {
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

  private static byte[] webArchive(String type, Map<String, String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int number = 0;
    for (String text : texts.values()) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      String head =
          "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Date: 2019-06-01T00:00:0%dZ\r\nWARC-Record-ID: <urn:uuid:0%d>\r\nWARC-Target-URI: https://courier.example/%d\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n"
              .formatted(type, number, number, number, content.length);
      bytes.write(head.getBytes(StandardCharsets.US_ASCII));
      bytes.write(content);
      bytes.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      number++;
    }
    return bytes.toByteArray();
  }

  private static String lines(Map<String, String> texts) {
    StringBuilder lines = new StringBuilder();
    for (String text : texts.values()) {
      lines.append(JsonMapper.shared().writeValueAsString(Map.of("text", text))).append('\n');
    }
    return lines.toString();
  }
}
