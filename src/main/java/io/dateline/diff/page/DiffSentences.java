package io.dateline.diff.page;

import io.dateline.diff.ChangeKind;
import io.dateline.diff.DiffReport;
import io.dateline.diff.FieldChanges;
import io.dateline.diff.GateResult;
import io.dateline.diff.Match;
import io.dateline.diff.Scope;
import io.dateline.summary.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the figures mean, in sentences for a person: on the page and in a terminal. */
public final class DiffSentences {

  private DiffSentences() {}

  /** What was compared, and what came of it, in one or two sentences. */
  static String lead(DiffReport report) {
    if (report.compared() == 0) {
      return "No article of the one side was found in the other"
          + (report.appeared() + report.vanished() == 0 ? ", so nothing was compared." : ".");
    }
    if (report.hasNoChanges()) {
      return "All "
          + Figures.count(report.compared(), "articles")
          + " that were compared are the same in each field that was compared.";
    }
    long differing = report.compared() - report.same();
    return "Of "
        + Figures.count(report.compared(), "articles")
        + " that both sides have, "
        + Figures.number(differing)
        + (differing == 1 ? " differs" : " differ")
        + "; "
        + Figures.number(report.vanished())
        + " vanished and "
        + Figures.number(report.appeared())
        + " appeared.";
  }

  /** What a reader has to know of the figures, a sentence each. */
  public static List<String> notes(DiffReport report) {
    List<String> notes = new ArrayList<>();
    notes.add("Articles were paired by " + paired(report) + ".");
    leftOut(notes, report);
    if (report.ambiguous() > 0) {
      notes.add(
          Figures.count(report.ambiguous(), "pairs")
              + " share "
              + paired(report)
              + " with other articles and were paired in the order of the files.");
    }
    if (!report.notCompared().isEmpty()) {
      notes.add(
          "Not compared, since one side does not have it: "
              + String.join(", ", report.notCompared())
              + ".");
    }
    return notes;
  }

  private static void leftOut(List<String> notes, DiffReport report) {
    Long both = report.filesInBoth();
    Long onlyOld = report.before().filesOnlyHere();
    Long onlyNew = report.after().filesOnlyHere();
    if (both == null || onlyOld == null || onlyNew == null) {
      return;
    }
    boolean all = report.scope().equals(Scope.ALL.label());
    if (onlyOld + onlyNew > 0) {
      notes.add(
          Figures.count(both, "source files")
              + " were read by both sides, "
              + Figures.number(onlyOld)
              + " by the old alone, "
              + Figures.number(onlyNew)
              + " by the new alone"
              + (all
                  ? "."
                  : "; what one side alone has read is not compared ("
                      + Figures.number(report.before().articlesLeftOut())
                      + " old and "
                      + Figures.number(report.after().articlesLeftOut())
                      + " new articles), --all compares it too."));
    } else if (report.before().articlesLeftOut() + report.after().articlesLeftOut() > 0) {
      notes.add(
          Figures.number(report.before().articlesLeftOut())
              + " old and "
              + Figures.number(report.after().articlesLeftOut())
              + " new articles are of entries that one side alone has read, and are not compared.");
    }
    if (both == 0 && onlyOld > 0 && onlyNew > 0) {
      notes.add(
          "No source file was read by both: where collections or files were renamed, --match url"
              + " or --match content finds articles wherever they are.");
    }
  }

  private static String paired(DiffReport report) {
    for (Match match : Match.values()) {
      if (match.label().equals(report.match())) {
        return match.column();
      }
    }
    return report.match();
  }

  /** What a gate came to: {@code MAX_EMPTIED date_published: 3 of 20 (15 %), allowed 0.1%}. */
  public static String gate(GateResult gate) {
    if (gate.gate().equals(GateResult.NOTHING_COMPARED)) {
      return gate.name()
          + (gate.field() == null
              ? ": no article was found on both sides, so the gates guard nothing"
              : ": it is not compared, so its gate guards nothing");
    }
    return gate.name()
        + ": "
        + Figures.number(gate.count())
        + " of "
        + Figures.number(gate.of())
        + (gate.of() == 0 ? "" : " (" + Figures.share(gate.count(), gate.of()) + ")")
        + ", allowed "
        + gate.allowed();
  }

  /** Fields in which nothing has changed. */
  static String untouched(DiffReport report) {
    return report.fields().stream()
        .filter(field -> !field.hasChanges())
        .map(FieldChanges::field)
        .collect(Collectors.joining(", "));
  }

  static String kind(ChangeKind kind) {
    return switch (kind) {
      case FILLED -> "Filled: was empty";
      case EMPTIED -> "Emptied: was filled";
      case CHANGED -> "Changed";
      case APPEARED -> "Appeared";
      case VANISHED -> "Vanished";
    };
  }
}
