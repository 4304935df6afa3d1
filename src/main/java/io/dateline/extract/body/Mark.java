package io.dateline.extract.body;

/**
 * The verdict on one block before its neighbours are heard.
 *
 * @param weight in words: what it adds to a story that holds it, or costs
 * @param reason why, for the trace
 */
record Mark(Verdict verdict, double weight, String reason) {

  enum Kind {
    /** Reads like a paragraph of the story. */
    CONTENT,
    /** A short line: a subheading or a menu entry; its neighbours decide. */
    NEUTRAL,
    /** No part of a story. */
    DROP,
    /** No part of a story, and the short lines after it are not either. */
    BREAK,
    /** No part of a story, and nothing after it is. */
    END
  }

  Kind kind() {
    return verdict.kind();
  }
}
