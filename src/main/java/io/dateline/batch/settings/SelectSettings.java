package io.dateline.batch.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the archive a run reads again, as somebody wrote it. Of different settings all have
 * to hold, of the values of one any; what is empty or 0 is no condition.
 *
 * @param from first day of {@code date_published}, or of {@code capture_date} where that is empty:
 *     {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 * @param to last day, likewise
 * @param path patterns of which a source path must fit one, as for {@code include}
 * @param publisher values of the column
 * @param provider values of the column
 * @param language language ranges for {@code in_language}
 * @param olderThanVersion rows that an extractor version before this one made
 * @param reason rejections with this reason, {@code *} for all of them
 * @param fieldEmpty columns that are empty
 * @param ids file of article ids, one a line, or a CSV file whose first column they are
 * @param run number of the run that made the rows
 */
public record SelectSettings(
    String from,
    String to,
    List<String> path,
    List<String> publisher,
    List<String> provider,
    List<String> language,
    String olderThanVersion,
    List<String> reason,
    List<String> fieldEmpty,
    String ids,
    long run) {

  /** Nothing is read again but by the ledger. */
  public static final SelectSettings NONE =
      new SelectSettings(
          "", "", List.of(), List.of(), List.of(), List.of(), "", List.of(), List.of(), "", 0);

  /** Stands for every reason. */
  public static final String ANY_REASON = "*";

  /** YAML reads a value that is left empty as null. */
  public SelectSettings(
      @Nullable String from,
      @Nullable String to,
      List<String> path,
      List<String> publisher,
      List<String> provider,
      List<String> language,
      @Nullable String olderThanVersion,
      List<String> reason,
      List<String> fieldEmpty,
      @Nullable String ids,
      long run) {
    this.from = text(from);
    this.to = text(to);
    this.path = List.copyOf(path);
    this.publisher = List.copyOf(publisher);
    this.provider = List.copyOf(provider);
    this.language = List.copyOf(language);
    this.olderThanVersion = text(olderThanVersion);
    this.reason = List.copyOf(reason);
    this.fieldEmpty = List.copyOf(fieldEmpty);
    this.ids = text(ids);
    this.run = run;
  }

  /** The rejections with one of these reasons, in files that fit a pattern, of a run or of any. */
  public static SelectSettings ofRejections(List<String> path, List<String> reason, long run) {
    return new SelectSettings(
        "", "", path, List.of(), List.of(), List.of(), "", reason, List.of(), "", run);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  /** The same with another file of ids. */
  public SelectSettings withIds(String file) {
    return new SelectSettings(
        from,
        to,
        path,
        publisher,
        provider,
        language,
        olderThanVersion,
        reason,
        fieldEmpty,
        file,
        run);
  }

  /** Whether there is a condition; without one the ledger decides what is read. */
  public boolean selects() {
    return !equals(NONE);
  }

  /** Whether there is a condition that only articles can meet. */
  public boolean asksForArticles() {
    return !(from.isEmpty() && to.isEmpty())
        || !publisher.isEmpty()
        || !provider.isEmpty()
        || !language.isEmpty()
        || !fieldEmpty.isEmpty();
  }
}
