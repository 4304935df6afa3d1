package io.dateline.diff.page;

import io.dateline.diff.ChangeKind;
import io.dateline.diff.Comparison;
import io.dateline.diff.DiffReport;
import io.dateline.diff.FieldChanges;
import io.dateline.diff.GateResult;
import io.dateline.diff.PublisherChanges;
import io.dateline.diff.Sample;
import io.dateline.diff.Sampled;
import java.util.List;
import java.util.Map;

/** A page with all that a page can have. */
public final class SampleComparison {

  private SampleComparison() {}

  /** The page; wherever an article has a text, it is one of these two. */
  public static String html(String before, String after) {
    Sample sample =
        new Sample("id", "papers", "b.zip", "7.html", before, before, before, after, "");
    DiffReport report =
        new DiffReport(
            new DiffReport.Side(before, "/old", 30, 1, 2L, 3),
            new DiffReport.Side("new", "/new", 30, 1, 2L, 3),
            "id",
            "files",
            7L,
            20,
            10,
            1,
            1,
            2,
            1,
            4,
            30,
            List.of(new FieldChanges("byline", 20, 20, 18, 1, 3, 5)),
            List.of("quotes"),
            List.of(new GateResult("MAX_EMPTIED", "byline", "0.1%", 3, 20, true)),
            1);
    return DiffPage.of(
        new Comparison(
            report,
            List.of(new PublisherChanges(before, 20, 10, 1, 2)),
            List.of(
                new Sampled(ChangeKind.CHANGED, "byline", 5, List.of(sample)),
                new Sampled(ChangeKind.VANISHED, "", 2, List.of(sample)))),
        Map.of("papers", "/srv/our papers"),
        "nightly");
  }
}
