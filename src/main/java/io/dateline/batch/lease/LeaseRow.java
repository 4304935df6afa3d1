package io.dateline.batch.lease;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A lease as it was read.
 *
 * @param token of whoever holds it, which nobody else has
 * @param acquired in UTC by the database's clock
 * @param silence since the last sign of life, by the database's clock
 * @param beats signs of life, so that one in the meantime shows
 */
record LeaseRow(
    LeaseOwner owner, String token, LocalDateTime acquired, Duration silence, long beats) {}
