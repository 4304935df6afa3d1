package io.dateline.cli;

import io.dateline.batch.export.ExportFolder;
import io.dateline.batch.run.RunFailure;
import io.dateline.cli.diff.DiffJson;
import io.dateline.cli.status.StatusText;
import io.dateline.diff.Comparison;
import io.dateline.diff.DiffRequest;
import io.dateline.diff.Differ;
import io.dateline.diff.page.DiffPage;
import io.dateline.diff.rows.DamagedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a comparison. */
final class DiffFiles {

  static final String PAGE = "diff.html";

  private static final double MILLIS_PER_SECOND = 1e3;

  private DiffFiles() {}

  /**
   * Compares, and puts the whole folder in its place.
   *
   * @param start when it began, by {@link System#nanoTime}
   */
  static DiffJson write(
      DiffRequest request, Path target, long start, StopRequest stop, ExportFolder folder)
      throws IOException {
    Comparison comparison = Differ.compare(request, stop::check);
    Map<String, String> roots = new HashMap<>(request.before().roots());
    roots.putAll(request.after().roots());
    Files.writeString(
        request.folder().resolve(PAGE),
        DiffPage.of(comparison, roots, request.job()),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    // A copy of what is current was needed on the way alone.
    for (String copied : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      Files.deleteIfExists(request.folder().resolve(copied));
    }
    stop.check();
    DiffJson diff =
        DiffJson.of(
            request.job(),
            Instant.now().toString(),
            Duration.ofNanos(System.nanoTime() - start).toMillis() / MILLIS_PER_SECOND,
            target.toString(),
            comparison.report());
    folder.publish(diff.toFile());
    return diff;
  }

  /** The failure of a comparison whose files could not be read or written. */
  static RunFailure failure(IOException e, String left) {
    if (e instanceof DamagedFileException) {
      return new RunFailure(
          RunFailure.Kind.IO,
          StatusText.clean(
              e.getMessage() + "; put the file back as it was, or compare another run. " + left),
          e);
    }
    return RunFailure.of(e, left);
  }
}
