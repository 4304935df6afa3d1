/**
 * The rows of articles, quotes, rejections and files: how they are inserted, superseded and
 * deleted.
 *
 * <p>Enters: cells of a chunk, or the key of a run. Leaves: rows. Must not know: the steps, files
 * on the disk.
 */
@NullMarked
package io.dateline.batch.rows;

import org.jspecify.annotations.NullMarked;
