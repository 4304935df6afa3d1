package io.dateline.source;

import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Walks the input roots in manifest order: siblings by the UTF-8 bytes of their names, with {@code
 * /} appended to directories, which is the order of the whole paths' bytes. The order in which the
 * disk lists files never shows.
 *
 * <p>Holds one listing for each level of depth, never the tree. Not safe for use by several
 * threads.
 */
final class InputWalk {

  /** Deeper trees are a loop of mounts or an attack; each level holds a listing in memory. */
  private static final int MAX_DEPTH = 200;

  /** Stands in every output folder of this program. */
  private static final String OUTPUT_MARK = "dateline.lock";

  @SuppressWarnings("ArrayRecordComponent") // compared by its key alone, and by its bytes
  private record Node(
      byte[] sortKey, Path path, String sourcePath, boolean valid, Attributes file) {}

  private record Attributes(Kind kind, long sizeBytes, long modifiedNanos) {}

  private enum Kind {
    FILE,
    DIRECTORY,
    LINK,
    OTHER,
    /** Nobody may look at it just now. */
    UNKNOWN
  }

  private final Deque<ArrayDeque<Node>> levels = new ArrayDeque<>();
  private final Deque<InputRoot> roots;
  private final Selection selection;
  private final Set<String> met = new HashSet<>();
  private final Map<String, Long> ignored = new TreeMap<>();
  private @Nullable InputRoot root;
  private @Nullable Path rootRealPath;

  InputWalk(List<InputRoot> roots, Selection selection) {
    this.selection = selection;
    List<InputRoot> sorted = new ArrayList<>(roots);
    sorted.sort(
        Comparator.comparing(
            r -> r.collection().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    this.roots = new ArrayDeque<>(sorted);
  }

  /** Entries that were met and are not read by their nature or by the selection, by kind. */
  Map<String, Long> ignored() {
    return ignored;
  }

  /** Whether a file of a collection was met so far, were it only one that cannot be read. */
  boolean met(String collection) {
    return met.contains(collection);
  }

  /** The next file in manifest order, or null after the last. */
  @Nullable FoundFile next() throws IOException {
    while (true) {
      if (levels.isEmpty()) {
        InputRoot next = roots.poll();
        if (next == null) {
          return null;
        }
        root = next;
        enterRoot(next.folder());
        continue;
      }
      Node node = levels.peek().poll();
      if (node == null) {
        levels.pop();
        continue;
      }
      FoundFile found = visit(node);
      if (found != null) {
        met.add(found.collection());
        return found;
      }
    }
  }

  private void enterRoot(Path folder) throws IOException {
    try {
      rootRealPath = folder.toRealPath();
      levels.push(list(folder, ""));
    } catch (NoSuchFileException | AccessDeniedException e) {
      MissingInputException missing = new MissingInputException(folder.toString());
      missing.initCause(e);
      throw missing;
    }
  }

  private @Nullable FoundFile visit(Node node) throws IOException {
    String collection = Objects.requireNonNull(root).collection();
    if (selection.leavesOut(node.sourcePath())) {
      ignore(isHidden(node) ? "hidden" : "excluded");
      return null;
    }
    if (node.file().kind() != Kind.DIRECTORY && !selection.takesFile(node.sourcePath())) {
      ignore("excluded");
      return null;
    }
    if (!node.valid()) {
      return unreadable(collection, node, RejectionReason.UNREADABLE_NAME);
    }
    return switch (node.file().kind()) {
      case FILE -> file(collection, node);
      case DIRECTORY -> enter(collection, node);
      case LINK -> link(collection, node);
      case OTHER -> unreadable(collection, node, RejectionReason.NOT_A_FILE);
      case UNKNOWN -> unreadable(collection, node, RejectionReason.UNREADABLE_FILE);
    };
  }

  private static boolean isHidden(Node node) {
    return node.sourcePath().startsWith(".", node.sourcePath().lastIndexOf('/') + 1);
  }

  private FoundFile file(String collection, Node node) {
    boolean tooYoung = selection.isTooYoung(node.file().modifiedNanos());
    if (tooYoung) {
      ignore("too-young");
    }
    return new FoundFile(
        collection,
        node.sourcePath(),
        node.file().sizeBytes(),
        node.file().modifiedNanos(),
        tooYoung,
        null);
  }

  private @Nullable FoundFile enter(String collection, Node node) throws IOException {
    if (levels.size() >= MAX_DEPTH) {
      return unreadable(collection, node, RejectionReason.UNREADABLE_FILE);
    }
    try {
      ArrayDeque<Node> listing = list(node.path(), node.sourcePath() + "/");
      String mark = node.sourcePath() + "/" + OUTPUT_MARK;
      if (listing.stream().anyMatch(n -> n.sourcePath().equals(mark))) {
        // An output folder that lies in the input: its tables are no articles.
        ignore("output");
        return null;
      }
      levels.push(listing);
      return null;
    } catch (AccessDeniedException | NoSuchFileException e) {
      return unreadable(collection, node, RejectionReason.UNREADABLE_FILE);
    }
  }

  private @Nullable FoundFile link(String collection, Node node) {
    if (leadsInside(node.path())) {
      // What it points to is read at its own place; reading it twice would double it.
      ignore("link");
      return null;
    }
    return unreadable(collection, node, RejectionReason.LINK_OUT_OF_INPUT);
  }

  private static FoundFile unreadable(String collection, Node node, RejectionReason reason) {
    // A folder bears its slash, under which it was sorted; its size is the file system's affair.
    boolean folder = node.file().kind() == Kind.DIRECTORY;
    return new FoundFile(
        collection,
        node.sourcePath() + (folder ? "/" : ""),
        folder ? 0 : node.file().sizeBytes(),
        folder ? 0 : node.file().modifiedNanos(),
        false,
        reason);
  }

  private boolean leadsInside(Path link) {
    try {
      return link.toRealPath().startsWith(Objects.requireNonNull(rootRealPath));
    } catch (IOException e) {
      return false;
    }
  }

  private void ignore(String kind) {
    ignored.merge(kind, 1L, Long::sum);
  }

  private static ArrayDeque<Node> list(Path folder, String prefix) throws IOException {
    List<Node> nodes = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path path : entries) {
        EntryNames.Name name = EntryNames.of(path);
        Attributes file = attributes(path);
        byte[] key = name.bytes();
        if (file.kind() == Kind.DIRECTORY) {
          key = Arrays.copyOf(key, key.length + 1);
          key[key.length - 1] = '/';
        }
        nodes.add(new Node(key, path, prefix + name.encoded(), name.valid(), file));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    nodes.sort(Comparator.comparing(Node::sortKey, Arrays::compareUnsigned));
    return new ArrayDeque<>(nodes);
  }

  private static Attributes attributes(Path path) {
    try {
      BasicFileAttributes a =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Kind kind =
          a.isRegularFile()
              ? Kind.FILE
              : a.isDirectory() ? Kind.DIRECTORY : a.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
      return new Attributes(kind, a.size(), a.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    } catch (IOException e) {
      return new Attributes(Kind.UNKNOWN, 0, 0);
    }
  }
}
