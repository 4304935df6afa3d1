package io.dateline.cli.diff;

import io.dateline.cli.status.StatusText;
import io.dateline.diff.DiffReport;
import io.dateline.diff.FieldChanges;
import io.dateline.diff.GateResult;
import io.dateline.diff.page.DiffSentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of a comparison, in lines for a person. Nothing in it steers a terminal. */
public final class DiffText {

  private DiffText() {}

  /** The summary, a line each. */
  public static List<String> lines(DiffReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(StatusText.clean(report.before().name() + " → " + report.after().name()));
    lines.add("");
    lines.add(count("compared", report.compared(), "articles of both"));
    lines.add(count("the same", report.same(), ""));
    lines.add(count("differ", report.compared() - report.same(), ""));
    lines.add(
        count(
            "vanished",
            report.vanished(),
            rejected(report.vanishedIntoRejected(), "rejected in the new run")));
    lines.add(
        count(
            "appeared",
            report.appeared(),
            rejected(report.appearedFromRejected(), "rejected in the old run")));
    lines.add("");
    boolean any = report.fields().stream().anyMatch(FieldChanges::hasChanges);
    if (any) {
      lines.add(row("field", "emptied", "changed", "filled", "had it", "have it"));
      report.fields().stream().filter(FieldChanges::hasChanges).forEach(f -> lines.add(row(f)));
      lines.add("");
    }
    for (String note : DiffSentences.notes(report)) {
      lines.add(StatusText.clean(note));
    }
    for (GateResult gate : report.gates()) {
      if (gate.broken()) {
        lines.add("GATE FAILED " + DiffSentences.gate(gate));
      }
    }
    long held = report.gates().stream().filter(gate -> !gate.broken()).count();
    if (held > 0) {
      lines.add(String.format(Locale.ROOT, "%,d gate%s held.", held, held == 1 ? "" : "s"));
    }
    return lines;
  }

  /** A line for standard error of each broken gate. */
  public static List<String> warnings(DiffReport report) {
    return report.broken().stream()
        .map(
            gate ->
                StatusText.clean(
                    "dateline: GATE FAILED "
                        + DiffSentences.gate(gate)
                        + " ("
                        + report.before().name()
                        + " → "
                        + report.after().name()
                        + ")"))
        .toList();
  }

  private static String count(String label, long count, String note) {
    return String.format(Locale.ROOT, "%-12s %,14d  %s", label, count, note).stripTrailing();
  }

  private static String rejected(long count, String where) {
    return count == 0 ? "" : String.format(Locale.ROOT, "%,d of them %s", count, where);
  }

  private static String row(FieldChanges field) {
    return row(
        field.field(),
        number(field.emptied()),
        number(field.changed()),
        number(field.filled()),
        number(field.filledBefore()),
        number(field.filledAfter()));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-20s %11s %11s %11s %13s %13s", cells);
  }
}
