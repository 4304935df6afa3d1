package io.dateline.batch.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file that is replaced whole, so that a reader sees the old one or the new one. */
public final class JournalFile {

  /** Longest file that is read, in bytes. */
  static final int MAX_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          // Later versions may write more, and may have read less.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private JournalFile() {}

  /** Replaces a file by this value. What it says may be lost with the power. */
  public static void replace(Path file, Object value) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    replaceInFolder(file, value);
  }

  /** The same where the folder has to be there: one that was renamed must not come back. */
  public static void replaceInFolder(Path file, Object value) throws IOException {
    write(
        file,
        value,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  /** Replaces a file by this value, on the disk when it returns. */
  public static void replaceForGood(Path file, Object value) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    write(
        file,
        value,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
  }

  private static void write(Path file, Object value, OpenOption... options) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    Files.writeString(draft, JSON.writeValueAsString(value) + "\n", options);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads a file of at most 1 MiB.
   *
   * @throws IOException with a short phrase as its message if it cannot be read, is longer, or does
   *     not hold such a value
   */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    // A pipe or a device would never end.
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is no regular file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IOException("it has more than " + MAX_BYTES + " bytes");
    }
    try {
      T value = JSON.readValue(new String(bytes, StandardCharsets.UTF_8), type);
      if (value == null) {
        throw new IOException("it holds nothing");
      }
      return value;
    } catch (JacksonException e) {
      throw new IOException("it is not such JSON as a run writes", e);
    }
  }
}
