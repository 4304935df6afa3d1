package io.dateline.cli;

import io.dateline.batch.run.RunFailure;
import io.dateline.source.InputRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads input roots as they are written: {@code PATH} or {@code NAME=PATH}. */
final class InputRoots {

  private InputRoots() {}

  /** Two roots have one name, or one lies in the other. */
  static final class Conflict extends Exception {
    private static final long serialVersionUID = 1L;

    Conflict(String message) {
      super(message);
    }
  }

  /**
   * The roots, checked.
   *
   * @param base what relative paths are relative to
   * @throws RunFailure if one is missing or no folder
   */
  static List<InputRoot> parse(List<String> given, Path base) throws Conflict {
    List<InputRoot> roots = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String text : given) {
      if (text.isBlank() || text.endsWith("=")) {
        throw new Conflict("an input root `" + text + "` names no folder");
      }
      InputRoot root = parse(text, base);
      if (!Files.isDirectory(root.folder()) || !Files.isReadable(root.folder())) {
        throw new RunFailure(
            RunFailure.Kind.INPUT,
            "The input "
                + root.folder()
                + " is no folder that can be read; name one with --input or in the job file.",
            null);
      }
      if (!names.add(root.collection())) {
        throw new Conflict(
            "two input roots are called `"
                + root.collection()
                + "`; give one another name: --input NAME="
                + root.folder());
      }
      for (InputRoot other : roots) {
        if (overlap(root.folder(), other.folder())) {
          throw new Conflict(
              "the input roots "
                  + other.folder()
                  + " and "
                  + root.folder()
                  + " hold the same files, which would be read twice");
        }
      }
      roots.add(root);
    }
    return roots;
  }

  /** A root that is the output as well would read its own tables, more of them every night. */
  static void requireApart(List<InputRoot> roots, Path output) throws Conflict {
    for (InputRoot root : roots) {
      if (Files.isDirectory(output)
          ? isSame(root.folder(), output)
          : root.folder().equals(output)) {
        throw new Conflict("the folder " + root.folder() + " cannot be input and output at once");
      }
    }
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.isSameFile(a, b);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean overlap(Path a, Path b) {
    try {
      Path realA = a.toRealPath();
      Path realB = b.toRealPath();
      return realA.startsWith(realB) || realB.startsWith(realA);
    } catch (IOException e) {
      return false;
    }
  }

  /** One root, unchecked. */
  static InputRoot parse(String text, Path base) {
    int equals = text.indexOf('=');
    // A folder whose name holds `=` is still found by its whole name.
    boolean named = equals > 0 && !Files.exists(base.resolve(text));
    Path folder =
        base.resolve(named ? text.substring(equals + 1) : text).toAbsolutePath().normalize();
    Path last = folder.getFileName();
    String name = named ? text.substring(0, equals) : last == null ? "root" : last.toString();
    return new InputRoot(name, folder);
  }
}
