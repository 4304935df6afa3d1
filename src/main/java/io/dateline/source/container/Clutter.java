package io.dateline.source.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members that nobody put into an archive to be read, by {@code clutter.tsv}. */
final class Clutter {

  private static final String WACZ = "wacz";

  private static final List<Rule> RULES = read();

  private Clutter() {}

  private record Rule(String where, String name, String kind) {

    boolean matches(String path, String last) {
      return switch (where) {
        case "folder" -> path.startsWith(name + "/") || path.contains("/" + name + "/");
        case "prefix" -> last.startsWith(name);
        case "name" -> last.equals(name);
        case WACZ -> path.equals(name) || (name.endsWith("/") && path.startsWith(name));
        default -> throw new IllegalStateException("clutter.tsv: " + where);
      };
    }
  }

  /** The kind of clutter that a member of this name is, or null if it is none. */
  static @Nullable String kind(String path) {
    return kind(path, false);
  }

  /** The kind of what a WACZ has beside web archives that a member of one is, or null likewise. */
  static @Nullable String kindInWacz(String path) {
    return kind(path, true);
  }

  private static @Nullable String kind(String path, boolean inWacz) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    for (Rule rule : RULES) {
      if (rule.where().equals(WACZ) == inWacz && rule.matches(path, last)) {
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
