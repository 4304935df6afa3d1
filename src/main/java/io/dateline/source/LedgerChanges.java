package io.dateline.source;

/**
 * Hears how the ledger differs from the input where there is nothing to read, in manifest order.
 */
public interface LedgerChanges {

  /** Takes no notice. */
  LedgerChanges NONE =
      new LedgerChanges() {
        @Override
        public void gone(KnownFile file) {}

        @Override
        public void touched(KnownFile file, long modifiedNanos) {}
      };

  /** The file is no longer in the input, or no longer selected. */
  void gone(KnownFile file);

  /** The file has the same bytes and another modification time, in nanoseconds since 1970. */
  void touched(KnownFile file, long modifiedNanos);
}
