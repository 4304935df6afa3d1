package io.dateline.diff;

import io.dateline.output.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code summary.csv}: what has become of a field in the articles of a publisher.
 *
 * @param publisher as the old side names it; {@code *} for all together, empty for the articles
 *     that name none
 * @param field {@code article} for the articles themselves: {@code changed} is then how many differ
 *     in any field
 */
record SummaryRow(
    String publisher,
    String field,
    long compared,
    @Nullable Long filledBefore,
    @Nullable Long filledAfter,
    @Nullable Long filled,
    @Nullable Long emptied,
    long changed,
    @Nullable Long appeared,
    @Nullable Long vanished) {

  static final String FILE_NAME = "summary.csv";

  /** Stands for the field in the rows of the articles themselves. */
  static final String ARTICLE = "article";

  static SummaryRow ofArticles(String publisher, Tally tally) {
    return new SummaryRow(
        publisher,
        ARTICLE,
        tally.compared,
        null,
        null,
        null,
        null,
        tally.differing,
        tally.appeared,
        tally.vanished);
  }

  static SummaryRow ofField(String publisher, FieldChanges changes) {
    return new SummaryRow(
        publisher,
        changes.field(),
        changes.compared(),
        changes.filledBefore(),
        changes.filledAfter(),
        changes.filled(),
        changes.emptied(),
        changes.changed(),
        null,
        null);
  }

  /** The columns of the file, in order. */
  enum Columns implements Column<SummaryRow> {
    PUBLISHER(Type.TEXT, SummaryRow::publisher),
    FIELD(Type.CODE, SummaryRow::field),
    COMPARED(Type.INTEGER, SummaryRow::compared),
    FILLED_BEFORE(Type.INTEGER, SummaryRow::filledBefore),
    FILLED_AFTER(Type.INTEGER, SummaryRow::filledAfter),
    FILLED(Type.INTEGER, SummaryRow::filled),
    EMPTIED(Type.INTEGER, SummaryRow::emptied),
    CHANGED(Type.INTEGER, SummaryRow::changed),
    APPEARED(Type.INTEGER, SummaryRow::appeared),
    VANISHED(Type.INTEGER, SummaryRow::vanished);

    private final Type type;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<SummaryRow, @Nullable Object> value;

    Columns(Type type, Function<SummaryRow, @Nullable Object> value) {
      this.type = type;
      this.value = value;
    }

    static List<Columns> all() {
      return List.of(values());
    }

    @Override
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Type type() {
      return type;
    }

    @Override
    public @Nullable Object value(SummaryRow row) {
      return value.apply(row);
    }
  }
}
