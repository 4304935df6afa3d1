package io.dateline.batch.workers;

import java.time.Duration;

/**
 * How a process shares work by a broker.
 *
 * @param threads partitions at a time in this process; 0 for none
 * @param patience how long the process that hands work out waits without a sign of work before it
 *     gives up
 */
public record WorkersOptions(
    BrokerAddress broker, BrokerLogin login, int threads, Duration patience) {}
