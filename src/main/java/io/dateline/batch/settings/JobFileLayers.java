package io.dateline.batch.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a job file says, and before it, what the file of the job says whose archive it works on: the
 * settings by which the archive was made hold for it as well, so far as it says nothing else.
 *
 * @param layers weakest first
 * @param archive name of the other job; empty if there is none
 */
record JobFileLayers(List<Layer> layers, String archive) {

  /** Longest job file, in bytes. */
  private static final long MAX_FILE_BYTES = 1 << 20;

  /** The setting that names the other job. */
  static final String ARCHIVE = "archive";

  /** One file. */
  record Layer(Path file, ObjectNode settings) {}

  JobFileLayers {
    layers = List.copyOf(layers);
  }

  /**
   * Reads a job file.
   *
   * @throws SettingsException if it or the other cannot be read
   */
  static JobFileLayers of(Path jobFile) {
    List<Layer> layers = new ArrayList<>();
    ObjectNode own = read(jobFile);
    String archive = archive(own);
    if (!archive.isEmpty()) {
      layers.add(archiveLayer(jobFile, archive));
    }
    layers.add(new Layer(jobFile, own));
    return new JobFileLayers(layers, archive);
  }

  private static String archive(ObjectNode settings) {
    return settings.path(ARCHIVE).asString("").strip();
  }

  private static Layer archiveLayer(Path jobFile, String archive) {
    // A name and no path: it names a folder of the output as well.
    Path file =
        archive.matches("[A-Za-z0-9_-]{1,64}") ? jobFile.resolveSibling(archive + ".yml") : null;
    if (file == null || !Files.isRegularFile(file)) {
      throw new SettingsException(
          "The setting `archive` of the job file "
              + jobFile
              + " names `"
              + archive
              + "`, which is no job beside it; name a job without `.yml`, such as nightly.");
    }
    ObjectNode settings = read(file);
    if (!archive(settings).isEmpty()) {
      throw new SettingsException(
          "The setting `archive` of the job file "
              + jobFile
              + " names `"
              + archive
              + "`, which works on the archive of another job itself; name that one.");
    }
    return new Layer(file, settings);
  }

  /** The strongest file that sets a key; that of the job if none does. */
  Path origin(String key) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      JsonNode at = layers.get(i).settings();
      for (String part : key.split("\\.", -1)) {
        at = at.path(part);
      }
      if (!at.isMissingNode()) {
        return layers.get(i).file();
      }
    }
    return layers.get(layers.size() - 1).file();
  }

  private static ObjectNode read(Path jobFile) {
    try {
      if (Files.size(jobFile) > MAX_FILE_BYTES) {
        throw new SettingsException(
            "The job file " + jobFile + " is longer than " + MAX_FILE_BYTES + " bytes.");
      }
      JsonNode node =
          SettingsLoader.YAML.readTree(Files.readString(jobFile, StandardCharsets.UTF_8));
      if (node.isMissingNode() || node.isNull()) {
        return SettingsLoader.YAML.createObjectNode();
      }
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new SettingsException(
          "The job file " + jobFile + " must hold settings of the form `key: value`.");
    } catch (IOException e) {
      throw new SettingsException(
          "The job file " + jobFile + " cannot be read: " + e.getClass().getSimpleName() + ".");
    } catch (JacksonException e) {
      throw new SettingsException(
          "The job file "
              + jobFile
              + " is no valid YAML at line "
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + ".");
    }
  }
}
