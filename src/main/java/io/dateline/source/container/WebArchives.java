package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongPredicate;

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
        return search.opensRecord(head, 0, head.length);
      }
    }
    return RecordStart.isNext(new PlainRecordBytes(PackedInput.of(head)));
  }

  /** Reads a web archive from its beginning. Closing the reader closes the stream. */
  static MemberReader open(InputStream in, UnpackedBytes unpacked) throws IOException {
    return open(new PackedInput(in), unpacked);
  }

  /** Reads a web archive from its beginning. Closing the reader closes the bytes. */
  static MemberReader open(PackedInput in, UnpackedBytes unpacked) throws IOException {
    return reader(in, unpacked);
  }

  /**
   * Reads the records of a file from one on; the names are the same as when it is read whole.
   *
   * @param offset where a record or its gzip member begins, as {@link #recordStarts} lists them, or
   *     as {@code Member.Content} says of a member
   */
  static MemberReader openAt(Path file, long offset, UnpackedBytes unpacked) throws IOException {
    return reader(new PackedInput(channel(file, offset)), unpacked);
  }

  /**
   * Goes through the offsets at which reading may start, in ascending order, without unpacking the
   * records: each gzip member that opens with a record, or each record of a plain file.
   *
   * <p>Reads a compressed file once and a plain one by its headers; a plain file's list ends at the
   * first damaged record, and a file in one gzip member has one place.
   *
   * @param more hears of each offset and says whether it wants the next
   */
  static void recordStarts(Path file, LongPredicate more) throws IOException {
    try (SeekableByteChannel channel = channel(file, 0)) {
      PackedInput in = new PackedInput(channel);
      if (isGzip(in)) {
        GzipRecordBytes.members(in, more);
      } else {
        plainStarts(channel, more);
      }
    }
  }

  private static void plainStarts(SeekableByteChannel channel, LongPredicate more)
      throws IOException {
    long size = channel.size();
    long next = 0;
    while (next < size) {
      channel.position(next);
      RecordBytes bytes = new PlainRecordBytes(new PackedInput(channel));
      RecordBody.skipBreaks(bytes);
      long start = bytes.place().offset();
      if (!RecordStart.isNext(bytes) || !more.test(start)) {
        return;
      }
      try {
        long length = RecordHeader.read(bytes).contentLength();
        next = bytes.place().offset() + length;
      } catch (DamagedBytesException e) {
        return;
      }
    }
  }

  private static MemberReader reader(PackedInput in, UnpackedBytes unpacked) throws IOException {
    return new WebArchiveReader(
        isGzip(in) ? new GzipRecordBytes(in, unpacked) : new PlainRecordBytes(in));
  }

  private static boolean isGzip(PackedInput in) throws IOException {
    in.look(HEAD_BYTES);
    return GzipHead.isMagic(in.array(), in.from(), in.to());
  }

  private static SeekableByteChannel channel(Path file, long offset) throws IOException {
    SeekableByteChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return channel.position(offset);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
