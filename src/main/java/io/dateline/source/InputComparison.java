package io.dateline.source;

import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the input with the ledger and gives what is to be read, in manifest order.
 *
 * <p>Size and time decide; a file of equal size and other time is told by its bytes. Memory does
 * not grow with the archive. Not safe for use by several threads.
 */
public final class InputComparison {

  private final PlanRequest request;
  private final LedgerChanges changes;
  private final Runnable betweenFiles;
  private final InputWalk walk;
  private final LedgerMerge ledger;
  private final Map<String, Path> folders;
  private boolean finished;
  private long files;
  private long bytes;
  private long unchanged;
  private long hashed;
  private long widened;

  /**
   * A comparison.
   *
   * @param ledger what is known, in {@link ManifestOrder}
   * @param changes hears of files that are gone or were merely touched
   * @param betweenFiles called between two files of the input; may throw to end the comparison
   */
  public InputComparison(
      PlanRequest request,
      Iterator<KnownFile> ledger,
      LedgerChanges changes,
      Runnable betweenFiles) {
    this.betweenFiles = betweenFiles;
    this.request = request;
    this.changes = changes;
    this.walk = new InputWalk(request.roots(), request.selection());
    this.folders =
        request.roots().stream()
            .collect(Collectors.toUnmodifiableMap(InputRoot::collection, InputRoot::folder));
    this.ledger = new LedgerMerge(ledger, folders.keySet(), changes);
  }

  /** The next file to be read, or null after the last. */
  public @Nullable ManifestFile next() throws IOException {
    if (request.limit() > 0 && files >= request.limit()) {
      return null;
    }
    for (FoundFile found = walk.next(); found != null; found = walk.next()) {
      betweenFiles.run();
      KnownFile old = ledger.find(found);
      if (found.tooYoung()) {
        continue;
      }
      if (request.selected() && old == null) {
        continue;
      }
      if (old != null && isLeftAlone(found, old)) {
        unchanged++;
        continue;
      }
      // Of other bytes nobody knows which entries were meant.
      boolean partly = old != null && old.partly() && isSame(found, old);
      widened += old != null && old.partly() && !partly ? 1 : 0;
      ManifestFile file =
          new ManifestFile(
              files,
              found.collection(),
              found.sourcePath(),
              found.sizeBytes(),
              found.modifiedNanos(),
              found.unreadable(),
              old == null ? null : old.key(),
              partly);
      files++;
      bytes += found.sizeBytes();
      return file;
    }
    ledger.finish();
    finished = true;
    return null;
  }

  /** What it came to; complete after {@link #next} has returned null. */
  public PlanTally tally() {
    return new PlanTally(
        files,
        bytes,
        unchanged,
        hashed,
        ledger.known(),
        ledger.gone(),
        widened,
        walk.ignored(),
        lostRoots());
  }

  /** Of a walk that was broken off nobody can say so. */
  private List<InputRoot> lostRoots() {
    return request.roots().stream()
        .filter(root -> finished && ledger.knows(root.collection()))
        .filter(root -> !walk.met(root.collection()))
        .toList();
  }

  private boolean isLeftAlone(FoundFile found, KnownFile old) throws IOException {
    if (request.selected()) {
      // What was known of it stays: a fault that passes must not shrink the archive.
      return found.unreadable() == RejectionReason.UNREADABLE_FILE;
    }
    return !request.full() && isUnchanged(found, old);
  }

  private boolean isSame(FoundFile found, KnownFile old) throws IOException {
    if (found.sizeBytes() != old.sizeBytes() || found.unreadable() != null) {
      return false;
    }
    if (found.modifiedNanos() == old.modifiedNanos() && !request.verifyHashes()) {
      return true;
    }
    hashed++;
    try {
      return Hashes.ofFile(path(found)).equals(old.contentSha256());
    } catch (IOException | InvalidPathException e) {
      if (e instanceof IOException io && Shortage.isCauseOf(io)) {
        throw io;
      }
      // What it says when it is read will say what became of it.
      return false;
    }
  }

  private boolean isUnchanged(FoundFile found, KnownFile old) throws IOException {
    if (found.unreadable() == RejectionReason.UNREADABLE_FILE) {
      // What was known of it stays: a fault that passes must not shrink the archive.
      return true;
    }
    if (found.sizeBytes() != old.sizeBytes()) {
      return false;
    }
    boolean sameTime = found.modifiedNanos() == old.modifiedNanos();
    if (old.retry()) {
      // Reading it failed. It is worth another try only if it could be opened now.
      return sameTime && !canBeOpened(found);
    }
    if (old.retryOn() != null && request.runDate().compareTo(old.retryOn()) >= 0) {
      return false;
    }
    if (sameTime && !request.verifyHashes()) {
      return true;
    }
    if (old.contentSha256() == null || found.unreadable() != null) {
      return sameTime;
    }
    return hasSameBytes(found, old, sameTime);
  }

  private boolean hasSameBytes(FoundFile found, KnownFile old, boolean sameTime)
      throws IOException {
    hashed++;
    String hash;
    try {
      hash = Hashes.ofFile(path(found));
    } catch (IOException | InvalidPathException e) {
      if (e instanceof IOException io && Shortage.isCauseOf(io)) {
        throw io;
      }
      // Nobody can tell just now, and of the same size it was.
      return true;
    }
    if (!hash.equals(old.contentSha256())) {
      return false;
    }
    if (!sameTime) {
      changes.touched(old, found.modifiedNanos());
    }
    return true;
  }

  private boolean canBeOpened(FoundFile found) {
    return found.unreadable() == null && Files.isReadable(path(found));
  }

  private Path path(FoundFile found) {
    Path folder = folders.get(found.collection());
    if (folder == null) {
      throw new IllegalStateException("the walk left the input: " + found.collection());
    }
    return folder.resolve(EntryNames.decode(found.sourcePath()));
  }
}
