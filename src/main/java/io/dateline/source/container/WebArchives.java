package io.dateline.source.container;

import java.io.IOException;

/**
 * Web archives: <a href="https://iipc.github.io/warc-specifications/">WARC</a> up to 1.1 and ARC 1
 * and 2, plain or compressed with gzip.
 */
final class WebArchives {

  private static final int HEAD_BYTES = 1024;

  private WebArchives() {}

  /**
   * Whether a web archive begins with these bytes. To be asked before gzip is: a compressed web
   * archive is a gzip file whose members are its records.
   *
   * @param head the first bytes of a file, up to 1,024 of them
   */
  static boolean matches(byte[] head) throws IOException {
    if (GzipHead.isMagic(head, 0, head.length)) {
      try (GzipSearch search = new GzipSearch()) {
        return search.opensArchive(head, 0, head.length);
      }
    }
    return RecordStart.isArchiveNext(new PlainRecordBytes(PackedInput.of(head)));
  }

  /**
   * Reads the records from the next byte on. Closing the reader closes the bytes.
   *
   * @param end place from which on records are left to another reader
   */
  static WebArchiveReader open(PackedInput in, long end, UnpackedBytes unpacked)
      throws IOException {
    in.look(HEAD_BYTES);
    boolean packed = GzipHead.isMagic(in.array(), in.from(), in.to());
    return new WebArchiveReader(
        packed ? new GzipRecordBytes(in, unpacked) : new PlainRecordBytes(in), end);
  }
}
