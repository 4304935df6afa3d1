package io.dateline.output;

import io.dateline.article.Rejection;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code rejections.csv}, in order. */
public enum RejectionColumn implements Column<Rejection> {
  COLLECTION(Type.TEXT, r -> r.id().collection()),
  SOURCE_PATH(Type.TEXT, r -> r.id().sourcePath()),
  ENTRY_NAME(Type.TEXT, r -> r.id().entryName().isEmpty() ? null : r.id().entryName()),
  BYTE_OFFSET(Type.INTEGER, Rejection::byteOffset),
  STAGE(Type.CODE, r -> r.reason().stage().label()),
  REASON(Type.CODE, r -> r.reason().name()),
  MESSAGE(Type.TEXT, r -> CellText.clean(r.message())),
  SIZE_BYTES(Type.INTEGER, Rejection::sizeBytes),
  ENVIRONMENTAL(Type.BOOLEAN, r -> r.reason().isEnvironmental());

  private final Type type;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<Rejection, @Nullable Object> value;

  RejectionColumn(Type type, Function<Rejection, @Nullable Object> value) {
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
  public @Nullable Object value(Rejection row) {
    return value.apply(row);
  }
}
