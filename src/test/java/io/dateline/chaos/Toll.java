package io.dateline.chaos;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many kills were survived, and where they fell. */
final class Toll {

  private final Map<String, Integer> steps = new TreeMap<>();
  private int kills;
  private int insideChunks;

  void count(String step, boolean insideChunk) {
    kills++;
    insideChunks += insideChunk ? 1 : 0;
    steps.merge(step.isEmpty() ? "before the first step" : step, 1, Integer::sum);
  }

  int kills() {
    return kills;
  }

  String report(String heading) {
    StringBuilder text = new StringBuilder(heading).append('\n');
    text.append(String.format(Locale.ROOT, "%5d kills survived%n", kills));
    steps.forEach((step, n) -> text.append(String.format(Locale.ROOT, "%5d   %s%n", n, step)));
    return text.append(
            String.format(
                Locale.ROOT, "%5d of them between a chunk's rows and its commit%n", insideChunks))
        .toString();
  }
}
