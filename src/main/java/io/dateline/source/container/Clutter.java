package io.dateline.source.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members that nobody put into an archive on purpose, by {@code clutter.tsv}. */
final class Clutter {

  private static final List<Rule> RULES = read();

  private Clutter() {}

  private record Rule(String where, String name, String kind) {

    boolean matches(String path, String last) {
      return switch (where) {
        case "folder" -> path.startsWith(name + "/") || path.contains("/" + name + "/");
        case "prefix" -> last.startsWith(name);
        case "name" -> last.equals(name);
        default -> throw new IllegalStateException("clutter.tsv: " + where);
      };
    }
  }

  /** The kind of clutter that a member of this name is, or null if it is none. */
  static @Nullable String kind(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    for (Rule rule : RULES) {
      if (rule.matches(path, last)) {
        return rule.kind();
      }
    }
    return null;
  }

  private static List<Rule> read() {
    try (InputStream in = Clutter.class.getResourceAsStream("clutter.tsv")) {
      if (in == null) {
        throw new IllegalStateException("clutter.tsv is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Rule(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
