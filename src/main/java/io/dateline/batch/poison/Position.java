package io.dateline.batch.poison;

/**
 * A document that was in flight.
 *
 * @param partition number of its partition
 * @param fileNumber its file's place in the manifest
 * @param entry its place in the file
 * @param alone whether no other document of the process was in flight or waited to be written
 * @param passing whether it was not read, but was to be passed over
 */
record Position(int partition, long fileNumber, long entry, boolean alone, boolean passing) {}
