package io.dateline.summary;

import org.jspecify.annotations.Nullable;

/**
 * How often a field is filled in what one run read of a publisher.
 *
 * @param publisher as the pages name it; {@link #ALL} for the whole run; null for the articles that
 *     name none
 * @param field name of its column
 * @param articles articles of the publisher
 * @param filled how many of them have the field
 */
public record FieldFill(@Nullable String publisher, String field, long articles, long filled) {

  /** Stands for all publishers together. */
  public static final String ALL = "*";
}
