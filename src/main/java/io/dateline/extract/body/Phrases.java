package io.dateline.extract.body;

import io.dateline.extract.body.PhraseTable.Match;
import io.dateline.extract.text.WordLists;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The list {@code phrases.tsv} of what pages print around their stories, and what a job adds to it:
 * of two that fit a block the job's own counts.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Phrases {

  /** What a phrase says of its block and of what follows. */
  public enum Kind {
    END,
    BREAK,
    DROP
  }

  /**
   * A phrase that was met.
   *
   * @param text as a person is told of it
   */
  public record Phrase(Kind kind, String text) {}

  private final PhraseTable own = new PhraseTable();
  private final PhraseTable known = new PhraseTable();

  /** The list alone. */
  public Phrases() {
    this(List.of());
  }

  /** The list, and a job's own phrases. */
  public Phrases(List<JobPhrase> own) {
    for (JobPhrase phrase : own) {
      Phrase met = new Phrase(phrase.kind(), phrase.text() + " (a phrase of the job)");
      this.own.add(phrase.match(), phrase.text(), met);
    }
    for (List<String> row : WordLists.table(Phrases.class, "phrases.tsv", 4)) {
      Kind kind = Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT));
      Match match = Match.valueOf(row.get(2).toUpperCase(Locale.ROOT));
      known.add(match, row.get(3), new Phrase(kind, row.get(3)));
    }
  }

  /**
   * The phrase that a block is, starts with or, if short, holds.
   *
   * @param text the block's text
   * @param folded the same, folded
   */
  public Optional<Phrase> in(String text, String folded) {
    return own.in(text, folded).or(() -> known.in(text, folded));
  }

  /** Whether the whole block is a phrase. */
  public boolean isLine(String folded) {
    return own.isLine(folded) || known.isLine(folded);
  }
}
