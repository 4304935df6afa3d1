package io.dateline.batch.publish;

import io.dateline.batch.run.FolderSync;
import io.dateline.batch.run.RunFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The link {@code latest} in a job's folder; whoever reads it sees the old one or the new one. */
public final class LatestLink {

  private final Path job;
  private final Path latest;

  private LatestLink(Path job, Path latest) {
    this.job = job;
    this.latest = latest;
  }

  /** That of the job that these folders belong to. */
  public static LatestLink of(RunFolders folders) {
    return new LatestLink(folders.job(), folders.latest());
  }

  /**
   * Points it to a published folder, if it does not already.
   *
   * @param name of the folder
   */
  public void pointTo(String name) throws IOException {
    Path target = Path.of(name);
    if (Files.isSymbolicLink(latest) && Files.readSymbolicLink(latest).equals(target)) {
      return;
    }
    requireOurs();
    Path draft = job.resolve(".latest.draft");
    Files.deleteIfExists(draft);
    Files.createSymbolicLink(draft, target);
    Files.move(draft, latest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    FolderSync.force(job);
  }

  /** Removes it, where no run is published any more. */
  public void remove() throws IOException {
    requireOurs();
    if (Files.deleteIfExists(latest)) {
      FolderSync.force(job);
    }
  }

  /**
   * Checks that nobody put something else in its place.
   *
   * @throws IOException if somebody did
   */
  public void requireOurs() throws IOException {
    if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(latest)) {
      throw new IOException(latest + " is no symbolic link of ours; move it away");
    }
  }
}
