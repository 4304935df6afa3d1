package io.dateline.batch.poison;

/**
 * A document that was in flight.
 *
 * @param partition number of its partition
 * @param fileNumber its file's place in the manifest
 * @param alone whether no other document of the process was in flight or waited to be written
 */
record Position(int partition, long fileNumber, boolean alone) {}
