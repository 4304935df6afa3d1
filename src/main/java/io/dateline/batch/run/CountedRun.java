package io.dateline.batch.run;

import io.dateline.summary.report.DayDetail;
import java.util.List;

/**
 * What the tables hold of a run, by rows that were read and not by what was counted before.
 *
 * @param rows its articles, quotes and rejections
 * @param days its newest days, for the report
 */
public record CountedRun(long runId, RunCounts rows, List<DayDetail> days) {}
