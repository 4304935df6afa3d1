package io.dateline.diff;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the two folders that are compared.
 *
 * @param name as it is called on the page and in messages
 * @param place where it comes from
 * @param folder where articles.csv is, and quotes.csv and rejections.csv if there are any
 * @param guarded whether text cells are guarded against being run as a formula
 * @param roots folders of the input by the collections' names, so far as they are known
 */
public record DiffSide(
    String name, String place, Path folder, boolean guarded, Map<String, String> roots) {

  /** Far more than any run's description has. */
  private static final long MAX_DESCRIPTION_BYTES = 16L << 20;

  public DiffSide {
    roots = Map.copyOf(roots);
  }

  /**
   * A folder of a run, an export, or just an articles.csv. The guard is on unless its
   * datapackage.json says that it is off.
   *
   * @throws DiffRefusedException if there is no articles.csv, or a file has not the size any more
   *     that its datapackage.json tells
   */
  public static DiffSide of(String name, Path folder) throws IOException, DiffRefusedException {
    if (!Files.isRegularFile(folder.resolve("articles.csv"))) {
      throw new DiffRefusedException(
          DiffRefusedException.Reason.MISSING,
          "There is no "
              + folder.resolve("articles.csv")
              + " to compare; name a run, `latest`, `current`, or the folder of a run or an"
              + " export.");
    }
    JsonNode description = json(folder.resolve("datapackage.json"));
    for (JsonNode resource : description.path("resources")) {
      checkSize(folder, resource);
    }
    Map<String, String> roots = new LinkedHashMap<>();
    for (JsonNode root : json(folder.resolve("run.json")).path("input")) {
      roots.put(root.path("collection").asString(""), root.path("folder").asString(""));
    }
    return new DiffSide(
        name,
        folder.toString(),
        folder,
        description.at("/formula_guard/enabled").asBoolean(true),
        roots);
  }

  private static void checkSize(Path folder, JsonNode resource)
      throws IOException, DiffRefusedException {
    String path = resource.path("path").asString("");
    long bytes = resource.path("bytes").asLong(-1);
    boolean ours = path.equals("articles.csv") || path.equals("quotes.csv");
    if ((ours || path.equals("rejections.csv")) && bytes >= 0) {
      Path file = folder.resolve(path);
      if (!Files.isRegularFile(file) || Files.size(file) != bytes) {
        throw new DiffRefusedException(
            DiffRefusedException.Reason.DAMAGED,
            file
                + " is gone or was changed after it was written: datapackage.json beside it tells"
                + " of "
                + bytes
                + " bytes; put it back as it was.");
      }
    }
  }

  /** A file's content; nothing where there is no such file, or it is no JSON. */
  private static JsonNode json(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.shared();
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_DESCRIPTION_BYTES) {
      return mapper.createObjectNode();
    }
    try {
      return mapper.readTree(Files.readString(file));
    } catch (JacksonException | CharacterCodingException e) {
      return mapper.createObjectNode();
    }
  }

  Path articles() {
    return folder.resolve("articles.csv");
  }

  Path quotes() {
    return folder.resolve("quotes.csv");
  }

  Path rejections() {
    return folder.resolve("rejections.csv");
  }
}
