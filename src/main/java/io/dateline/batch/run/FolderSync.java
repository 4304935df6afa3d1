package io.dateline.batch.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings what happened in a folder to the disk. */
public final class FolderSync {

  private FolderSync() {}

  /** A file's creation or rename is on the disk only when its folder is. */
  public static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
