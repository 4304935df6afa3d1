package io.dateline.extract.label;

import org.jspecify.annotations.Nullable;

/**
 * A label of the page.
 *
 * @param property the schema.org property it means, or {@code none}
 * @param name as printed, without its colon
 * @param value absent if the label stands there without one
 * @param block index of the label's block
 * @param valueBlock index of the value's block, the same if it stands on the label's line; -1 if
 *     there is no value
 */
public record Label(
    String property, String name, @Nullable String value, int block, int valueBlock) {}
