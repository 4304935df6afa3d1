/**
 * Finds the story among a page's blocks.
 *
 * <p>Blocks enter, with notes on those already known to be something else (labels, bylines, the
 * title); the story's blocks leave, each block traced as kept or dropped with the reason. Plain
 * text and HTML go through the same rules. This package must not know dates, names or any other
 * field.
 */
@NullMarked
package io.dateline.extract.body;

import org.jspecify.annotations.NullMarked;
