package io.dateline.source.container;

import io.dateline.article.Capture;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What is compressed as a whole: one member, without a name of its own. */
final class CompressedReader implements MemberReader {

  private final InputStream unpacked;
  private boolean given;

  CompressedReader(InputStream unpacked) {
    this.unpacked = unpacked;
  }

  @Override
  public @Nullable Member next() {
    if (given) {
      return null;
    }
    given = true;
    return new Member.Content("", null, Capture.UNKNOWN, -1, unpacked);
  }

  @Override
  public boolean breaksWithItsMember() {
    return true;
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }
}
