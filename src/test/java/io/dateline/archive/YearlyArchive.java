package io.dateline.archive;

import io.dateline.archive.ArchiveGenerator.Document;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive of ten years in containers of several kinds: of each year a zip, JSON Lines and a
 * folder of files, and one tar.gz of all years together.
 */
public final class YearlyArchive {

  /** The first year. */
  public static final int FIRST = 2000;

  private static final int YEARS = 10;

  /** The year of the generator's articles. */
  private static final String GENERATED_YEAR = "2014";

  private YearlyArchive() {}

  private interface Container extends Closeable {
    void add(Document document) throws IOException;
  }

  /**
   * Writes so many documents, as many of each year.
   *
   * @return how many files hold documents of a year, by the year
   */
  public static Map<Integer, Integer> write(int documents, Path folder, ArchiveGenerator generator)
      throws IOException {
    Map<Integer, Integer> files = new TreeMap<>();
    int year = documents / (YEARS + 1);
    int number = 0;
    for (int y = FIRST; y < FIRST + YEARS; y++) {
      List<Container> containers = new ArrayList<>();
      containers.add(zip(folder.resolve("zip/" + y + ".zip")));
      containers.add(lines(folder.resolve("lines/" + y + ".jsonl")));
      for (int i = 0; i < year; i++) {
        Document document = of(y, generator.next(number++));
        int kind = i % 10;
        if (kind == 0) {
          write(folder.resolve("files/" + y).resolve(document.name()), document.content());
          files.merge(y, 1, Integer::sum);
        } else {
          containers.get(kind < 6 ? 0 : 1).add(document);
        }
      }
      for (Container container : containers) {
        container.close();
        files.merge(y, 1, Integer::sum);
      }
    }
    mixed(folder.resolve("mixed.tar.gz"), year, number, generator);
    for (int y = FIRST; y < FIRST + YEARS; y++) {
      files.merge(y, 1, Integer::sum);
    }
    return files;
  }

  /** One container with documents of all years. */
  private static void mixed(Path file, int documents, int first, ArchiveGenerator generator)
      throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(out(file)), "UTF-8")) {
      for (int i = 0; i < documents; i++) {
        Document document = of(FIRST + i % YEARS, generator.next(first + i));
        TarArchiveEntry entry = new TarArchiveEntry(document.name());
        entry.setSize(document.content().length);
        tar.putArchiveEntry(entry);
        tar.write(document.content());
        tar.closeArchiveEntry();
      }
    }
  }

  private static Document of(int year, Document document) {
    String text = new String(document.content(), StandardCharsets.UTF_8);
    return new Document(
        document.name(),
        text.replace(GENERATED_YEAR, String.valueOf(year)).getBytes(StandardCharsets.UTF_8));
  }

  private static Container zip(Path file) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out(file));
    return new Container() {
      @Override
      public void add(Document document) throws IOException {
        zip.putNextEntry(new ZipEntry(document.name()));
        zip.write(document.content());
        zip.closeEntry();
      }

      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }

  private static Container lines(Path file) throws IOException {
    OutputStream lines = out(file);
    return new Container() {
      @Override
      public void add(Document document) throws IOException {
        String text = new String(document.content(), StandardCharsets.UTF_8);
        String line = JsonMapper.shared().writeValueAsString(Map.of("text", text)) + "\n";
        lines.write(line.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void close() throws IOException {
        lines.close();
      }
    };
  }

  private static OutputStream out(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
