/** Kills the real program at seeded moments and compares what is left with an undisturbed run. */
@NullMarked
package io.dateline.chaos;

import org.jspecify.annotations.NullMarked;
