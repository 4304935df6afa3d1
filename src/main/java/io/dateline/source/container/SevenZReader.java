package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads 7z. Its list of members is held in memory, within the limit for that. Where a block of
 * members is damaged, those of the next block are read still.
 */
final class SevenZReader implements MemberReader {

  private static final int UNIX_MODE_STATED = 0x8000;
  private static final int UNIX_KIND = 0xF000;
  private static final int UNIX_LINK = 0xA000;

  private final SevenZFile file;
  private final Iterator<SevenZArchiveEntry> listed;

  /** Members since the last of which a byte was asked for, that one included. */
  private int before;

  SevenZReader(SeekableByteChannel channel, ContainerLimits limits) throws IOException {
    this.file =
        SevenZFile.builder()
            .setSeekableByteChannel(channel)
            .setMaxMemoryLimitKiB(limits.memoryKiB())
            .get();
    this.listed = file.getEntries().iterator();
  }

  @Override
  public @Nullable Member next() throws IOException {
    if (!listed.hasNext()) {
      return null;
    }
    SevenZArchiveEntry entry = listed.next();
    before++;
    IOException failure = null;
    try {
      file.getNextEntry();
    } catch (IOException e) {
      // The library has gone on to this entry, and goes on to the next when asked again.
      failure = e;
    }
    String kind = passedOver(entry);
    if (kind != null) {
      return new Member.PassedOver(kind);
    }
    String name = entry.getName() == null ? "" : entry.getName();
    if (failure != null) {
      RejectionReason reason = Damage.reasonOf(failure, RejectionReason.MEMBER_DAMAGED);
      return new Member.Damaged(name, null, reason, Damage.describe(failure, "7z"));
    }
    return new Member.Content(
        name, null, Capture.UNKNOWN, -1, entry.getSize(), new EntryStream(entry.getSize()));
  }

  private static @Nullable String passedOver(SevenZArchiveEntry entry) {
    if (entry.isDirectory()) {
      return "directories";
    }
    if (entry.isAntiItem()) {
      return "anti-items";
    }
    int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
    boolean link =
        (attributes & UNIX_MODE_STATED) != 0 && (attributes >>> 16 & UNIX_KIND) == UNIX_LINK;
    return link ? "symbolic links" : null;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The bytes of the entry the file stands at. */
  private final class EntryStream extends InputStream {

    private long left;
    private boolean begun;

    EntryStream(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
      int count = begun ? file.read(target, offset, wanted) : begin(target, offset, wanted);
      if (count > 0) {
        left -= count;
      } else if (count < 0 && left > 0) {
        throw BrokenContainerException.member(-1, "It has fewer bytes than the 7z says.");
      }
      return count;
    }

    /**
     * Before the first byte the library reads what is left of the members before this one in its
     * block. It fails for a wrong checksum of each of them, once, and then goes on to the next; a
     * failure of this one comes again.
     */
    private int begin(byte[] target, int offset, int wanted) throws IOException {
      begun = true;
      int tries = before;
      before = 0;
      while (true) {
        try {
          return file.read(target, offset, wanted);
        } catch (IOException e) {
          if (tries-- <= 0 || !isChecksum(e)) {
            throw e;
          }
        }
      }
    }

    private static boolean isChecksum(IOException e) {
      String message = e.getMessage();
      return message != null && message.startsWith("Checksum verification failed");
    }
  }
}
