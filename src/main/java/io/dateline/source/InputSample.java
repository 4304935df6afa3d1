package io.dateline.source;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells by a few files of a manifest whether this machine has the input that was planned on
 * another.
 */
public final class InputSample {

  /** Files a root; some may rightly have changed since. */
  private static final int FILES = 5;

  private InputSample() {}

  /**
   * The first input root of which no file is as it was planned.
   *
   * @return the path of one of these files, or empty if there is no such root
   */
  public static Optional<Path> missing(Path manifest, List<InputRoot> roots, Selection selection)
      throws IOException {
    InputFiles files = new InputFiles(roots, selection);
    Map<String, Tally> tallies = new LinkedHashMap<>();
    try (Manifest.Reader reader = Manifest.open(manifest, 0)) {
      for (ManifestFile file = reader.next(); file != null; file = reader.next()) {
        Tally tally = tallies.computeIfAbsent(file.collection(), collection -> new Tally());
        if (tally.looks < FILES && !tally.seen && file.unreadable() == null) {
          tally.look(files, file);
        }
      }
    }
    return tallies.values().stream()
        .filter(tally -> tally.looks > 0 && !tally.seen)
        .map(tally -> tally.last)
        .findFirst();
  }

  /** What was seen of one root. */
  private static final class Tally {
    private int looks;
    private boolean seen;
    private Path last = Path.of("");

    void look(InputFiles files, ManifestFile file) {
      looks++;
      try {
        last = files.path(file);
        seen = InputFiles.isAsPlanned(file, last);
      } catch (IOException | InvalidPathException e) {
        seen = false;
      }
    }
  }
}
