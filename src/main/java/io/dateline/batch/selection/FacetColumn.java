package io.dateline.batch.selection;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column by whose values articles can be chosen. */
public enum FacetColumn {
  DATE_PUBLISHED(Facets::datePublished, DateSpan::of),
  PROVIDER(Facets::provider, SameText::of),
  PUBLISHER(Facets::publisher, SameText::of),
  IN_LANGUAGE(Facets::inLanguage, LanguageRange::of);

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<Facets, @Nullable String> cell;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Reading reading;

  FacetColumn(Function<Facets, @Nullable String> cell, Reading reading) {
    this.cell = cell;
    this.reading = reading;
  }

  private interface Reading {
    Condition of(String value) throws BadConditionException;
  }

  /** Holds for some values of a column. */
  public interface Condition {
    boolean holds(String cell);
  }

  /** The column's name in CSV and SQL. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The cell, or null if it is empty. */
  public @Nullable String cell(Facets facets) {
    return cell.apply(facets);
  }

  /** Reads what stands behind {@code COLUMN=}. */
  public Condition condition(String value) throws BadConditionException {
    return reading.of(value);
  }

  /** The column of this name, or null. */
  public static @Nullable FacetColumn named(String label) {
    return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst().orElse(null);
  }

  /** All names, for a person. */
  public static String labels() {
    return Arrays.stream(values()).map(FacetColumn::label).collect(Collectors.joining(", "));
  }
}
