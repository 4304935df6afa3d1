/**
 * Tells the language of a story.
 *
 * <p>The story's text and the tags that its page declares enter; a BCP 47 tag leaves, or nothing.
 * This package must not know pages, other fields or where the declarations stood.
 */
@NullMarked
package io.dateline.extract.language;

import org.jspecify.annotations.NullMarked;
