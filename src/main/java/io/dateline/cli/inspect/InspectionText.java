package io.dateline.cli.inspect;

import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Quote;
import io.dateline.article.Rejection;
import io.dateline.article.SelectedParts;
import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.QuoteColumn;
import io.dateline.output.QuoteRow;
import io.dateline.output.RejectionColumn;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One document's outcome, for a person or a program. */
public final class InspectionText {

  /** Code points of a value that a line of the explanation shows. */
  private static final int MAX_SHOWN = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final PrintWriter out;

  public InspectionText(PrintWriter out) {
    this.out = out;
  }

  public void print(Outcome outcome, @Nullable Explanation why) {
    if (outcome instanceof Accepted accepted) {
      printRow(List.of(ArticleColumn.values()), accepted);
      printQuotes(accepted);
    } else if (outcome instanceof Rejected rejected) {
      line("Rejected: %s", rejected.rejection().reason().name());
      printRow(List.of(RejectionColumn.values()), rejected.rejection());
    }
    if (why != null) {
      printSelected(why.selected());
      printCandidates(why);
      printBlocks(why);
    }
  }

  private <R> void printRow(List<? extends Column<R>> columns, R row) {
    for (Column<R> column : columns) {
      Object value = column.value(row);
      if (value != null) {
        line("%-22s %s", column.label(), indent(value.toString()));
      }
    }
  }

  private void printQuotes(Accepted accepted) {
    for (Quote quote : accepted.article().quotes()) {
      line("");
      line(
          "quote %d, paragraph %d, %s: %s",
          quote.number(), quote.paragraph(), quote.kind().label(), indent(quote.text()));
      line(
          "    speaker %s, as written %s, description %s, cue %s",
          shown(quote.speaker()),
          shown(quote.speakerAsWritten()),
          shown(quote.speakerDescription()),
          shown(quote.cue()));
    }
  }

  private void printSelected(SelectedParts selected) {
    if (selected.source() == null) {
      return;
    }
    line("");
    line("Selectors of %s:", selected.source());
    for (SelectedParts.Finding finding : selected.findings()) {
      line("  %-20s %s: %d", finding.key(), finding.selector(), finding.elements());
    }
  }

  private void printCandidates(Explanation why) {
    line("");
    line("Candidates (* won):");
    why.candidates()
        .forEach(
            (field, candidates) -> {
              line("  %s", field.column());
              for (Explanation.Candidate c : candidates) {
                line(
                    "    %s %s: %s - %s",
                    c.chosen() ? "*" : " ", c.source(), shown(c.value()), c.reason());
              }
            });
  }

  private void printBlocks(Explanation why) {
    line("");
    line("Blocks (+ kept, - dropped):");
    for (Explanation.Verdict block : why.blocks()) {
      line(
          "  %s %-10s %s | %s",
          block.kept() ? "+" : "-", block.tag(), block.reason(), shown(block.text()));
    }
  }

  public void json(Outcome outcome, @Nullable Explanation why) {
    ObjectNode node = JSON.createObjectNode();
    if (outcome instanceof Accepted accepted) {
      node.set("article", row(List.of(ArticleColumn.values()), accepted));
      ArrayNode quotes = node.putArray("quotes");
      String id = accepted.article().document().id().articleId();
      for (Quote quote : accepted.article().quotes()) {
        quotes.add(row(List.of(QuoteColumn.values()), new QuoteRow(id, quote)));
      }
    } else if (outcome instanceof Rejected rejected) {
      Rejection rejection = rejected.rejection();
      node.set("rejection", row(List.of(RejectionColumn.values()), rejection));
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
    out.println(JSON.writeValueAsString(node));
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

  private static String shown(@Nullable String text) {
    if (text == null) {
      return "(none)";
    }
    String one = text.replace('\n', ' ');
    return one.codePointCount(0, one.length()) <= MAX_SHOWN
        ? one
        : one.substring(0, one.offsetByCodePoints(0, MAX_SHOWN)) + "…";
  }

  private static String indent(String text) {
    return text.replace("\n", "\n" + " ".repeat(23));
  }

  private void line(String format, Object... arguments) {
    out.println(visible(String.format(Locale.ROOT, format, arguments)));
  }

  /** Text of the input may try to steer the terminal: its control characters become visible. */
  static String visible(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      safe.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
    }
    return safe.toString();
  }
}
