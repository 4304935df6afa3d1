/**
 * Holds what a run wrote against what a person says is right, field by field.
 *
 * <p>Enters: a gold CSV file, one of quotes, and the CSV files of a run or an export. Leaves: a
 * {@link io.dateline.score.ScoreReport}, and each disagreement as it is met. Holds the gold in
 * memory and streams the run. This package must not know the job, the database, or how the run came
 * to its answers.
 */
@NullMarked
package io.dateline.score;

import org.jspecify.annotations.NullMarked;
