/**
 * Chooses a page's headline among what competes for it.
 *
 * <p>Candidates with their sources enter; one headline leaves, or none. This package must not know
 * where in a page candidates are found, nor the story below.
 */
@NullMarked
package io.dateline.extract.headline;

import org.jspecify.annotations.NullMarked;
