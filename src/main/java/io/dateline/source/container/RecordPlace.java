package io.dateline.source.container;

/**
 * Where a record lies.
 *
 * @param offset of the record in the file as it lies on the disk; of its gzip member, where the
 *     file is compressed, as <a href="https://iipc.github.io/warc-specifications/">CDX</a> counts
 * @param inside bytes of the unpacked member before the record: 0 but where several share one
 */
record RecordPlace(long offset, long inside) {

  /** {@code 1234}, or {@code 1234+567} inside a member that holds several records. */
  String name() {
    return inside == 0 ? Long.toString(offset) : offset + "+" + inside;
  }
}
