package io.dateline.source.container;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a web archive that is not compressed. */
final class PlainRecordBytes implements RecordBytes {

  private final PackedInput in;

  PlainRecordBytes(PackedInput in) {
    this.in = in;
  }

  @Override
  public int look(int wanted) throws IOException {
    return in.look(wanted);
  }

  @Override
  public byte at(int index) {
    return in.at(index);
  }

  @Override
  public ByteBuffer ahead() {
    return in.ahead();
  }

  @Override
  public void skip(int bytes) {
    in.skip(bytes);
  }

  @Override
  public boolean nextPiece() {
    return false;
  }

  @Override
  public RecordPlace place() {
    return new RecordPlace(in.position(), 0);
  }

  @Override
  public void recover(RecordPlace damaged) throws IOException {
    // A wrong length may have led past records; where there is no way back, on from here.
    in.goBack(damaged.offset() + 1);
    RecordStart.find(this);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
