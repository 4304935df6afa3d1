package io.dateline.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a run or an export. */
final class RunFolder {

  /** Far more than any run's description has. */
  private static final long MAX_DESCRIPTION_BYTES = 16L << 20;

  private final Path folder;
  private final boolean guarded;

  private RunFolder(Path folder, boolean guarded) {
    this.folder = folder;
    this.guarded = guarded;
  }

  /** A folder that holds {@code articles.csv}. */
  static RunFolder of(Path folder) throws IOException, ScoreRefusedException {
    RunFolder run = new RunFolder(folder, isGuarded(folder.resolve("datapackage.json")));
    run.require("articles.csv");
    return run;
  }

  boolean has(String file) {
    return Files.isRegularFile(folder.resolve(file));
  }

  void require(String file) throws ScoreRefusedException {
    if (!has(file)) {
      throw new ScoreRefusedException(
          ScoreRefusedException.Reason.MISSING,
          "There is no "
              + folder.resolve(file)
              + "; name the folder of a run, such as output/nightly/latest.");
    }
  }

  /** Opens one of its files. */
  CsvRows open(String file) throws IOException {
    return CsvRows.open(folder.resolve(file), guarded);
  }

  /** This folder's file lacks what every run's has. */
  ScoreRefusedException lacks(String file, String column) {
    return new ScoreRefusedException(
        ScoreRefusedException.Reason.RUN,
        folder.resolve(file)
            + " has no column "
            + column
            + "; score the folder of a run or an export, of this version.");
  }

  /** The guard is on unless the description says that it is off. */
  private static boolean isGuarded(Path description) throws IOException {
    if (!Files.isRegularFile(description) || Files.size(description) > MAX_DESCRIPTION_BYTES) {
      return true;
    }
    try {
      JsonNode enabled =
          JsonMapper.shared().readTree(Files.readString(description)).at("/formula_guard/enabled");
      return enabled.asBoolean(true);
    } catch (JacksonException e) {
      return true;
    }
  }
}
