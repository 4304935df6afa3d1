package io.dateline.validate;

import io.dateline.article.RejectionReason;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Settings of the rules.
 *
 * @param actions what becomes of a document that breaks a rule; a rule that is not named rejects.
 *     Only codes for which {@link RejectionReason#isRule()} holds: the others always reject
 * @param bodyMinWords words that a body needs, below which it is {@code BODY_TOO_SHORT}
 * @param replacementRatio replacement characters a character of the text above which it is {@code
 *     UNDECODABLE}, from 0 to 1
 */
public record ValidationSettings(
    @NotNull Map<RejectionReason, RuleAction> actions,
    @Min(0) int bodyMinWords,
    @DecimalMin(value = "0", message = "must be between 0 and 1")
        @DecimalMax(value = "1", message = "must be between 0 and 1")
        double replacementRatio) {

  /** Words of a body below which it is a headline or a caption rather than a story. */
  public static final int DEFAULT_BODY_MIN_WORDS = 25;

  /** One character in fifty: a text in the wrong encoding has many more, a damaged one fewer. */
  public static final double DEFAULT_REPLACEMENT_RATIO = 0.02;

  public ValidationSettings {
    Map<RejectionReason, RuleAction> ordered = new EnumMap<>(RejectionReason.class);
    ordered.putAll(actions);
    actions = Collections.unmodifiableMap(ordered);
  }

  /** Every rule rejects. */
  public static ValidationSettings defaults() {
    Map<RejectionReason, RuleAction> actions = new EnumMap<>(RejectionReason.class);
    for (RejectionReason reason : RejectionReason.values()) {
      if (reason.isRule()) {
        actions.put(reason, RuleAction.REJECT);
      }
    }
    return new ValidationSettings(actions, DEFAULT_BODY_MIN_WORDS, DEFAULT_REPLACEMENT_RATIO);
  }

  /** What becomes of a document that breaks the rule. */
  public RuleAction actionOf(RejectionReason reason) {
    return reason.isRule() ? actions.getOrDefault(reason, RuleAction.REJECT) : RuleAction.REJECT;
  }
}
