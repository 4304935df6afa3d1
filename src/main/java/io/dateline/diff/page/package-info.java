/**
 * The page on which old and new stand side by side.
 *
 * <p>Enters: what came of a comparison. Leaves: one page of HTML that needs nothing beside itself.
 * Must not know: how two sides are compared.
 */
@NullMarked
package io.dateline.diff.page;

import org.jspecify.annotations.NullMarked;
