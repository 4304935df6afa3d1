package io.dateline.source.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The containers that are opened, each told by the bytes at its start. */
enum Format {
  /** To be looked for before gzip: a compressed one is a gzip file. */
  WEB_ARCHIVE(
      "web archive",
      Kind.RECORDS,
      (feed, opening, budget) ->
          WebArchives.open(feed.packed(), feed.split().end(), budget::spend)),
  JSON_LINES(
      "JSON Lines",
      Kind.RECORDS,
      (feed, opening, budget) ->
          JsonLines.open(
              feed.packed(),
              feed.split(),
              opening.fields(),
              (int) opening.limits().documentBytes())),
  CSV(
      "CSV",
      Kind.RECORDS,
      (feed, opening, budget) ->
          CsvRows.open(feed.packed(), opening.fields(), (int) opening.limits().documentBytes())),
  NEWS_MESSAGE(
      "NewsML-G2 message",
      Kind.RECORDS,
      (feed, opening, budget) ->
          new NewsMessageReader(feed.packed(), (int) opening.limits().documentBytes())),
  GZIP(
      "gzip",
      Kind.SINGLE,
      (feed, opening, budget) -> new CompressedReader(new GzipStream(feed.stream()))),
  BZIP2(
      "bzip2",
      Kind.SINGLE,
      (feed, opening, budget) ->
          new CompressedReader(new BZip2CompressorInputStream(feed.stream(), true))),
  XZ(
      "xz",
      Kind.SINGLE,
      (feed, opening, budget) ->
          new CompressedReader(new XZInputStream(feed.stream(), opening.limits().memoryKiB()))),
  ZSTANDARD(
      "Zstandard",
      Kind.SINGLE,
      (feed, opening, budget) ->
          new CompressedReader(Zstandard.open(feed.stream(), opening.limits()))),
  LZ4(
      "LZ4",
      Kind.SINGLE,
      (feed, opening, budget) ->
          new CompressedReader(new FramedLZ4CompressorInputStream(feed.stream(), true))),
  ZIP(
      "zip",
      Kind.ARCHIVE,
      (feed, opening, budget) -> ZipReaders.open(feed.window(), feed.split(), opening.limits())),
  TAR(
      "tar",
      Kind.ARCHIVE,
      (feed, opening, budget) -> new TarReader(feed.stream(), opening.limits())),
  SEVEN_Z(
      "7z",
      Kind.ARCHIVE,
      (feed, opening, budget) -> new SevenZReader(feed.channel(), opening.limits())),
  /** A file that is no container, when it is opened as one. */
  PLAIN("plain", Kind.SINGLE, (feed, opening, budget) -> new CompressedReader(feed.stream()));

  /** Bytes that tell records: of a long line or row, its start is enough. */
  static final int RECORD_HEAD = 1024;

  private final String label;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
  private final Opener opener;

  Format(String label, Kind kind, Opener opener) {
    this.label = label;
    this.kind = kind;
    this.opener = opener;
  }

  /** Makes the reader of a container. */
  private interface Opener {
    MemberReader open(Feed feed, Opening opening, Budget budget) throws IOException;
  }

  private enum Kind {
    /** One member, which bears the name of the container. */
    SINGLE,
    /** Members with names that may be anything. */
    ARCHIVE,
    /** Members that are documents, named by their places. */
    RECORDS
  }

  /** Its name in a sentence. */
  String label() {
    return label;
  }

  /** Whether it holds one member, which bears the name of the container itself. */
  boolean isSingle() {
    return kind == Kind.SINGLE;
  }

  /** Whether its members are longer than the bytes they take: what they unpack to is limited. */
  boolean isPacked() {
    return this != TAR
        && this != PLAIN
        && this != JSON_LINES
        && this != CSV
        && this != NEWS_MESSAGE;
  }

  /** Whether its members are documents, whatever they look like, and their names their places. */
  boolean hasRecords() {
    return kind == Kind.RECORDS;
  }

  MemberReader open(Feed feed, Opening opening, Budget budget) throws IOException {
    return opener.open(feed, opening, budget);
  }

  /**
   * The format that begins so, or null if it is none that is opened.
   *
   * @param head the first {@link Containers#HEAD_BYTES} bytes, or all of a shorter file
   * @param fields what fields of records mean: one that has none of them is a document
   */
  static @Nullable Format of(byte[] head, RecordFields fields) {
    Format packed = byMagic(head);
    if (packed != null && packed != GZIP) {
      return packed;
    }
    Format records = ofRecords(head, fields);
    return records == null ? packed : records;
  }

  /** Whether more bytes than these, the first {@link #RECORD_HEAD}, may tell the format. */
  static boolean isUndecided(byte[] head) {
    return head.length == RECORD_HEAD && isMarkup(head) && NewsMessages.isUndecided(head);
  }

  private static @Nullable Format ofRecords(byte[] head, RecordFields fields) {
    if (isMarkup(head)) {
      // Most files: to look for fields in each would cost more than to read some.
      return NewsMessages.matches(head) ? NEWS_MESSAGE : null;
    }
    byte[] start = head.length > RECORD_HEAD ? Arrays.copyOf(head, RECORD_HEAD) : head;
    try {
      if (WebArchives.matches(start)) {
        return WEB_ARCHIVE;
      }
      if (JsonLines.matches(start, fields)) {
        return JSON_LINES;
      }
      return CsvRows.matches(start, fields) ? CSV : null;
    } catch (IOException | RuntimeException e) {
      // Nothing that begins so has records.
      return null;
    }
  }

  private static boolean isMarkup(byte[] head) {
    int at = starts(head, "\u00EF\u00BB\u00BF") ? 3 : 0;
    while (at < head.length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
      at++;
    }
    return at == head.length || head[at] == '<';
  }

  private static @Nullable Format byMagic(byte[] head) {
    if (starts(head, "\u001F\u008B\b")) {
      return GZIP;
    }
    if (starts(head, "BZh") && head.length >= 10 && isBzip2Block(head)) {
      return BZIP2;
    }
    if (starts(head, "\u00FD7zXZ\0")) {
      return XZ;
    }
    int frame = Zstandard.afterSkippable(head);
    if (matches(head, frame, "\u0004\"M\u0018")) {
      return LZ4;
    }
    if (frame > 0 || starts(head, "(\u00B5/\u00FD")) {
      return ZSTANDARD;
    }
    if (starts(head, "7z\u00BC\u00AF'\u001C")) {
      return SEVEN_Z;
    }
    if (starts(head, "PK\u0003\u0004")
        || starts(head, "PK\u0005\u0006")
        || starts(head, "PK\u0007\bPK\u0003\u0004")
        || starts(head, "PK00PK\u0003\u0004")) {
      return isOfficeDocument(head) ? null : ZIP;
    }
    return TarHeader.isOne(head) ? TAR : null;
  }

  /** The digits of pi before a block, those of its root before the end of an empty stream. */
  private static boolean isBzip2Block(byte[] head) {
    return head[3] >= '1'
        && head[3] <= '9'
        && (matches(head, 4, "1AY&SY") || matches(head, 4, "\u0017rE8P\u0090"));
  }

  /** EPUB and OpenDocument state their media type first, Office Open XML its content types. */
  private static boolean isOfficeDocument(byte[] head) {
    return matches(head, 30, "mimetypeapplication/")
        || matches(head, 30, "[Content_Types].xml")
        || matches(head, 30, "_rels/.rels");
  }

  private static boolean starts(byte[] head, String latin1) {
    return matches(head, 0, latin1);
  }

  private static boolean matches(byte[] head, int at, String latin1) {
    byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
    if (head.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (head[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
