package io.dateline.cli.inspect;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.dateline.article.ArticleField;
import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Quote;
import io.dateline.cli.inspect.SourceView.MarkedBlock;
import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.RejectionColumn;
import io.dateline.summary.report.PageResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One document's outcome as a page of HTML that needs nothing beside itself: the text on one side,
 * with what was kept, dropped and taken marked in place, the row that it becomes on the other.
 * Holds no script, and its policy (Content-Security-Policy) lets none run: the text is hostile.
 */
public final class InspectionPage {

  private static final String TEMPLATE = "inspection.mustache";
  private static final String STYLE = "inspection.css";

  /** The body stands on the page as text already. */
  private static final Column<Accepted> LEFT_OUT = ArticleColumn.ARTICLE_BODY;

  /** A cell of the row, and what else was considered for it. */
  private record Field(
      String label,
      @Nullable String value,
      @Nullable String link,
      @Nullable String source,
      boolean hasOthers,
      List<Explanation.Candidate> others) {}

  private record Rejection(String reason, String message) {}

  private record View(
      String name,
      String title,
      @Nullable String language,
      String style,
      String styleHash,
      @Nullable Rejection rejection,
      List<Field> fields,
      boolean hasQuotes,
      List<Quote> quotes,
      boolean hasBlocks,
      List<MarkedBlock> blocks,
      long kept,
      long dropped) {}

  private InspectionPage() {}

  /**
   * The page.
   *
   * @param name of the document, for the reader
   */
  public static String of(String name, Outcome outcome, Explanation why) {
    // Values that are not there are empty; names that are not there are a defect of the template.
    Template template =
        Mustache.compiler()
            .nullValue("")
            .emptyStringIsFalse(true)
            .compile(PageResource.text(InspectionPage.class, TEMPLATE));
    return template.execute(view(Terminal.visible(name), outcome, why));
  }

  private static View view(String name, Outcome outcome, Explanation why) {
    String style = PageResource.text(InspectionPage.class, STYLE);
    Accepted accepted = outcome instanceof Accepted a ? a : null;
    List<Quote> quotes = accepted == null ? List.of() : accepted.article().quotes();
    List<MarkedBlock> blocks = SourceView.of(why, quotes);
    long kept = blocks.stream().filter(MarkedBlock::kept).count();
    String headline = accepted == null ? null : text(ArticleColumn.HEADLINE, accepted);
    String language = accepted == null ? null : text(ArticleColumn.IN_LANGUAGE, accepted);
    return new View(
        name,
        headline == null ? name : headline,
        language,
        style,
        PageResource.hash(style),
        outcome instanceof Rejected r
            ? new Rejection(r.rejection().reason().name(), r.rejection().message())
            : null,
        fields(outcome, why),
        !quotes.isEmpty(),
        quotes,
        !blocks.isEmpty(),
        blocks,
        kept,
        blocks.size() - kept);
  }

  private static List<Field> fields(Outcome outcome, Explanation why) {
    List<Field> fields = new ArrayList<>();
    if (outcome instanceof Accepted accepted) {
      Map<String, ArticleField> explained =
          why.candidates().keySet().stream()
              .collect(Collectors.toMap(ArticleField::column, Function.identity()));
      for (ArticleColumn column : ArticleColumn.values()) {
        ArticleField field = explained.get(column.label());
        String value = column.equals(LEFT_OUT) ? null : text(column, accepted);
        List<Explanation.Candidate> candidates =
            field == null ? List.of() : Objects.requireNonNull(why.candidates().get(field));
        List<Explanation.Candidate> others = candidates.stream().filter(c -> !c.chosen()).toList();
        if (value != null || !others.isEmpty()) {
          fields.add(
              new Field(
                  column.label(),
                  value,
                  link(value),
                  source(candidates),
                  !others.isEmpty(),
                  others));
        }
      }
    } else if (outcome instanceof Rejected rejected) {
      for (RejectionColumn column : RejectionColumn.values()) {
        String value = text(column, rejected.rejection());
        if (value != null) {
          fields.add(new Field(column.label(), value, null, null, false, List.of()));
        }
      }
    }
    return fields;
  }

  private static <R> @Nullable String text(Column<R> column, R row) {
    Object value = column.value(row);
    return value == null ? null : value.toString();
  }

  private static @Nullable String source(List<Explanation.Candidate> candidates) {
    return candidates.stream()
        .filter(Explanation.Candidate::chosen)
        .map(c -> c.source() + ": " + c.reason())
        .findFirst()
        .orElse(null);
  }

  /** Only what leads to the web is a link; an address may hold a script. */
  private static @Nullable String link(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://") ? value : null;
  }
}
