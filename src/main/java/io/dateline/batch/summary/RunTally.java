package io.dateline.batch.summary;

import io.dateline.batch.run.CountedRun;
import io.dateline.batch.run.RunCounts;
import io.dateline.summary.FieldCounts;
import io.dateline.summary.FieldFill;
import io.dateline.summary.report.DayDetails;
import java.util.List;

/** Takes note of a run's own rows while they go by. Not safe for use by several threads. */
final class RunTally {

  private final FieldCounts fields = new FieldCounts();
  private final DayDetails days = new DayDetails();
  private long articles;
  private long quotes;
  private long rejections;

  void add(CountedRows.Page page) {
    articles += page.rows().size();
    quotes += page.quotes();
    for (CountedRow row : page.rows()) {
      fields.add(row.facts());
      days.add(row.facts());
    }
  }

  void addRejections(long more) {
    rejections += more;
  }

  List<FieldFill> fills() {
    return fields.fills();
  }

  CountedRun of(long runId) {
    return new CountedRun(runId, RunCounts.ofRows(articles, quotes, rejections), days.details());
  }
}
