/**
 * Where names lie on the map.
 *
 * <p>Names of places, regions and countries enter, as printed; what leaves is a place with its
 * country and coordinates, or nothing where the name could mean several. Knows its own resources
 * alone: no article, no page, no language of the story.
 */
@NullMarked
package io.dateline.extract.place;

import org.jspecify.annotations.NullMarked;
