package io.dateline.source.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * <a href="https://jsonlines.org">JSON Lines</a>: one JSON object a line, in UTF-8. A member's name
 * is its line's number from 1, or what the job maps to {@code entry}; blank lines are none.
 */
final class JsonLines {

  private JsonLines() {}

  /**
   * Whether lines of JSON begin with these bytes: the first line that is not blank is an object, or
   * as much of one as is there, and one of its fields is known.
   *
   * @param head the first bytes of a file, up to 1,024 of them
   */
  static boolean matches(byte[] head, RecordFields fields) throws IOException {
    LineInput lines = LineInput.lines(PackedInput.of(head), head.length + 1);
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
   * Reads lines from the next byte on; their names are the same as when the file is read whole.
   * Closing the reader closes the bytes.
   *
   * @param maxBytes longer lines are damaged, and not held in memory
   */
  static MemberReader open(PackedInput in, Split split, RecordFields fields, int maxBytes) {
    JsonObjects objects = new JsonObjects(fields);
    return new RecordReader(
        LineInput.lines(in, maxBytes, split.before() + 1, split.end()), objects::read);
  }

  /**
   * Cuts a file between lines, which it counts without parsing them. One of more lines than it may
   * have records is not cut.
   */
  static List<Split> splits(SeekableByteChannel channel, long most, long bytes, Runnable between)
      throws IOException {
    PackedInput in = new PackedInput(channel);
    SplitCutter cutter = new SplitCutter(bytes);
    cutter.cut(0, 0, 0);
    long lines = 0;
    int visible;
    while ((visible = in.look(1)) > 0) {
      between.run();
      int i = 0;
      while (i < visible && in.at(i) != '\n') {
        i++;
      }
      boolean ended = i < visible;
      in.skip(ended ? i + 1 : i);
      if (ended) {
        if (++lines > most) {
          return List.of();
        }
        if (cutter.isDue(in.position()) && in.look(1) > 0) {
          cutter.cut(in.position(), in.position(), lines);
        }
      }
    }
    return cutter.finish(channel.size());
  }
}
