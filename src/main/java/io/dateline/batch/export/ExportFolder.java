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
 * A folder that readers see whole or not at all: an export, or what else is made of an archive.
 *
 * <p>Its name is a symbolic link to a hidden folder beside it, {@code .<name>-<n>}. A new export is
 * made in {@code .<name>.partial}, gets the next number, and the link is replaced in one step. What
 * was superseded is removed; files that are open stay readable to their end.
 *
 * <p>Removes nothing that it did not make: a folder of ours is empty, or holds our lock or its
 * description, and no folder. Not safe for use by several threads; other processes are kept out.
 */
public final class ExportFolder implements Closeable {

  /**
   * What a folder holds.
   *
   * @param noun as it is called in messages, and to whoever finds it locked
   * @param description name of the file that describes it; stands in every whole one
   */
  public record Content(String noun, String description) {}

  /** An export, described by an export.json. */
  static final Content EXPORT = new Content("export", "export.json");

  /** Stands in one that is being made. */
  private static final String LOCK = "dateline.lock";

  private final Path target;
  private final Content content;
  private final OutputLock lock;

  /** Where the files of this export are: first partial, then under their number. */
  private Path work;

  private boolean published;

  private ExportFolder(Path target, Content content, Path work, OutputLock lock) {
    this.target = target;
    this.content = content;
    this.work = work;
    this.lock = lock;
  }

  /**
   * Begins a folder, after removing what a killed one left behind.
   *
   * @throws RunFailure of kind OUTPUT if something else is in the way, or nothing can be written
   *     there; of kind BUSY if another one at the same place is being made
   */
  public static ExportFolder begin(Path target, Content content) {
    refuseForeign(target, content);
    Path partial = sibling(target, ".partial");
    try {
      Path parent = parent(target);
      if (!Files.isDirectory(parent)) {
        Files.createDirectories(parent);
      }
      if (!Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(partial);
      } else if (!isOurs(partial, content)) {
        throw inTheWay(partial, content);
      }
      ExportFolder folder =
          new ExportFolder(target, content, partial, OutputLock.take(partial, content.noun()));
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
          "The "
              + content.noun()
              + " "
              + target
              + " cannot be created: "
              + IoReason.ofCreating(e)
              + "; check the folder above it.",
          e);
    }
  }

  /** Where to write. */
  public Path files() {
    return work;
  }

  /** Makes the folder visible in place of the one before, with its description. */
  public void publish(String description) throws IOException {
    Files.writeString(
        work.resolve(content.description()),
        description,
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
    refuseForeign(target, content);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    published = true;
    // Not before: who finds no lock takes the folder for a leftover.
    Files.delete(work.resolve(LOCK));
    force(work);
    force(parent(target));
    removeSuperseded();
  }

  private static void refuseForeign(Path target, Content content) {
    try {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
          && !(Files.isSymbolicLink(target)
              && number(target, Files.readSymbolicLink(target).toString()) > 0)) {
        throw inTheWay(target, content);
      }
    } catch (IOException e) {
      throw inTheWay(target, content);
    }
  }

  private static RunFailure inTheWay(Path path, Content content) {
    return new RunFailure(
        RunFailure.Kind.OUTPUT,
        path
            + " is there and is no "
            + content.noun()
            + " of Dateline; move it away, or name another folder.",
        null);
  }

  private void removeSuperseded() throws IOException {
    Path current =
        Files.isSymbolicLink(target)
            ? target.resolveSibling(Files.readSymbolicLink(target))
            : target;
    for (Path folder : numbered()) {
      if (!folder.equals(current) && isOurs(folder, content) && !isBeingMade(folder)) {
        remove(folder);
      }
    }
  }

  /** Another export to this place may have got its number and not yet its link. */
  private boolean isBeingMade(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(LOCK))) {
      return false;
    }
    try (OutputLock free = OutputLock.take(folder, content.noun())) {
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

  private static boolean isOurs(Path folder, Content content) throws IOException {
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
        marked |= isMark(entry, content);
      }
    }
    return empty || marked;
  }

  private static boolean isMark(Path entry, Content content) {
    String name = fileName(entry).toString();
    return name.equals(content.description()) || name.equals(LOCK);
  }

  /** The marks go last: a removal that is killed then leaves what the next one knows for ours. */
  private void remove(Path folder) throws IOException {
    empty(folder, content.description());
    Files.deleteIfExists(folder.resolve(content.description()));
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
