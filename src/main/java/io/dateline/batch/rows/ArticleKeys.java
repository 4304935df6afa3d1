package io.dateline.batch.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by the first 64 bits of article ids, 16 bytes and some room each; of two ids that share
 * these bits, which nobody will see, the last counts. Not safe for use by several threads.
 */
public final class ArticleKeys {

  private static final int HEX_DIGITS = 16;

  private static final int FIRST_SLOTS = 1 << 10;

  private long[] keys = new long[FIRST_SLOTS];
  private long[] values = new long[FIRST_SLOTS];
  private int size;

  /** No id yet. */
  public ArticleKeys() {
    Arrays.fill(values, -1);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Notes a number, 0 or more, under an id. */
  public void put(String articleId, long value) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    size += set(key(articleId), value) ? 1 : 0;
  }

  /** The number under an id, or null if there is none. */
  public @Nullable Long get(String articleId) {
    int slot = slot(key(articleId));
    return values[slot] < 0 ? null : Long.valueOf(values[slot]);
  }

  private static long key(String articleId) {
    return Long.parseUnsignedLong(articleId, 0, HEX_DIGITS, 16);
  }

  private boolean set(long key, long value) {
    int slot = slot(key);
    boolean isNew = values[slot] < 0;
    keys[slot] = key;
    values[slot] = value;
    return isNew;
  }

  /**
   * The slot of a key, or the free one where it belongs: ids are hashes, and spread by themselves.
   */
  private int slot(long key) {
    int slot = (int) key & (keys.length - 1);
    while (values[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[keys.length];
    Arrays.fill(values, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] >= 0) {
        set(oldKeys[i], oldValues[i]);
      }
    }
  }
}
