package io.dateline.diff.rows;

import java.util.Arrays;

/** The order of records in a buffer: a merge sort of their numbers, so that no record moves. */
final class RecordOrder {

  private final byte[] buffer;
  private final int recordBytes;
  private final int keyBytes;

  private RecordOrder(byte[] buffer, int recordBytes, int keyBytes) {
    this.buffer = buffer;
    this.recordBytes = recordBytes;
    this.keyBytes = keyBytes;
  }

  /** The numbers of the first records of a buffer, in the order of their keys. */
  static int[] of(byte[] buffer, int recordBytes, int keyBytes, int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    int[] sorted = numbers.clone();
    new RecordOrder(buffer, recordBytes, keyBytes).sort(numbers, sorted, 0, count);
    return sorted;
  }

  /** Sorts a range of {@code from} into {@code to}; both hold the same numbers there before. */
  private void sort(int[] from, int[] to, int start, int end) {
    if (end - start < 2) {
      return;
    }
    int middle = (start + end) >>> 1;
    sort(to, from, start, middle);
    sort(to, from, middle, end);
    if (compare(from[middle - 1], from[middle]) <= 0) {
      System.arraycopy(from, start, to, start, end - start);
      return;
    }
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }

  private int compare(int a, int b) {
    int atA = a * recordBytes;
    int atB = b * recordBytes;
    return Arrays.compareUnsigned(buffer, atA, atA + keyBytes, buffer, atB, atB + keyBytes);
  }
}
