package io.dateline.validate;

/** What becomes of a document that breaks a rule. */
public enum RuleAction {
  /** It becomes a rejection. */
  REJECT,
  /** It is kept, and its row bears the rule's code. */
  WARN,
  /** The rule is not asked. */
  OFF
}
