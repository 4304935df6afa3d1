package io.dateline.source.container;

/**
 * What is to be known to open a container.
 *
 * @param limits what it may cost
 * @param fields what its fields mean if it holds records
 */
record Opening(ContainerLimits limits, RecordFields fields) {}
