package io.dateline.batch.selection;

import io.dateline.article.RejectionReason;
import io.dateline.batch.settings.SelectSettings;
import io.dateline.output.ArticleColumn;
import io.dateline.source.PathPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rows of an archive that are to be read again. Immutable and safe for use by several
 * threads.
 */
public final class RowSelector {

  private final SelectSettings settings;
  private final List<PathPattern> paths;
  private final @Nullable DateSpan days;
  private final List<FacetColumn.Condition> publishers;
  private final List<FacetColumn.Condition> providers;
  private final List<FacetColumn.Condition> languages;
  private final @Nullable VersionNumber version;
  private final Set<String> reasons;
  private final Set<ArticleColumn> empty;
  private final @Nullable ArticleIds ids;

  private RowSelector(SelectSettings settings, @Nullable ArticleIds ids)
      throws BadConditionException {
    this.settings = settings;
    this.paths = paths(settings.path());
    this.days = days(settings);
    this.publishers = conditions("publisher", FacetColumn.PUBLISHER, settings.publisher());
    this.providers = conditions("provider", FacetColumn.PROVIDER, settings.provider());
    this.languages = conditions("language", FacetColumn.IN_LANGUAGE, settings.language());
    this.version = version(settings.olderThanVersion());
    this.reasons = reasons(settings);
    this.empty = columns(settings.fieldEmpty());
    this.ids = ids;
  }

  /**
   * Reads a selection.
   *
   * @throws BadConditionException if a value makes no sense, with the name of its setting
   */
  public static RowSelector of(SelectSettings settings) throws BadConditionException {
    return new RowSelector(
        settings, settings.ids().isEmpty() ? null : ids(Path.of(settings.ids())));
  }

  /** Reads a selection without looking into its file of ids. */
  public static void check(SelectSettings settings) throws BadConditionException {
    new RowSelector(settings, null);
  }

  private static ArticleIds ids(Path file) throws BadConditionException {
    try {
      return ArticleIds.of(file);
    } catch (BadConditionException e) {
      throw bad("ids", String.valueOf(e.getMessage()));
    }
  }

  private static BadConditionException bad(String setting, String what) {
    return new BadConditionException(setting, what);
  }

  private static List<PathPattern> paths(List<String> written) throws BadConditionException {
    List<PathPattern> patterns = new ArrayList<>();
    for (String pattern : written) {
      try {
        patterns.add(PathPattern.of(pattern));
      } catch (IllegalArgumentException e) {
        throw bad("path", "`" + pattern + "` " + e.getMessage());
      }
    }
    return patterns;
  }

  private static @Nullable DateSpan days(SelectSettings settings) throws BadConditionException {
    if (settings.from().isEmpty() && settings.to().isEmpty()) {
      return null;
    }
    // One at a time first, so that the message names the one that is wrong.
    day("from", settings.from());
    day("to", settings.to());
    try {
      return DateSpan.of(settings.from() + ".." + settings.to());
    } catch (BadConditionException e) {
      throw bad("to", String.valueOf(e.getMessage()));
    }
  }

  private static void day(String setting, String value) throws BadConditionException {
    if (!DateSpan.isDate(value) && !value.isEmpty()) {
      throw bad(setting, "`" + value + "` is no date; write 2016, 2016-09 or 2016-09-05");
    }
  }

  private static List<FacetColumn.Condition> conditions(
      String setting, FacetColumn column, List<String> values) throws BadConditionException {
    List<FacetColumn.Condition> conditions = new ArrayList<>();
    for (String value : values) {
      try {
        conditions.add(column.condition(value));
      } catch (BadConditionException e) {
        throw bad(setting, String.valueOf(e.getMessage()));
      }
    }
    return conditions;
  }

  private static @Nullable VersionNumber version(String text) throws BadConditionException {
    try {
      return text.isEmpty() ? null : VersionNumber.of(text);
    } catch (BadConditionException e) {
      throw bad("older-than-version", String.valueOf(e.getMessage()));
    }
  }

