package io.dateline.source.container;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The unpacked bytes of a web archive. They come in pieces: one for each gzip member, or one in all
 * where nothing is compressed.
 *
 * <p>What cannot be unpacked throws {@link DamagedBytesException}, behind the last byte that could.
 */
interface RecordBytes extends Closeable {

  /** Makes {@code wanted} bytes of this piece visible if there are so many; returns how many. */
  int look(int wanted) throws IOException;

  /** A byte that {@link #look} made visible. */
  byte at(int index);

  /** The visible bytes; valid until the next look. */
  ByteBuffer ahead();

  /** Leaves visible bytes behind. */
  void skip(int bytes);

  /** Goes on to the next piece, behind the end of this one; false if there is none. */
  boolean nextPiece() throws IOException;

  /** Where the next byte lies. */
  RecordPlace place();

  /** Goes on behind the damaged piece that began there: to what looks like a record, or the end. */
  void recover(RecordPlace damaged) throws IOException;
}
