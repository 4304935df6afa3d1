package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    Files.write(tar.input().resolve("papers.tar.zst"), ArchiveFiles.tar(texts));
    Nights wet = archive("wet");
    Files.write(wet.input().resolve("papers.wet"), ArchiveFiles.webArchive("conversion", texts));
    Nights warc = archive("warc");
    Files.write(warc.input().resolve("papers.warc"), ArchiveFiles.webArchive("resource", texts));
    Nights lines = archive("lines");
    Files.writeString(lines.input().resolve("papers.jsonl"), ArchiveFiles.lines(texts));

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
}
