package io.dateline.extract.body;

/** What a block is to the story. */
enum Part {
  BEFORE,
  STORY,
  BETWEEN,
  AFTER;

  /** Whether a block of the part {@code next} may follow one of this part. */
  boolean leadsTo(Part next) {
    return switch (this) {
      case BEFORE -> next == BEFORE || next == STORY;
      case STORY -> next != BEFORE;
      case BETWEEN -> next == BETWEEN || next == STORY;
      case AFTER -> next == AFTER;
    };
  }
}
