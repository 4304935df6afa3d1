package io.dateline.cli.inspect;

import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Quote;
import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.QuoteColumn;
import io.dateline.output.QuoteRow;
import io.dateline.output.RejectionColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document's outcome for a program: an object with {@code article} and {@code quotes}, or with
 * {@code rejection}, by the names of the CSV columns; and, where it is to be explained, {@code
 * selectors}, {@code candidates} and {@code blocks}.
 */
public final class InspectionJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private InspectionJson() {}

  /** One JSON object on one line. */
  public static String of(Outcome outcome, @Nullable Explanation why) {
    ObjectNode node = JSON.createObjectNode();
    if (outcome instanceof Accepted accepted) {
      node.set("article", row(List.of(ArticleColumn.values()), accepted));
      ArrayNode quotes = node.putArray("quotes");
      String id = accepted.article().document().id().articleId();
      for (Quote quote : accepted.article().quotes()) {
        quotes.add(row(List.of(QuoteColumn.values()), new QuoteRow(id, quote)));
      }
    } else if (outcome instanceof Rejected rejected) {
      node.set("rejection", row(List.of(RejectionColumn.values()), rejected.rejection()));
    }
    if (why != null) {
      if (why.selected().source() != null) {
        ObjectNode selectors = node.putObject("selectors");
        selectors.put("source", why.selected().source());
        selectors.set("findings", JSON.valueToTree(why.selected().findings()));
      }
      ObjectNode candidates = node.putObject("candidates");
      why.candidates().forEach((f, list) -> candidates.set(f.column(), JSON.valueToTree(list)));
      node.set("blocks", JSON.valueToTree(why.blocks()));
    }
    return JSON.writeValueAsString(node);
  }

  private static <R> ObjectNode row(List<? extends Column<R>> columns, R row) {
    ObjectNode node = JSON.createObjectNode();
    for (Column<R> column : columns) {
      Object value = column.value(row);
      if (value != null) {
        node.set(column.label(), JSON.valueToTree(value));
      }
    }
    return node;
  }
}
