package io.dateline.summary.report;

/**
 * What a run came to; {@code entries = articles + rejections + ignored}.
 *
 * @param name name of its folder
 * @param seconds from its first start to its end
 * @param unchanged known files that were not read again
 * @param removed files whose rows are current no more
 */
public record RunFigures(
    String name,
    double seconds,
    long entries,
    long articles,
    long rejections,
    long ignored,
    long quotes,
    long unchanged,
    long removed) {}
