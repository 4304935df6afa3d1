package io.dateline.batch.run;

import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SelectSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells two configurations apart by what they make of the same input. */
public final class ConfigHash {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Groups of settings that show in no table. */
  private static final List<String> NOT_DECISIVE =
      List.of("archive", "select", "database", "quality", "metrics", "webhook", "log");

  /** Those about exports. */
  private static final List<String> OF_EXPORTS = List.of("bom", "gzip", "maxCell");

  private ConfigHash() {}

  /**
   * SHA-256 of the settings, 64 lower-case hex digits. Threads, chunk size, input, output and
   * database have no part in it: they decide where and how fast, not what comes out; nor has what
   * is said about a run when its tables are made, or is done with them later.
   */
  public static String of(JobSettings settings) {
    JobSettings decisive =
        new JobSettings(
            List.of("input"),
            "",
            SelectSettings.NONE,
            settings.include(),
            settings.exclude(),
            settings.minAge(),
            settings.removed(),
            settings.removedLimit(),
            "output",
            JobSettings.DatabaseSettings.EMBEDDED,
            0,
            1,
            settings.partition(),
            settings.limits(),
            settings.records(),
            settings.extraction(),
            settings.validation(),
            settings.csv(),
            settings.quality(),
            settings.metrics(),
            settings.webhook(),
            settings.log());
    // Hashes of runs that are there knew of no such keys.
    ObjectNode tree = JSON.valueToTree(decisive);
    tree.remove(NOT_DECISIVE);
    ((ObjectNode) tree.get("csv")).remove(OF_EXPORTS);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
