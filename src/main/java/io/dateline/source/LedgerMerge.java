package io.dateline.source;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the ledger beside the walk through the input, as two sorted streams are merged, and
 * tells what the ledger knows and the walk did not meet. Not safe for use by several threads.
 */
final class LedgerMerge {

  private final Iterator<KnownFile> ledger;
  private final Set<String> collections;
  private final LedgerChanges changes;
  private @Nullable KnownFile head;
  private @Nullable FoundFile closedFolder;
  private final Set<String> knownCollections = new HashSet<>();
  private long known;
  private long gone;

  /**
   * A merge.
   *
   * @param collections those that the walk goes through; files of others are not missed
   */
  LedgerMerge(Iterator<KnownFile> ledger, Set<String> collections, LedgerChanges changes) {
    this.ledger = ledger;
    this.collections = collections;
    this.changes = changes;
    advance();
  }

  /** What the ledger knows of a file; files must be asked for in manifest order. */
  @Nullable KnownFile find(FoundFile found) {
    KnownFile match = null;
    while (head != null && match == null) {
      int order =
          ManifestOrder.compare(
              head.collection(), head.sourcePath(), found.collection(), found.sourcePath());
      if (order > 0) {
        break;
      }
      if (order == 0) {
        match = head;
      } else {
        miss(head);
      }
      advance();
    }
    if (found.isClosedFolder()) {
      closedFolder = found;
    }
    return match;
  }

  /** Goes through the rest of the ledger after the walk's last file. */
  void finish() {
    while (head != null) {
      miss(head);
      advance();
    }
  }

  private void advance() {
    head = ledger.hasNext() ? ledger.next() : null;
    if (head != null && !head.isClosedFolder() && collections.contains(head.collection())) {
      known++;
      knownCollections.add(head.collection());
    }
  }

  private void miss(KnownFile file) {
    if (!collections.contains(file.collection()) || isOutOfSight(file)) {
      return;
    }
    if (!file.isClosedFolder()) {
      gone++;
    }
    changes.gone(file);
  }

  /** What lies in a folder that cannot be entered just now may still be there. */
  private boolean isOutOfSight(KnownFile file) {
    FoundFile folder = closedFolder;
    return folder != null
        && folder.collection().equals(file.collection())
        && file.sourcePath().startsWith(folder.sourcePath());
  }

  /** Whether there were files of a collection. */
  boolean knows(String collection) {
    return knownCollections.contains(collection);
  }

  long known() {
    return known;
  }

  long gone() {
    return gone;
  }
}
