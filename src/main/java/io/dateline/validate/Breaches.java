package io.dateline.validate;

import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.TextDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers the broken rules of one document in the rules' order, by one thread. */
final class Breaches {

  private final TextDocument document;
  private final ValidationSettings settings;
  private final List<String> warnings = new ArrayList<>();
  private @Nullable Rejection rejection;

  Breaches(TextDocument document, ValidationSettings settings) {
    this.document = document;
    this.settings = settings;
  }

  /**
   * Asks one rule, unless it is off or the document is rejected already.
   *
   * @param rule the sentence that says how it is broken, or empty if it is kept
   */
  Breaches ask(RejectionReason reason, Supplier<Optional<String>> rule) {
    RuleAction action = settings.actionOf(reason);
    if (rejection != null || action == RuleAction.OFF) {
      return this;
    }
    Optional<String> broken = rule.get();
    if (broken.isPresent() && action == RuleAction.WARN) {
      warnings.add(reason.name());
    } else if (broken.isPresent()) {
      rejection = new Rejection(document.id(), null, reason, broken.get(), document.sizeBytes());
    }
    return this;
  }

  /** Adds a warning that no rule stands behind. */
  Breaches warn(String code, boolean holds) {
    if (holds) {
      warnings.add(code);
    }
    return this;
  }

  Verdict verdict() {
    return new Verdict(rejection, warnings);
  }
}
