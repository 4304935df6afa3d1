package io.dateline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zips for tests. */
final class Zips {

  private Zips() {}

  /** Of a folder, with an entry for each folder in it. */
  static void ofFolder(Path folder, Path zip) throws IOException {
    try (Stream<Path> walk = Files.walk(folder);
        OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream members = new ZipOutputStream(out)) {
      List<Path> paths = walk.filter(path -> !path.equals(folder)).sorted().toList();
      for (Path path : paths) {
        String name = folder.relativize(path).toString();
        boolean isFolder = Files.isDirectory(path);
        members.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          Files.copy(path, members);
        }
        members.closeEntry();
      }
    }
  }

  /** Of texts by their names. */
  static void of(Path zip, Map<String, String> texts) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream members = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        members.putNextEntry(new ZipEntry(text.getKey()));
        members.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        members.closeEntry();
      }
    }
  }
}
