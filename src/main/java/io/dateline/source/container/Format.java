package io.dateline.source.container;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The containers that are opened, each told by the bytes at its start. */
enum Format {
  GZIP("gzip", true, (feed, limits) -> new CompressedReader(new GzipStream(feed.stream()))),
  BZIP2(
      "bzip2",
      true,
      (feed, limits) -> new CompressedReader(new BZip2CompressorInputStream(feed.stream(), true))),
  XZ(
      "xz",
      true,
      (feed, limits) -> new CompressedReader(new XZInputStream(feed.stream(), limits.memoryKiB()))),
  ZSTANDARD(
      "Zstandard",
      true,
      (feed, limits) ->
          new CompressedReader(
              new ZstdInputStream(feed.stream()).setLongMax(windowLog(limits.memoryBytes())))),
  LZ4(
      "LZ4",
      true,
      (feed, limits) ->
          new CompressedReader(new FramedLZ4CompressorInputStream(feed.stream(), true))),
  ZIP("zip", false, (feed, limits) -> ZipReaders.open(feed.window(), limits)),
  TAR("tar", false, (feed, limits) -> new TarReader(feed.stream(), limits)),
  SEVEN_Z("7z", false, (feed, limits) -> new SevenZReader(feed.channel(), limits)),
  /** A file that is no container, when it is opened as one. */
  PLAIN("plain", true, (feed, limits) -> new CompressedReader(feed.stream()));

  private final String label;
  private final boolean single;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
  private final Opener opener;

  Format(String label, boolean single, Opener opener) {
    this.label = label;
    this.single = single;
    this.opener = opener;
  }

  /** Makes the reader of a container. */
  private interface Opener {
    MemberReader open(Feed feed, ContainerLimits limits) throws IOException;
  }

  /** Its name in a sentence. */
  String label() {
    return label;
  }

  /** Whether it holds one member, which bears the name of the container itself. */
  boolean isSingle() {
    return single;
  }

  /** Whether its members are longer than the bytes they take: what they unpack to is limited. */
  boolean isPacked() {
    return this != TAR && this != PLAIN;
  }

  MemberReader open(Feed feed, ContainerLimits limits) throws IOException {
    return opener.open(feed, limits);
  }

  /** The format that begins so, or null if it is none that is opened. */
  static @Nullable Format of(byte[] head) {
    if (starts(head, "\u001F\u008B\b")) {
      return GZIP;
    }
    if (starts(head, "BZh") && head.length >= 10 && isBzip2Block(head)) {
      return BZIP2;
    }
    if (starts(head, "\u00FD7zXZ\0")) {
      return XZ;
    }
    if (starts(head, "(\u00B5/\u00FD")) {
      return ZSTANDARD;
    }
    if (starts(head, "\u0004\"M\u0018")) {
      return LZ4;
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

  /** The largest window of Zstandard, as a power of two, within so many bytes. */
  static int windowLog(long bytes) {
    int log = 63 - Long.numberOfLeadingZeros(bytes);
    return Math.max(10, Math.min(31, log));
  }
}
