package io.dateline.diff;

import io.dateline.output.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code changes.csv}.
 *
 * @param sourcePath of the new side, or where that has none, of the old
 * @param field empty for an article that appeared or vanished, {@link #REJECTION} if the other side
 *     rejected it
 * @param before the old value, as {@link Excerpt} shows it
 * @param after the new value
 */
record Change(
    String articleId,
    String sourcePath,
    String entryName,
    String field,
    String before,
    String after,
    ChangeKind kind) {

  /** Stands for the field where one side has an article and the other a rejection. */
  static final String REJECTION = "rejection";

  /** Where its rows go. */
  static final String FILE_NAME = "changes.csv";

  /** The columns of the file, in order. */
  enum Columns implements Column<Change> {
    ARTICLE_ID(Type.CODE, Change::articleId),
    SOURCE_PATH(Type.TEXT, Change::sourcePath),
    ENTRY_NAME(Type.TEXT, Change::entryName),
    FIELD(Type.CODE, Change::field),
    OLD(Type.TEXT, Change::before),
    NEW(Type.TEXT, Change::after),
    KIND(Type.CODE, change -> change.kind().label());

    private final Type type;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<Change, @Nullable Object> value;

    Columns(Type type, Function<Change, @Nullable Object> value) {
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
    public @Nullable Object value(Change change) {
      return value.apply(change);
    }
  }
}
