package io.dateline.output;

import io.dateline.article.Quote;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code quotes.csv}, in order. */
public enum QuoteColumn implements Column<QuoteRow> {
  ARTICLE_ID(Type.CODE, QuoteRow::articleId),
  QUOTE_NUMBER(Type.INTEGER, of(Quote::number)),
  PARAGRAPH_NUMBER(Type.INTEGER, of(Quote::paragraph)),
  START_OFFSET(Type.INTEGER, of(Quote::start)),
  END_OFFSET(Type.INTEGER, of(Quote::end)),
  TEXT(Type.TEXT, text(Quote::text)),
  SPEAKER(Type.TEXT, text(Quote::speaker)),
  SPEAKER_AS_WRITTEN(Type.TEXT, text(Quote::speakerAsWritten)),
  SPEAKER_DESCRIPTION(Type.TEXT, text(Quote::speakerDescription)),
  CUE(Type.TEXT, text(Quote::cue)),
  KIND(Type.CODE, of(q -> q.kind().label()));

  private final Type type;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<QuoteRow, @Nullable Object> value;

  QuoteColumn(Type type, Function<QuoteRow, @Nullable Object> value) {
    this.type = type;
    this.value = value;
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
  public @Nullable Object value(QuoteRow row) {
    return value.apply(row);
  }

  private static Function<QuoteRow, @Nullable Object> of(Function<Quote, @Nullable Object> part) {
    return row -> part.apply(row.quote());
  }

  private static Function<QuoteRow, @Nullable Object> text(Function<Quote, @Nullable String> part) {
    return row -> CellText.clean(part.apply(row.quote()));
  }
}
