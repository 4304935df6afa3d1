package io.dateline.diff;

/**
 * How often a field is filled and has changed, in the articles that were compared.
 *
 * @param filled was empty before
 * @param emptied is empty now
 * @param changed is filled otherwise
 */
public record FieldChanges(
    String field,
    long compared,
    long filledBefore,
    long filledAfter,
    long filled,
    long emptied,
    long changed) {

  /** Whether anything is other than it was. */
  public boolean hasChanges() {
    return filled + emptied + changed > 0;
  }
}
