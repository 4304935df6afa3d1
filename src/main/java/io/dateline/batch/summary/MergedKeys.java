package io.dateline.batch.summary;

import io.dateline.source.ManifestFile.LedgerKey;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Files of several runs' lists in the order of their keys, each list being in that order. */
final class MergedKeys implements Iterator<LedgerKey> {

  private record Head(LedgerKey key, Iterator<LedgerKey> rest) {}

  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparingLong((Head head) -> head.key().runId())
              .thenComparingLong(head -> head.key().fileNumber()));

  MergedKeys(List<Iterator<LedgerKey>> lists) {
    lists.forEach(this::addNext);
  }

  private void addNext(Iterator<LedgerKey> list) {
    if (list.hasNext()) {
      heads.add(new Head(list.next(), list));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public LedgerKey next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException("no more files");
    }
    addNext(head.rest());
    return head.key();
  }
}
