package io.dateline.source.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The tags of a message of NewsML-G2, one after the other, and what stands between them. Comments,
 * CDATA sections, processing instructions and document types are passed over whole; a section that
 * is left open ends where an item begins in it.
 */
final class MessageMarkup {

  /** Longest name of an element that is of interest, with its prefix. */
  private static final int MAX_NAME = 60;

  /** Bytes of a start tag in which its {@code guid} is looked for. */
  private static final int MAX_TAG = 4_096;

  private final PackedInput in;
  private final int maxBytes;
  private final ByteArrayOutputStream item = new ByteArrayOutputStream();
  private boolean keeps;
  private long length;

  /**
   * The markup of a message.
   *
   * @param maxBytes bytes of an item that are kept
   */
  MessageMarkup(PackedInput in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  long position() {
    return in.position();
  }

  /** Begins to keep what is taken, as a new item. */
  void begin() {
    item.reset();
    length = 0;
    keeps = true;
  }

  /** Ends the item; returns its bytes, as many as are kept. */
  byte[] end() {
    keeps = false;
    return item.toByteArray();
  }

  /** Bytes of the item, whether kept or not. */
  long length() {
    return length;
  }

  /** Goes to the next tag, before its first byte; false if there is none. */
  boolean toTag() throws IOException {
    while (in.look(1) > 0) {
      if (in.at(0) != '<') {
        take();
      } else if (sees("<!--")) {
        passSection("<!--", "-->");
      } else if (sees("<![CDATA[")) {
        passSection("<![CDATA[", "]]>");
      } else if (sees("<?")) {
        passTo("?>");
      } else if (sees("<!DOCTYPE")) {
        passDoctype();
      } else {
        return true;
      }
    }
    return false;
  }

  /** Whether the tag here is an end tag. */
  boolean closes() throws IOException {
    return sees("</");
  }

  /** The name, without its prefix, of the tag here. */
  String name() throws IOException {
    int from = closes() ? 2 : 1;
    int visible = Math.min(in.look(from + MAX_NAME), from + MAX_NAME);
    StringBuilder name = new StringBuilder();
    for (int i = from; i < visible; i++) {
      char c = (char) (in.at(i) & 0xFF);
      if (c <= ' ' || c == '>' || c == '/' || c == '<') {
        break;
      }
      if (c == ':') {
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  /** Whether the tag here states a {@code guid}, without which nothing is an item of a message. */
  boolean statesGuid() throws IOException {
    int visible = Math.min(in.look(MAX_TAG), MAX_TAG);
    for (int i = 1; i < visible && in.at(i) != '>' && in.at(i) != '<'; i++) {
      boolean starts = in.at(i - 1) <= ' ' && in.at(i) == 'g';
      if (starts && i + 5 < visible && in.at(i + 1) == 'u' && in.at(i + 2) == 'i') {
        byte behind = in.at(i + 4);
        if (in.at(i + 3) == 'd' && (behind == '=' || behind <= ' ')) {
          return true;
        }
      }
    }
    return false;
  }

  /** Goes behind the tag here; returns whether it is an element without content. */
  boolean passTag() throws IOException {
    take();
    int quote = 0;
    int before = 0;
    while (in.look(1) > 0) {
      if (in.at(0) == '<' && startsItem()) {
        // No attribute holds one: the tag is left open.
        return false;
      }
      int b = take();
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '>') {
        return before == '/';
      }
      before = b;
    }
    throw cut();
  }

  private boolean startsItem() throws IOException {
    return !closes() && NewsMessages.ITEMS.contains(name());
  }

  /**
   * Goes behind a section. Where another of its kind begins before its end, or it has none, and an
   * item began in it, it is taken to be left open before that item.
   */
  private void passSection(String open, String end) throws IOException {
    take();
    long next = -1;
    long lengthBefore = 0;
    while (in.look(1) > 0) {
      if (sees(end)) {
        take(end.length());
        return;
      }
      if (in.at(0) == '<') {
        if (next < 0 && startsItem() && statesGuid()) {
          next = in.position();
          lengthBefore = length;
        } else if (next >= 0 && sees(open)) {
          break;
        }
      }
      take();
    }
    if (next < 0) {
      throw cut();
    }
    if (in.goBack(next)) {
      byte[] kept = item.toByteArray();
      item.reset();
      item.writeBytes(Arrays.copyOf(kept, (int) Math.min(kept.length, lengthBefore)));
      length = lengthBefore;
    } else if (in.look(1) == 0) {
      throw cut();
    }
  }

  private void passTo(String end) throws IOException {
    while (in.look(1) > 0) {
      if (sees(end)) {
        take(end.length());
        return;
      }
      take();
    }
    throw cut();
  }

  /** Goes behind a document type with all that it declares. */
  private void passDoctype() throws IOException {
    int quote = 0;
    boolean subset = false;
    while (in.look(1) > 0) {
      if (quote == 0 && sees("<!--")) {
        passTo("-->");
        continue;
      }
      int b = take();
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '[' || b == ']') {
        subset = b == '[';
      } else if (b == '>' && !subset) {
        return;
      }
    }
    throw cut();
  }

  private boolean sees(String text) throws IOException {
    if (in.at(0) != text.charAt(0) || in.look(text.length()) < text.length()) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (in.at(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void take(int count) {
    for (int i = 0; i < count; i++) {
      take();
    }
  }

  /** Takes a visible byte. */
  private int take() {
    int b = in.at(0) & 0xFF;
    in.skip(1);
    if (keeps && length++ < maxBytes) {
      item.write(b);
    }
    return b;
  }

  /** What to throw where the bytes end before the message does. */
  IOException cut() {
    keeps = false;
    return BrokenContainerException.damaged(
        in.position(), "The message ends before its last end tag.");
  }
}
