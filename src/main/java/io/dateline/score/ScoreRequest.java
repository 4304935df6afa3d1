package io.dateline.score;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is held against what.
 *
 * @param gold CSV file with columns of {@code articles.csv}
 * @param goldQuotes CSV file with columns of {@code quotes.csv}, or null
 * @param run folder of a run or an export
 */
public record ScoreRequest(Path gold, @Nullable Path goldQuotes, Path run) {}
