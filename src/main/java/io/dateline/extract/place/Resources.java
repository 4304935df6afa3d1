package io.dateline.extract.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads this package's resources: UTF-8, tab-separated, {@code #} begins a comment line. */
final class Resources {
  private static final int GZIP_BUFFER = 1 << 16;

  private Resources() {}

  /** Hands on the columns of each line that is neither blank nor a comment. */
  static void forEachRow(String name, Consumer<String[]> row) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          row.accept(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }

  /** The whole content of a resource, unpacked where its name ends in {@code .gz}. */
  static byte[] bytes(String name) {
    try (InputStream in =
        name.endsWith(".gz") ? new GZIPInputStream(open(name), GZIP_BUFFER) : open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name, e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("resource " + name + " is missing");
    }
    return in;
  }
}
