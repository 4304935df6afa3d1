package io.dateline.cli;

import io.dateline.batch.journal.ShownText;
import io.dateline.batch.run.RunSummary;
import io.dateline.summary.QualityDrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the numbers of a run give reason to look at, in lines for a person. */
final class GateText {

  /** Drops that are shown; run.json has the others. */
  private static final int SHOWN_DROPS = 5;

  /** Longest name of a publisher that is shown, in UTF-16 code units. */
  private static final int MAX_NAME = 60;

  private GateText() {}

  /** The worst drops, a line each, and how many more there are. */
  static List<String> drops(RunSummary run) {
    List<String> lines = new ArrayList<>();
    for (QualityDrop drop : worst(run)) {
      lines.add(QualityDrop.GATE + " " + sentence(drop));
    }
    int more = run.quality().size() - lines.size();
    if (more > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %d%s more, which `quality` in run.json lists",
              QualityDrop.GATE,
              more,
              run.quality().size() == QualityDrop.MAX_KEPT ? " or" : ""));
    }
    return lines;
  }

  /** What each failed gate means, and what has dropped where that is none, in one line each. */
  static List<String> warnings(RunSummary run) {
    String name = run.runDate() + "-" + String.format(Locale.ROOT, "%04d", run.run());
    List<String> lines = new ArrayList<>();
    for (String gate : run.gates()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "dateline: GATE FAILED %s in run %s: %s",
              gate,
              name,
              gate.equals(QualityDrop.GATE) ? dropped(run) : removed(run)));
    }
    if (!run.quality().isEmpty() && !run.gates().contains(QualityDrop.GATE)) {
      lines.add(
          String.format(
              Locale.ROOT, "dateline: %s in run %s: %s", QualityDrop.GATE, name, dropped(run)));
    }
    return lines;
  }

  private static String removed(RunSummary run) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d known files are gone, more than `removed-limit` allows, so none was removed. Is a"
            + " disk missing, or was a folder moved (then its articles stand twice until this is"
            + " settled)? If it is meant, allow it once: DATELINE_REMOVED_LIMIT=1 ./dateline run ...",
        run.gone(),
        run.known());
  }

  private static String dropped(RunSummary run) {
    int more = run.quality().size() - 1;
    return sentence(run.quality().get(0))
        + (more > 0 ? String.format(Locale.ROOT, ", and %d more", more) : "")
        + ". Has a site changed its pages? The run is published all the same; see `quality` in its"
        + " run.json, and what a page gives: ./dateline inspect FILE --explain";
  }

  private static List<QualityDrop> worst(RunSummary run) {
    return run.quality().subList(0, Math.min(SHOWN_DROPS, run.quality().size()));
  }

  private static String sentence(QualityDrop drop) {
    return drop.field() + " of " + owner(drop) + ": " + drop.counts();
  }

  /** Pages give names to themselves. */
  private static String owner(QualityDrop drop) {
    return drop.ofOnePublisher() ? "`" + ShownText.of(drop.owner(), MAX_NAME) + "`" : drop.owner();
  }
}
