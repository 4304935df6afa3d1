package io.dateline.diff;

import java.util.List;

/**
 * Examples of one kind and field.
 *
 * @param field empty for whole articles
 * @param count how many such changes there are
 */
public record Sampled(ChangeKind kind, String field, long count, List<Sample> samples) {

  public Sampled {
    samples = List.copyOf(samples);
  }
}
