package io.dateline.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats that are no text to be read, by the bytes at their start. */
final class MagicNumber {

  static final String UNKNOWN_BINARY = "application/octet-stream";

  /** A sequence of bytes at an offset; Latin-1 spells the bytes. */
  private record Signature(int offset, String bytes, String mediaType) {
    boolean matches(byte[] content) {
      if (content.length < offset + bytes.length()) {
        return false;
      }
      for (int i = 0; i < bytes.length(); i++) {
        if ((content[offset + i] & 0xFF) != bytes.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Longest first where one is the start of another. */
  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(0, "%PDF-", "application/pdf"),
          new Signature(0, "%!PS", "application/postscript"),
          new Signature(0, "{\\rtf", "application/rtf"),
          new Signature(0, "\u0089PNG\r\n\u001A\n", "image/png"),
          new Signature(0, "\u00FF\u00D8\u00FF", "image/jpeg"),
          new Signature(0, "GIF87a", "image/gif"),
          new Signature(0, "GIF89a", "image/gif"),
          new Signature(0, "II*\0", "image/tiff"),
          new Signature(0, "MM\0*", "image/tiff"),
          new Signature(0, "\0\0\u0001\0", "image/vnd.microsoft.icon"),
          new Signature(8, "WEBPVP8", "image/webp"),
          new Signature(8, "WAVEfmt ", "audio/wav"),
          new Signature(8, "AVI LIST", "video/x-msvideo"),
          new Signature(0, "ID3\u0003", "audio/mpeg"),
          new Signature(0, "ID3\u0004", "audio/mpeg"),
          new Signature(0, "OggS\0", "application/ogg"),
          new Signature(0, "fLaC\0", "audio/flac"),
          new Signature(4, "ftypavif", "image/avif"),
          new Signature(4, "ftypheic", "image/heic"),
          new Signature(4, "ftyp", "video/mp4"),
          new Signature(0, "\u001AE\u00DF\u00A3", "video/webm"),
          new Signature(0, "wOFF", "font/woff"),
          new Signature(0, "wOF2", "font/woff2"),
          new Signature(0, "PK\u0003\u0004", "application/zip"),
          new Signature(0, "PK\u0005\u0006", "application/zip"),
          new Signature(0, "PK\u0007\b", "application/zip"),
          new Signature(0, "\u001F\u008B\b", "application/gzip"),
          new Signature(0, "\u001F\u009D", "application/x-compress"),
          new Signature(4, "1AY&SY", "application/x-bzip2"),
          new Signature(0, "\u00FD7zXZ\0", "application/x-xz"),
          new Signature(0, "(\u00B5/\u00FD", "application/zstd"),
          new Signature(0, "\u0004\"M\u0018", "application/x-lz4"),
          new Signature(0, "7z\u00BC\u00AF'\u001C", "application/x-7z-compressed"),
          new Signature(0, "Rar!\u001A\u0007", "application/vnd.rar"),
          new Signature(257, "ustar", "application/x-tar"),
          new Signature(0, "WARC/0.", "application/warc"),
          new Signature(0, "WARC/1.", "application/warc"),
          new Signature(0, "filedesc://", "application/x-arc"),
          new Signature(
              0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "application/msword"),
          new Signature(0, "bplist00", "application/x-plist"),
          new Signature(0, "SQLite format 3\0", "application/vnd.sqlite3"),
          new Signature(0, "\u007FELF", "application/x-executable"),
          new Signature(0, "\u00CA\u00FE\u00BA\u00BE", "application/java-vm"));

  /** OpenDocument and EPUB write their own media type, uncompressed, as the first member. */
  private static final int ZIP_MIMETYPE_AT = 30;

  private static final int ZIP_MIMETYPE_MAX = 80;

  private MagicNumber() {}

  /** The media type of a format that is no text, or null if the content may be text. */
  static @Nullable String mediaType(byte[] content) {
    for (Signature signature : SIGNATURES) {
      if (signature.matches(content)) {
        return signature.mediaType().equals("application/zip")
            ? zip(content)
            : signature.mediaType();
      }
    }
    return null;
  }

  private static String zip(byte[] content) {
    int length = Math.min(ZIP_MIMETYPE_MAX, Math.max(0, content.length - ZIP_MIMETYPE_AT));
    String start =
        length == 0
            ? ""
            : new String(content, ZIP_MIMETYPE_AT, length, StandardCharsets.ISO_8859_1);
    if (start.startsWith("mimetypeapplication/epub+zip")) {
      return "application/epub+zip";
    }
    if (start.startsWith("mimetypeapplication/vnd.oasis.opendocument.text")) {
      return "application/vnd.oasis.opendocument.text";
    }
    return "application/zip";
  }
}
