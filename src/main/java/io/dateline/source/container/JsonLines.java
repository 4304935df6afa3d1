package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * <a href="https://jsonlines.org">JSON Lines</a>: one JSON object a line, in UTF-8. A member's name
 * is its line's number from 1, or what the job maps to {@code entry}; blank lines are none.
 */
final class JsonLines {

  private JsonLines() {}

  /** Hears where lines begin. */
  interface Starts {

    /** Hears of a line, its number from 1; returns whether it wants the next. */
    boolean accept(long offset, long number);
  }

  /**
   * Whether lines of JSON begin with these bytes: the first line that is not blank is an object, or
   * as much of one as is there, and one of its fields is known.
   *
   * @param head the first bytes of a file, up to 1,024 of them
   */
  static boolean matches(byte[] head, RecordFields fields) throws IOException {
    LineInput lines = LineInput.lines(PackedInput.of(head), head.length + 1, 1);
    while (lines.next()) {
      if (!lines.isBlank()) {
        if (!opensObject(lines)) {
          return false;
        }
        boolean whole = lines.offset() + lines.length() < head.length;
        JsonObjects objects = new JsonObjects(fields);
        return whole
            ? objects.isRecord(lines.bytes(), lines.length())
            : objects.opensRecord(lines.bytes(), lines.length());
      }
    }
    return false;
  }

  /**
   * Most files are texts, and this tells them at little cost. Where a brace has a zero beside it,
   * the file is in UTF-16 or UTF-32: its lines end at no line feed's byte, and it is one document.
   */
  private static boolean opensObject(LineInput line) {
    byte[] bytes = line.bytes();
    int at = 0;
    while (at < line.length() && bytes[at] <= ' ' && bytes[at] > 0) {
      at++;
    }
    return at < line.length()
        && bytes[at] == '{'
        && (at + 1 == line.length() || bytes[at + 1] != 0);
  }

  /**
   * Reads lines from the beginning. Closing the reader closes the stream.
   *
   * @param maxBytes longer lines are damaged, and not held in memory
   */
  static MemberReader open(InputStream in, RecordFields fields, int maxBytes) {
    return reader(new PackedInput(in), fields, maxBytes, 1);
  }

  /**
   * Reads the lines of a file from one on; the names are the same as when it is read whole.
   *
   * @param offset where the line begins
   * @param number the line's number, from 1
   */
  static MemberReader openAt(Path file, long offset, long number, RecordFields fields, int maxBytes)
      throws IOException {
    SeekableByteChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return reader(new PackedInput(channel.position(offset)), fields, maxBytes, number);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Goes through the places where the lines of a file begin, without parsing them. */
  static void lineStarts(Path file, Starts starts) throws IOException {
    try (PackedInput in = new PackedInput(FileChannel.open(file, StandardOpenOption.READ))) {
      long number = 1;
      boolean more = in.look(1) > 0 && starts.accept(0, number);
      int visible;
      while (more && (visible = in.look(1)) > 0) {
        int i = 0;
        while (i < visible && in.at(i) != '\n') {
          i++;
        }
        boolean ended = i < visible;
        in.skip(ended ? i + 1 : i);
        more = !ended || in.look(1) == 0 || starts.accept(in.position(), ++number);
      }
    }
  }

  private static MemberReader reader(
      PackedInput in, RecordFields fields, int maxBytes, long number) {
    JsonObjects objects = new JsonObjects(fields);
    return new RecordReader(LineInput.lines(in, maxBytes, number), objects::read);
  }
}
