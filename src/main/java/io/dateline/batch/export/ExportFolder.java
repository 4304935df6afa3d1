package io.dateline.batch.export;

import io.dateline.batch.OutputLock;
import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder that readers see whole or not at all.
 *
 * <p>Its name is a symbolic link to a hidden folder beside it, {@code .<name>-<n>}. A new export is
 * made in {@code .<name>.partial}, gets the next number, and the link is replaced in one step. What
 * was superseded is removed; files that are open stay readable to their end.
 *
 * <p>Removes nothing that it did not make: a folder of ours is empty, or holds our lock or an
 * export.json, and no folder. Not safe for use by several threads; other processes are kept out.
 */
final class ExportFolder implements Closeable {

  /** Describes an export; stands in every whole one. */
  static final String EXPORT_JSON = "export.json";

  /** Stands in one that is being made. */
  private static final String LOCK = "dateline.lock";

  private final Path target;
  private final OutputLock lock;

  /** Where the files of this export are: first partial, then under their number. */
  private Path work;

  private boolean published;

  private ExportFolder(Path target, Path work, OutputLock lock) {
    this.target = target;
    this.work = work;
    this.lock = lock;
  }

  /**
   * Begins an export, after removing what a killed one left behind.
   *
   * @throws RunFailure of kind OUTPUT if something else is in the way, or nothing can be written
   *     there; of kind BUSY if another export to the same place is being made
   */
  static ExportFolder begin(Path target) {
    refuseForeign(target);
    Path partial = sibling(target, ".partial");
    try {
      Path parent = parent(target);
      if (!Files.isDirectory(parent)) {
        Files.createDirectories(parent);
      }
      if (!Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(partial);
      } else if (!isOurs(partial)) {
        throw inTheWay(partial);
      }
      ExportFolder folder = new ExportFolder(target, partial, OutputLock.take(partial, "export"));
      try {
        empty(partial, LOCK);
        folder.removeSuperseded();
        return folder;
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.OUTPUT,
          "The export "
              + target
              + " cannot be created: "
              + IoReason.ofCreating(e)
              + "; check the folder above it.",
          e);
    }
  }

  /** Where to write. */
  Path files() {
    return work;
  }

  /** Makes the export visible in place of the one before. */
  void publish(String exportJson) throws IOException {
    Files.writeString(
        work.resolve(EXPORT_JSON),
        exportJson,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Path whole = sibling(target, "-" + (1 + highestNumber()));
    Files.move(work, whole, StandardCopyOption.ATOMIC_MOVE);
    work = whole;
    force(parent(target));
    Path draft = sibling(target, ".link");
    if (Files.isSymbolicLink(draft)) {
      Files.delete(draft);
    }
    Files.createSymbolicLink(draft, fileName(whole));
    // Somebody may have put something there while the export was made.
    refuseForeign(target);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    published = true;
    // Not before: who finds no lock takes the folder for a leftover.
    Files.delete(work.resolve(LOCK));
    force(work);
    force(parent(target));
    removeSuperseded();
  }

  private static void refuseForeign(Path target) {
    try {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
          && !(Files.isSymbolicLink(target)
              && number(target, Files.readSymbolicLink(target).toString()) > 0)) {
        throw inTheWay(target);
      }
    } catch (IOException e) {
      throw inTheWay(target);
    }
  }

  private static RunFailure inTheWay(Path path) {
    return new RunFailure(
        RunFailure.Kind.OUTPUT,
        path + " is there and is no export of Dateline; move it away, or name another folder.",
        null);
  }

  private void removeSuperseded() throws IOException {
    Path current =
        Files.isSymbolicLink(target)
            ? target.resolveSibling(Files.readSymbolicLink(target))
            : target;
    for (Path folder : numbered()) {
      if (!folder.equals(current) && isOurs(folder) && !isBeingMade(folder)) {
        remove(folder);
      }
    }
  }

  /** Another export to this place may have got its number and not yet its link. */
  private static boolean isBeingMade(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(LOCK))) {
      return false;
    }
    try (OutputLock free = OutputLock.take(folder, "export")) {
      return false;
    } catch (RunFailure e) {
      return true;
    }
  }

  private long highestNumber() throws IOException {
    return numbered().stream()
        .mapToLong(folder -> number(target, fileName(folder).toString()))
        .max()
        .orElse(0);
  }

  private List<Path> numbered() throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> siblings =
        Files.newDirectoryStream(
            parent(target), path -> number(target, fileName(path).toString()) > 0)) {
      siblings.forEach(found::add);
    }
    return found;
  }

  /** The number in the name of a whole export of this target; 0 if it is the name of none. */
  private static long number(Path target, String name) {
    Matcher matcher =
        Pattern.compile(Pattern.quote("." + fileName(target) + "-") + "(\\d{1,15})").matcher(name);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static boolean isOurs(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    boolean empty = true;
    boolean marked = false;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          return false;
        }
        empty = false;
        marked |= isMark(entry);
      }
    }
    return empty || marked;
  }

  private static boolean isMark(Path entry) {
    String name = fileName(entry).toString();
    return name.equals(EXPORT_JSON) || name.equals(LOCK);
  }

  /** The marks go last: a removal that is killed then leaves what the next one knows for ours. */
  private static void remove(Path folder) throws IOException {
    empty(folder, EXPORT_JSON);
    Files.deleteIfExists(folder.resolve(EXPORT_JSON));
    Files.deleteIfExists(folder);
  }

  /** Deletes all files but one. */
  private static void empty(Path folder, String kept) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!fileName(entry).toString().equals(kept)) {
          Files.delete(entry);
        }
      }
    }
  }

  /** A rename is on the disk only when its folder is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path sibling(Path target, String ending) {
    return target.resolveSibling("." + fileName(target) + ending);
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), "it was checked");
  }

  private static Path fileName(Path path) {
    return Objects.requireNonNull(path.getFileName(), "it was checked");
  }

  /** Removes what was not published. */
  @Override
  public void close() throws IOException {
    try {
      if (!published) {
        if (Files.exists(work.resolve(LOCK))) {
          empty(work, LOCK);
          Files.delete(work.resolve(LOCK));
          Files.delete(work);
        } else {
          remove(work);
        }
      }
    } finally {
      lock.close();
    }
  }
}
