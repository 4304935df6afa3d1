package io.dateline.batch.extract;

import io.dateline.batch.run.PartitionState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.file.FlatFileItemWriter;
import org.springframework.batch.infrastructure.item.file.transform.PassThroughLineAggregator;
import org.springframework.core.io.FileSystemResource;

/**
 * One table's rows of one partition, written by one attempt.
 *
 * <p>A new attempt copies what earlier ones committed into a file of its own. A process that was
 * frozen, given up and wakes up again then writes where nobody reads.
 */
class PartFile {

  static final String LINE_END = "\r\n";

  private final Path folder;
  private final String table;
  private final String name;
  private final FlatFileItemWriter<String> writer;
  private long length;

  /**
   * A part file.
   *
   * @param table name of the CSV table
   * @param attempt name that no other attempt at this partition has
   */
  PartFile(Path folder, String table, int partition, String attempt) {
    this.folder = folder;
    this.table = table;
    this.name = String.format(Locale.ROOT, "%s.p%05d.a%s", table, partition, attempt);
    this.writer = new FlatFileItemWriter<>(new PassThroughLineAggregator<>());
    writer.setName(table);
    writer.setResource(new FileSystemResource(folder.resolve(name)));
    writer.setEncoding(StandardCharsets.UTF_8.name());
    writer.setLineSeparator(LINE_END);
    writer.setForceSync(true);
  }

  /**
   * Goes on behind what was committed.
   *
   * @param state that of the step, in which Spring Batch's writer looks for its offset
   */
  void open(PartitionState.Part committed, ExecutionContext state) {
    String earlier = committed.name();
    length = earlier == null ? 0 : committed.bytes();
    if (earlier == null) {
      state.remove(lengthKey());
    } else {
      try {
        copyPrefix(folder.resolve(earlier), folder.resolve(name), length);
      } catch (IOException e) {
        throw new ItemStreamException(
            "Cannot continue the part file " + earlier + " in " + folder, e);
      }
      state.putLong(lengthKey(), length);
      // Lines; Spring Batch's writer asks for them, and nobody else does.
      state.putLong(table + ".written", 0);
    }
    writer.open(state);
  }

  /** Writes lines and returns how many bytes each takes, line end included. */
  long[] write(List<String> lines) throws Exception {
    long[] bytes = new long[lines.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = utf8Length(lines.get(i)) + (long) LINE_END.length();
      length += bytes[i];
    }
    if (!lines.isEmpty()) {
      writer.write(new Chunk<>(lines));
    }
    return bytes;
  }

  void update(ExecutionContext state) {
    writer.update(state);
    long written = state.getLong(lengthKey(), 0);
    if (written != length) {
      throw new ItemStreamException(
          "The part file " + name + " has " + written + " bytes where " + length + " are due");
    }
  }

  void close() {
    writer.close();
  }

  /** Bytes written so far, committed or about to be. */
  long length() {
    return length;
  }

  /** The key under which Spring Batch's writer keeps its offset. */
  private String lengthKey() {
    return table + ".current.count";
  }

  private static void copyPrefix(Path from, Path to, long bytes) throws IOException {
    try (FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel in = FileChannel.open(from, StandardOpenOption.READ)) {
      for (long done = 0; done < bytes; ) {
        long copied = in.transferTo(done, bytes - done, out);
        if (copied <= 0) {
          throw new IOException(from + " is shorter than what was committed");
        }
        done += copied;
      }
      out.force(true);
    }
  }

  private static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (Character.isHighSurrogate(c)) {
        bytes += 4;
        i++;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }

  /** The state a partition keeps of this file. */
  PartitionState.Part state() {
    return new PartitionState.Part(name, length);
  }
}
