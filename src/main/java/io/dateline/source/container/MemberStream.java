package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The content of a member as it is read: its start can be looked at first, what it unpacks to is
 * counted, and whatever a library throws over hostile bytes is an {@link IOException} that is
 * remembered.
 */
final class MemberStream extends InputStream {

  private static final byte[] NOTHING = {};

  /** Reads that may give nothing, one after another; a decoder that goes on so is stuck. */
  private static final int MAX_EMPTY_READS = 64;

  private final InputStream content;
  private final Budget budget;
  private byte[] peeked = NOTHING;
  private int peekedFrom;
  private long unpaid;
  private boolean paying;
  private @Nullable IOException failure;

  MemberStream(InputStream content, Budget budget) {
    this.content = content;
    this.budget = budget;
  }

  /** The first bytes, which are read again afterwards. */
  byte[] peek(int bytes) throws IOException {
    peeked = readNBytes(bytes);
    peekedFrom = 0;
    return peeked;
  }

  /** From here on, and for what was read so far, the budget is charged. */
  void pay() throws IOException {
    if (!paying) {
      paying = true;
      charge(unpaid);
    }
  }

  /** What went wrong, null if nothing did. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Reads what is left of it, which tells whether it is whole. */
  void drain() throws IOException {
    byte[] buffer = new byte[8192];
    while (read(buffer, 0, buffer.length) >= 0) {
      // counted below
    }
  }

  /**
   * Reads a document whole.
   *
   * @return its bytes, or null if it has more than so many
   */
  byte @Nullable [] readAtMost(int bytes) throws IOException {
    byte[] all = readNBytes(bytes + 1);
    return all.length > bytes ? null : all;
  }

  /** Reads as {@link #readAtMost} does, and keeps nothing. */
  void passAtMost(int bytes) throws IOException {
    byte[] buffer = new byte[8192];
    long left = bytes + 1L;
    while (left > 0) {
      int count = read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        return;
      }
      left -= count;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (wanted == 0) {
      return 0;
    }
    if (peekedFrom < peeked.length) {
      int count = Math.min(wanted, peeked.length - peekedFrom);
      System.arraycopy(peeked, peekedFrom, target, offset, count);
      peekedFrom += count;
      return count;
    }
    peeked = NOTHING;
    peekedFrom = 0;
    int count = 0;
    try {
      for (int tries = 0; count == 0; tries++) {
        if (tries == MAX_EMPTY_READS) {
          throw new IOException("no byte and no end");
        }
        count = content.read(target, offset, wanted);
      }
    } catch (IOException e) {
      throw failed(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw failed(new IOException(e));
    }
    if (count > 0) {
      if (paying) {
        charge(count);
      } else {
        unpaid += count;
      }
    }
    return count;
  }

  /** What is left of the peeked bytes and, if the content knows, of the rest. */
  @Override
  public int available() {
    return peeked.length - peekedFrom;
  }

  private void charge(long bytes) throws IOException {
    try {
      budget.spend(bytes);
    } catch (Budget.SpentException e) {
      throw failed(e);
    }
  }

  private IOException failed(IOException e) {
    failure = e;
    peeked = Arrays.copyOf(peeked, 0);
    peekedFrom = 0;
    return e;
  }
}
