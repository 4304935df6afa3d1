/**
 * Opens what holds several documents: archives, compressed files, web archives, lines of records.
 *
 * <p>Enters: the bytes of one file below the input. Leaves: its documents one after another, each
 * with its place in the container, and what was found damaged or was passed over. Must not know:
 * manifests, ledgers and what a document says.
 */
@NullMarked
package io.dateline.source.container;

import org.jspecify.annotations.NullMarked;
