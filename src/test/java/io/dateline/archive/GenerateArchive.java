package io.dateline.archive;

import io.dateline.archive.ArchiveGenerator.Document;
import io.dateline.archive.ArchiveGenerator.Mix;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a large archive of generated articles, in one of the shapes that archives have, for
 * measuring: {@code GenerateArchive FORMAT NUMBER FOLDER [SEED [REJECTED HTML STORY-BYTES
 * PAGE-BYTES]]}. The command stands in CONTRIBUTING.md.
 */
public final class GenerateArchive {

  private static final int TARS = 100;
  private static final int CUT_ENTRIES = 20;

  private static final List<String> FORMATS = List.of("files", "jsonl", "tar", "wet", "zip");

  private GenerateArchive() {}

  /** Takes a document. */
  private interface Sink {
    void accept(Document document) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    int number = Integer.parseInt(arguments[1]);
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
    Mix mix = arguments.length > 4 ? mix(arguments) : Mix.USUAL;
    write(arguments[0], number, Path.of(arguments[2]), new ArchiveGenerator(seed, mix));
  }

  /** Writes so many documents in this format into a folder, which is made if it is missing. */
  public static void write(String format, int number, Path folder, ArchiveGenerator generator)
      throws IOException {
    Files.createDirectories(folder);
    switch (format) {
      case "files" -> generator.write(folder, number);
      case "zip" -> zip(generator, number, folder.resolve("papers.zip"));
      case "tar" -> tars(generator, number, folder);
      case "wet" -> wet(generator, number, folder.resolve("papers.warc.wet.gz"));
      case "jsonl" -> lines(generator, number, folder.resolve("papers.jsonl"));
      case "mixed" -> mixed(generator, number, folder);
      default -> throw new IllegalArgumentException("files, zip, tar, wet, jsonl or mixed");
    }
  }

  /** Each format in a folder of its own, with its share of the documents; and a zip that is cut. */
  private static void mixed(ArchiveGenerator generator, int number, Path folder)
      throws IOException {
    for (int i = 0; i < FORMATS.size(); i++) {
      int share = number / FORMATS.size() + (i < number % FORMATS.size() ? 1 : 0);
      write(FORMATS.get(i), share, folder.resolve(FORMATS.get(i)), generator);
    }
    Path cut = Files.createDirectories(folder.resolve("cut")).resolve("papers.zip");
    zip(generator, CUT_ENTRIES, cut);
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) / 2));
  }

  private static Mix mix(String[] arguments) {
    int[] numbers = Arrays.stream(arguments).skip(4).mapToInt(Integer::parseInt).toArray();
    return new Mix(numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  private static void documents(ArchiveGenerator generator, int from, int to, Sink sink)
      throws IOException {
    for (int i = from; i < to; i++) {
      sink.accept(generator.next(i));
    }
  }

  private static OutputStream file(Path path) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
  }

  private static void zip(ArchiveGenerator generator, int number, Path path) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(file(path))) {
      documents(
          generator,
          0,
          number,
          document -> {
            zip.putNextEntry(new ZipEntry(document.name()));
            zip.write(document.content());
            zip.closeEntry();
          });
    }
  }

  private static void tars(ArchiveGenerator generator, int number, Path folder) throws IOException {
    for (int i = 0; i < TARS; i++) {
      Path path = folder.resolve(String.format(Locale.ROOT, "papers-%02d.tar.gz", i));
      try (TarArchiveOutputStream tar =
          new TarArchiveOutputStream(new GZIPOutputStream(file(path), 1 << 16), "UTF-8")) {
        documents(
            generator,
            (int) ((long) number * i / TARS),
            (int) ((long) number * (i + 1) / TARS),
            document -> {
              TarArchiveEntry entry = new TarArchiveEntry(document.name());
              entry.setSize(document.content().length);
              tar.putArchiveEntry(entry);
              tar.write(document.content());
              tar.closeArchiveEntry();
            });
      }
    }
  }

  /** The texts alone: a WET holds what was made of pages. */
  private static void wet(ArchiveGenerator generator, int number, Path path) throws IOException {
    try (OutputStream out = file(path)) {
      documents(
          generator,
          0,
          number,
          document -> {
            GZIPOutputStream member = new GZIPOutputStream(out);
            String head =
                "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Date: 2019-06-01T00:00:00Z\r\n"
                    + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
                    + document.name().substring(5, 12)
                    + "00000>\r\nWARC-Target-URI: https://courier.example/"
                    + document.name()
                    + "\r\nContent-Type: text/plain\r\nContent-Length: "
                    + document.content().length
                    + "\r\n\r\n";
            member.write(head.getBytes(StandardCharsets.US_ASCII));
            member.write(document.content());
            member.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            member.finish();
          });
    }
  }

  private static void lines(ArchiveGenerator generator, int number, Path path) throws IOException {
    JsonMapper json = JsonMapper.shared();
    try (OutputStream out = file(path)) {
      documents(
          generator,
          0,
          number,
          document -> {
            String field = document.name().endsWith(".html") ? "html" : "text";
            String text = new String(document.content(), StandardCharsets.UTF_8);
            out.write(json.writeValueAsBytes(Map.of(field, text)));
            out.write('\n');
          });
    }
  }
}