  private static Set<String> reasons(SelectSettings settings) throws BadConditionException {
    Set<String> known =
        Arrays.stream(RejectionReason.values()).map(Enum::name).collect(Collectors.toSet());
    for (String reason : settings.reason()) {
      if (!reason.equals(SelectSettings.ANY_REASON) && !known.contains(reason)) {
        throw bad(
            "reason", "`" + reason + "` is no reason of a rejection; docs/codes.md has them all");
      }
    }
    if (!settings.reason().isEmpty() && settings.asksForArticles()) {
      throw bad(
          "reason",
          "rejections have no date, publisher, provider, language or other field; select either"
              + " rejections or articles");
    }
    return new HashSet<>(settings.reason());
  }

  private static Set<ArticleColumn> columns(List<String> labels) throws BadConditionException {
    Set<ArticleColumn> columns = EnumSet.noneOf(ArticleColumn.class);
    for (String label : labels) {
      columns.add(
          Arrays.stream(ArticleColumn.values())
              // The tables have no bodies, and no article is without one.
              .filter(c -> c != ArticleColumn.ARTICLE_BODY && c.label().equals(label))
              .findFirst()
              .orElseThrow(
                  () ->
                      bad(
                          "field-empty",
                          "`" + label + "` is no column of articles.csv that can be empty")));
    }
    return columns;
  }

  /** Whether files are selected as wholes, so that no row need be looked at. */
  boolean isOfFiles() {
    return !settings.asksForArticles()
        && reasons.isEmpty()
        && version == null
        && ids == null
        && settings.run() == 0;
  }

  /** Whether no article can be meant. */
  boolean asksForRejections() {
    return !reasons.isEmpty();
  }

  /** Number of the run whose rows are selected, 0 for any. */
  long run() {
    return settings.run();
  }

  /** Columns of which a row must be known to have them or not. */
  Set<ArticleColumn> emptyColumns() {
    return empty;
  }

  /** Whether a row's id must be known. */
  boolean needsIds() {
    return ids != null;
  }

  /** Whether rows of a file may be selected. */
  boolean acceptsPath(String sourcePath) {
    return paths.isEmpty() || paths.stream().anyMatch(pattern -> pattern.matches(sourcePath));
  }

  /**
   * Whether a row of such a file is selected.
   *
   * @param wantedRun key of the run whose rows are selected, if only one's are
   */
  boolean accepts(RowFacts row, @Nullable Long wantedRun) {
    return (row.reason() == null ? acceptsArticle(row) : acceptsRejection(row.reason()))
        && (version == null || version.isAfter(row.extractorVersion()))
        && (ids == null || ids.contains(row.articleId()))
        && (wantedRun == null || wantedRun == row.runId());
  }

  private boolean acceptsArticle(RowFacts row) {
    Facets facets = row.facets();
    return reasons.isEmpty()
        && (days == null || (facets.datePublished() != null && days.holds(facets.datePublished())))
        && anyHolds(publishers, facets.publisher())
        && anyHolds(providers, facets.provider())
        && anyHolds(languages, facets.inLanguage())
        && row.empty().containsAll(empty);
  }

  private boolean acceptsRejection(String reason) {
    return reasons.isEmpty()
        ? !settings.asksForArticles()
        : reasons.contains(SelectSettings.ANY_REASON) || reasons.contains(reason);
  }

  private static boolean anyHolds(List<FacetColumn.Condition> conditions, @Nullable String cell) {
    return conditions.isEmpty()
        || (cell != null && conditions.stream().anyMatch(condition -> condition.holds(cell)));
  }

  /** Keeps the ids of a selection for a resumed run, if it has any. */
  public void writeIds(Path file) throws IOException {
    if (ids != null) {
      ids.write(file);
    }
  }
}
