package io.dateline.diff;

import io.dateline.output.ArticleColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which fields are compared: columns of {@code articles.csv} in their order, and the quotes. */
public final class FieldChoice {

  /** The quotes of an article, which have a file of their own. */
  public static final String QUOTES = "quotes";

  /** They name the article; that they differ means that it is another. */
  private static final Set<ArticleColumn> IDENTITY = EnumSet.of(ArticleColumn.ARTICLE_ID);

  /**
   * They say where the article lies, follow from another column, tell how it was found, or differ
   * after every change of the program.
   */
  private static final Set<ArticleColumn> LEFT_OUT =
      EnumSet.of(
          ArticleColumn.ARTICLE_ID,
          ArticleColumn.COLLECTION,
          ArticleColumn.SOURCE_PATH,
          ArticleColumn.ENTRY_NAME,
          ArticleColumn.RECORD_ID,
          ArticleColumn.DATE_PUBLISHED_RAW,
          ArticleColumn.DATELINE_LATITUDE,
          ArticleColumn.DATELINE_LONGITUDE,
          ArticleColumn.DATELINE_MONTH,
          ArticleColumn.DATELINE_DAY,
          ArticleColumn.WORD_COUNT,
          ArticleColumn.PARAGRAPH_COUNT,
          ArticleColumn.QUOTE_COUNT,
          ArticleColumn.MEDIA_TYPE,
          ArticleColumn.CHARSET,
          ArticleColumn.SIZE_BYTES,
          ArticleColumn.CONTENT_SHA256,
          ArticleColumn.FIELD_SOURCES,
          ArticleColumn.WARNINGS,
          ArticleColumn.EXTRACTOR_VERSION);

  private FieldChoice() {}

  /** All that can be compared. */
  public static List<String> known() {
    return names(EnumSet.complementOf(EnumSet.copyOf(IDENTITY)));
  }

  /** What is compared unless somebody asks for something else. */
  public static List<String> usual() {
    return names(EnumSet.complementOf(EnumSet.copyOf(LEFT_OUT)));
  }

  private static List<String> names(Set<ArticleColumn> columns) {
    return Stream.concat(columns.stream().map(ArticleColumn::label), Stream.of(QUOTES)).toList();
  }

  /**
   * The fields that a text names: {@code headline,quotes} these alone, {@code +warnings,-abstract}
   * the usual ones with one more and one less, {@code all} all.
   *
   * @throws IllegalArgumentException with a sentence, if it names none or one that is not known
   */
  public static List<String> of(String text) {
    List<String> words =
        Stream.of(text.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
    boolean altered = words.stream().allMatch(w -> w.startsWith("+") || w.startsWith("-"));
    Set<String> chosen = new LinkedHashSet<>(altered ? usual() : List.of());
    for (String word : words) {
      boolean less = word.startsWith("-");
      String name = less || word.startsWith("+") ? word.substring(1) : word;
      List<String> named = name.equals("all") ? known() : List.of(name);
      if (!known().containsAll(named)) {
        throw new IllegalArgumentException(
            "`" + name + "` is no field; fields are: " + String.join(", ", known()) + ", or all");
      }
      if (less) {
        named.forEach(chosen::remove);
      } else {
        chosen.addAll(named);
      }
    }
    if (chosen.isEmpty() || words.isEmpty()) {
      throw new IllegalArgumentException("it leaves no field to compare");
    }
    List<String> ordered = new ArrayList<>(known());
    ordered.retainAll(chosen);
    return List.copyOf(ordered);
  }
}
