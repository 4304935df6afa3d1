package io.dateline.browser;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures how long a browser takes to open a report, from the click to the picture with all its
 * charts. A program, since it measures: see CONTRIBUTING.md.
 */
public final class ReportOpening {

  private static final int ROUNDS = 15;

  /** Milliseconds since the navigation began, once what the scripts drew is on the screen. */
  private static final String SHOWN =
      """
      new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))
      """;

  private static final String LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd";

  private ReportOpening() {}

  private record Round(double shown, double worked) {}

  /** Takes the path of a report.html, and how often it is opened. */
  public static void main(String[] arguments) throws Exception {
    Path report = Path.of(arguments[0]).toAbsolutePath();
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
    Path profile = Files.createTempDirectory("report-opening");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    List<Round> measured = new ArrayList<>();
    try (Chromium browser = new Chromium(Chromium.find().orElseThrow(), profile)) {
      for (int i = 0; i < rounds; i++) {
        measured.add(open(browser, report));
      }
    } finally {
      try (Stream<Path> left = Files.walk(profile)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    out.printf(Locale.ROOT, "%s, %,d bytes, opened %d times%n", report, Files.size(report), rounds);
    print(out, "all of it, ms", measured.stream().map(Round::shown).toList());
    print(out, "processor time, ms", measured.stream().map(Round::worked).toList());
  }

  private static Round open(Chromium browser, Path report) throws Exception {
    Chromium.Tab tab = browser.newTab();
    tab.appear(1200, 900, false);
    double before = browser.processorTime();
    tab.load(report);
    double shown = Math.max(tab.evaluate(SHOWN).asDouble(), tab.evaluate(LOADED).asDouble());
    double worked = browser.processorTime() - before;
    tab.call("Page.close", Map.of());
    return new Round(shown, worked);
  }

  private static void print(PrintWriter out, String what, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    out.printf(
        Locale.ROOT,
        "%-18s median %5.0f, from %.0f to %.0f%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
