/**
 * Dates as people and machines print them.
 *
 * <p>Text enters that should be or hold a date; what leaves is an ISO 8601 date with the text it
 * was read from, or nothing. Knows no article, no page and never the clock: a year that is not
 * printed is not known.
 */
@NullMarked
package io.dateline.extract.date;

import org.jspecify.annotations.NullMarked;
