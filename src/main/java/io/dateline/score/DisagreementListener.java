package io.dateline.score;

import java.io.IOException;

/** Is told of each disagreement, in the order of the run's files, which is always the same. */
@FunctionalInterface
public interface DisagreementListener {

  /** Takes one; what it throws ends the scoring. */
  void accept(Disagreement disagreement) throws IOException;
}
