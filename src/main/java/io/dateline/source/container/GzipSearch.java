package io.dateline.source.container;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Searches for gzip members that open with a record. What looks like a member and is none is rare
 * by chance: a file that is full of it is given up, as trying each would cost time without bound.
 */
final class GzipSearch implements Closeable {

  /** Packed bytes that are enough to see how a member begins. */
  private static final int HEAD_BYTES = 1024;

  /** Candidates that may fail in any file, and bytes that must be passed for each one more. */
  private static final long FREE_FAILURES = 10_000;

  private static final long BYTES_FOR_A_FAILURE = 1024;

  private final Inflater inflater = new Inflater(true);
  private final byte[] start = new byte[32];
  private final byte[] line = new byte[RecordStart.MAX_ARC_LINE];
  private long passed;
  private long failed;

  /**
   * Goes to the next gzip member that opens with a record; false at the end.
   *
   * @throws BrokenContainerException if too much only looked like one
   */
  boolean find(PackedInput in) throws IOException {
    while (in.look(2 * HEAD_BYTES) > 0) {
      int from = in.from();
      int stop = Math.max(from + 1, in.to() - HEAD_BYTES);
      int next = from;
      while (next < stop && !isCandidate(in, next)) {
        next++;
      }
      passed += next - from;
      in.skip(next - from);
      if (next < stop) {
        return true;
      }
    }
    return false;
  }

  private boolean isCandidate(PackedInput in, int at) throws IOException {
    if (!GzipHead.isMagic(in.array(), at, in.to())) {
      return false;
    }
    if (opensRecord(in.array(), at, in.to())) {
      return true;
    }
    failed++;
    if (failed > FREE_FAILURES + (passed + at - in.from()) / BYTES_FOR_A_FAILURE) {
      throw BrokenContainerException.damaged(
          in.position() + at - in.from(),
          "Behind a damaged record too much looks like a gzip member and is none.");
    }
    return false;
  }

  /** Whether a gzip member begins there whose first bytes begin a record. */
  boolean opensRecord(byte[] bytes, int at, int end) throws IOException {
    RecordBytes opening = opening(bytes, at, end);
    if (opening == null) {
      return false;
    }
    RecordStart.skipBreaks(opening);
    return RecordStart.isNext(opening);
  }

  /** Whether a gzip member begins there whose first bytes begin a web archive. */
  boolean opensArchive(byte[] bytes, int at, int end) throws IOException {
    RecordBytes opening = opening(bytes, at, end);
    return opening != null && RecordStart.isArchiveNext(opening);
  }

  /** The first bytes of the gzip member that begins there, null if none does that could tell. */
  private @Nullable RecordBytes opening(byte[] bytes, int at, int end) {
    // A name of any length would be looked through again at each candidate.
    int header = GzipHead.length(bytes, at, Math.min(end, at + HEAD_BYTES));
    if (header < 0) {
      return null;
    }
    int from = at + header;
    if (!RecordStart.opens(start, GzipHead.unpack(inflater, bytes, from, end, start))) {
      return null;
    }
    int length = GzipHead.unpack(inflater, bytes, from, end, line);
    return new PlainRecordBytes(new PackedInput(new ByteArrayInputStream(line, 0, length)));
  }

  @Override
  public void close() {
    inflater.end();
  }
}
