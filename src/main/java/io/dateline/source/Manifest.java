package io.dateline.source;

import io.dateline.article.RejectionReason;
import io.dateline.source.ManifestFile.LedgerKey;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The frozen list of the files that a run reads: one line a file, in manifest order, fields
 * separated by tabs.
 *
 * <p>Fields: number, collection, path, size in bytes, modification time in nanoseconds, reason why
 * it can not be read or {@code -}, replaced ledger entry {@code run:number} or {@code -}, and
 * {@code partly} if some entries keep their rows. Names are percent-encoded, so that none holds a
 * tab or line break.
 */
public final class Manifest {

  private static final String NONE = "-";
  private static final int FIELDS = 7;
  private static final String PARTLY = "partly";

  private Manifest() {}

  static String line(ManifestFile file) {
    LedgerKey old = file.replaces();
    return file.number()
        + "\t"
        + EntryNames.encode(file.collection())
        + "\t"
        + file.sourcePath()
        + "\t"
        + file.sizeBytes()
        + "\t"
        + file.modifiedNanos()
        + "\t"
        + (file.unreadable() == null ? NONE : file.unreadable().name())
        + "\t"
        + (old == null ? NONE : old.runId() + ":" + old.fileNumber())
        + (file.partly() ? "\t" + PARTLY : "")
        + "\n";
  }

  static ManifestFile parse(String line) {
    String[] fields = line.split("\t", FIELDS + 2);
    boolean partly = fields.length == FIELDS + 1 && fields[FIELDS].equals(PARTLY);
    if (fields.length != FIELDS && !partly) {
      throw new IllegalStateException("a line of the manifest is damaged");
    }
    return new ManifestFile(
        Long.parseLong(fields[0]),
        EntryNames.decode(fields[1]),
        fields[2],
        Long.parseLong(fields[3]),
        Long.parseLong(fields[4]),
        fields[5].equals(NONE) ? null : RejectionReason.valueOf(fields[5]),
        fields[6].equals(NONE) ? null : ledgerKey(fields[6]),
        partly);
  }

  private static LedgerKey ledgerKey(String text) {
    int colon = text.indexOf(':');
    return new LedgerKey(
        Long.parseLong(text, 0, colon, 10), Long.parseLong(text, colon + 1, text.length(), 10));
  }

  /** SHA-256 of a manifest, 64 lower-case hex digits. */
  public static String sha256(Path manifest) throws IOException {
    return Hashes.ofFile(manifest);
  }

  /** Reads a manifest from a byte offset that is the start of a line. */
  public static Reader open(Path manifest, long offset) throws IOException {
    FileChannel channel = FileChannel.open(manifest, StandardOpenOption.READ);
    channel.position(offset);
    return new Reader(
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8)));
  }

  /** Reads the files of a manifest in order. */
  public static final class Reader implements Closeable {
    private final BufferedReader lines;

    private Reader(BufferedReader lines) {
      this.lines = lines;
    }

    /** The next file, or null after the last. */
    public @Nullable ManifestFile next() throws IOException {
      String line = lines.readLine();
      return line == null ? null : parse(line);
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
