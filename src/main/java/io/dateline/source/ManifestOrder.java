package io.dateline.source;

import java.util.Arrays;

/** The order of files in a manifest: bytes of the collection's name, then bytes of the path. */
public final class ManifestOrder {

  private ManifestOrder() {}

  /** Compares two files by their names as they stand in tables. */
  public static int compare(String collectionA, String pathA, String collectionB, String pathB) {
    int byCollection = compare(collectionA, collectionB);
    return byCollection != 0 ? byCollection : compare(pathA, pathB);
  }

  /** Most names that are compared are the same: those of known files. */
  private static int compare(String a, String b) {
    return a.equals(b) ? 0 : Arrays.compareUnsigned(EntryNames.bytes(a), EntryNames.bytes(b));
  }

  /** Compares two files of the ledger. */
  public static int compare(KnownFile a, KnownFile b) {
    return compare(a.collection(), a.sourcePath(), b.collection(), b.sourcePath());
  }
}
