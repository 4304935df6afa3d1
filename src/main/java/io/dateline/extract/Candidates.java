package io.dateline.extract;

import io.dateline.article.ArticleField;
import io.dateline.article.Metadatum;
import io.dateline.article.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What competes for one field, in the order of trust: the first that gives a value wins. Not safe
 * for use by several threads: one for each field of each article.
 */
final class Candidates<T> {

  /** A value and where it came from. */
  record Chosen<T>(T value, String source, String raw) {}

  /** A text that may give a value, read when it is asked for and not again. */
  private static final class Candidate<T> {

    private final String raw;
    private final String source;
    private final Function<String, @Nullable T> reader;
    private @Nullable T value;
    private boolean isRead;

    Candidate(String raw, String source, Function<String, @Nullable T> reader) {
      this.raw = raw;
      this.source = source;
      this.reader = reader;
    }

    String raw() {
      return raw;
    }

    String source() {
      return source;
    }

    @Nullable T value() {
      if (!isRead) {
        value = reader.apply(raw);
        isRead = true;
      }
      return value;
    }
  }

  private final ArticleField field;
  private final Function<String, @Nullable T> reader;
  private final List<Candidate<T>> candidates = new ArrayList<>();
  private Function<T, @Nullable String> note = value -> null;

  /**
   * Candidates for {@code field}.
   *
   * @param reader makes the value of a candidate's text, null if it is none
   */
  Candidates(ArticleField field, Function<String, @Nullable T> reader) {
    this.field = field;
    this.reader = reader;
  }

  /**
   * Tells the trace more of each value that was read.
   *
   * @param note what is to be said of a value, null for nothing
   */
  Candidates<T> noting(Function<T, @Nullable String> note) {
    this.note = note;
    return this;
  }

  /** Adds a candidate that is trusted less than those before. */
  Candidates<T> add(@Nullable String raw, String source) {
    return add(raw, source, reader);
  }

  /** Adds a candidate that is read in a way of its own. */
  Candidates<T> add(@Nullable String raw, String source, Function<String, @Nullable T> own) {
    if (raw != null && !raw.isBlank()) {
      candidates.add(new Candidate<>(raw, source, own));
    }
    return this;
  }

  /** Adds statements of the page. */
  Candidates<T> addAll(Stream<Metadatum> statements) {
    statements.forEach(m -> add(m.value(), Sources.of(m)));
    return this;
  }

  /** Whether one gives a value and nobody hears of the others: more need not be looked for. */
  boolean areEnough(Trace trace) {
    return !trace.isOn() && first() != null;
  }

  /** The first candidate that gives a value, or null; nobody hears of it. */
  @Nullable Chosen<T> first() {
    return choose(Trace.NONE);
  }

  /**
   * A value that wins over all candidates.
   *
   * @param reason why, for the trace, which hears of all
   */
  Chosen<T> overrule(Chosen<T> winner, String reason, Trace trace) {
    if (trace.isOn()) {
      trace.candidate(field, winner.raw(), winner.source(), true, noted(reason, winner.value()));
      for (Candidate<T> candidate : candidates) {
        T value = candidate.value();
        trace.candidate(
            field, candidate.raw(), candidate.source(), false, noted("overruled", value));
      }
    }
    return winner;
  }

  /** The first candidate that gives a value, or null; the trace hears of all. */
  @Nullable Chosen<T> choose(Trace trace) {
    Chosen<T> chosen = null;
    for (Candidate<T> candidate : candidates) {
      if (chosen != null && !trace.isOn()) {
        break;
      }
      T value = candidate.value();
      boolean wins = chosen == null && value != null;
      if (wins && value != null) {
        chosen = new Chosen<>(value, candidate.source(), candidate.raw());
      }
      if (trace.isOn()) {
        trace.candidate(
            field,
            candidate.raw(),
            candidate.source(),
            wins,
            noted(wins ? "first that fits" : "a source before it fits", value));
      }
    }
    return chosen;
  }

  private String noted(String reason, @Nullable T value) {
    if (value == null) {
      return "does not fit";
    }
    String more = note.apply(value);
    return more == null ? reason : reason + "; " + more;
  }
}
