/**
 * Who wrote a story and which agency it is from.
 *
 * <p>Single lines and metadata values enter; bylines, people's names and agency names leave. This
 * package must not know pages or where a line stood.
 */
@NullMarked
package io.dateline.extract.credit;

import org.jspecify.annotations.NullMarked;
