package io.dateline.extract.body;

import io.dateline.extract.body.Mark.Kind;

/** What the rule that had an opinion of a block said. The order is that of the model's levels. */
enum Verdict {
  OPENS_WITH_DATELINE(Kind.CONTENT),
  LABEL(Kind.DROP),
  BYLINE(Kind.DROP),
  DATE_LINE(Kind.DROP),
  SIGN_OFF(Kind.DROP),
  TITLE(Kind.DROP),
  PHRASE_END(Kind.END),
  PHRASE_BREAK(Kind.BREAK),
  PHRASE_ASIDE(Kind.DROP),
  PHRASE_DROP(Kind.DROP),
  ADDRESS(Kind.DROP),
  COOKIES(Kind.DROP),
  HIDDEN(Kind.DROP),
  STATED(Kind.CONTENT),
  REGION(Kind.DROP),
  HINT(Kind.DROP),
  LINKS(Kind.DROP),
  REPETITION(Kind.DROP),
  PROSE(Kind.CONTENT),
  SHORT_AFTER_DATELINE(Kind.NEUTRAL),
  SHORT_IN_STORY(Kind.NEUTRAL),
  SHORT_IN_ARTICLE(Kind.NEUTRAL),
  SHORT_LINE(Kind.NEUTRAL),
  HEADLINE_LINE(Kind.NEUTRAL);

  private final Kind kind;

  Verdict(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
