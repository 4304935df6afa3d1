package io.dateline.extract.quote;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a sentence.
 *
 * @param written as printed: a name without its titles, a pronoun, or a noun phrase
 * @param description what the text says beside the name that the person is, or null
 * @param title title before the name in lower case, which may tell the sex, or empty
 * @param from index of its first token in the paragraph, titles included
 * @param to index after its last token
 */
record Mention(
    Kind kind, String written, @Nullable String description, String title, int from, int to) {

  /** How somebody is named. */
  enum Kind {
    NAME,
    HE,
    SHE,
    OTHER_PRONOUN,
    NOUN_PHRASE,
    /** Somebody whom a passive leaves out: {@code was described as}. */
    UNNAMED
  }

  /** Whoever did what a passive at {@code i} says. */
  static Mention unnamed(int i) {
    return new Mention(Kind.UNNAMED, "", null, "", i, i + 1);
  }

  Mention described(String as) {
    return new Mention(kind, written, as, title, from, to);
  }

  Mention endingAt(int end) {
    return new Mention(kind, written, description, title, from, end);
  }
}
