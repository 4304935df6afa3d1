package io.dateline.cli.inspect;

import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Quote;
import io.dateline.article.SelectedParts;
import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.RejectionColumn;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One document's outcome for a person at a terminal. */
public final class InspectionText {

  /** Code points of a value that a line of the explanation shows. */
  private static final int MAX_SHOWN = 100;

  /** Characters of the longest column's name, and two. */
  private static final int LABEL_WIDTH = 23;

  private final PrintWriter out;
  private final Terminal terminal;

  public InspectionText(PrintWriter out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Prints the row that the document becomes.
   *
   * @param why the reasons, null if they are not to be shown
   */
  public void print(Outcome outcome, @Nullable Explanation why) {
    if (outcome instanceof Accepted accepted) {
      printRow(List.of(ArticleColumn.values()), accepted);
      accepted.article().quotes().forEach(this::printQuote);
    } else if (outcome instanceof Rejected rejected) {
      line(terminal.bad("Rejected: " + rejected.rejection().reason().name()));
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
        line(terminal.label(padded(column.label(), LABEL_WIDTH)) + indented(value.toString()));
      }
    }
  }

  private void printQuote(Quote quote) {
    line("");
    line(
        terminal.label(
                "quote %d, paragraph %d, %s: "
                    .formatted(quote.number(), quote.paragraph(), quote.kind().label()))
            + indented(quote.text()));
    line(
        terminal.faint("    speaker ")
            + Terminal.visible(shown(quote.speaker()))
            + terminal.faint(
                ", as written %s, description %s, cue %s"
                    .formatted(
                        shown(quote.speakerAsWritten()),
                        shown(quote.speakerDescription()),
                        shown(quote.cue()))));
  }

  private void printSelected(SelectedParts selected) {
    if (selected.source() == null) {
      return;
    }
    heading("Selectors of " + selected.source() + ":");
    for (SelectedParts.Finding finding : selected.findings()) {
      line(
          "  "
              + terminal.label(padded(finding.key(), 21))
              + Terminal.visible(finding.selector() + ": " + finding.elements()));
    }
  }

  private void printCandidates(Explanation why) {
    heading("Candidates (* won):");
    why.candidates()
        .forEach(
            (field, candidates) -> {
              line("  " + terminal.label(field.column()));
              candidates.forEach(this::printCandidate);
            });
  }

  private void printCandidate(Explanation.Candidate candidate) {
    String value = candidate.source() + ": " + shown(candidate.value());
    line(
        candidate.chosen()
            ? "    " + terminal.good("* " + value) + terminal.faint(" - " + candidate.reason())
            : terminal.faint("      " + value + " - " + candidate.reason()));
  }

  private void printBlocks(Explanation why) {
    heading("Blocks (+ kept, - dropped):");
    for (Explanation.Verdict block : why.blocks()) {
      String tag = padded(block.tag(), 11);
      String text = shown(block.text());
      line(
          block.kept()
              ? "  "
                  + terminal.good("+ " + tag)
                  + terminal.faint(block.reason() + " | ")
                  + Terminal.visible(text)
              : terminal.faint("  - " + tag + block.reason() + " | " + text));
    }
  }

  private void heading(String text) {
    line("");
    line(terminal.heading(text));
  }

  private static String padded(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", text);
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

  private static String indented(String text) {
    return Terminal.visible(text).replace("\n", "\n" + " ".repeat(LABEL_WIDTH));
  }

  private void line(String text) {
    out.println(text);
  }
}
