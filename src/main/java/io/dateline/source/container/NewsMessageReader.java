package io.dateline.source.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a message of NewsML-G2 into its items by their tags, without parsing what is in them: an
 * item that is broken inside costs itself. Comments and CDATA sections are passed over whole.
 */
final class NewsMessageReader implements MemberReader {

  /** Bytes in which the XML declaration stands. */
  private static final int DECLARATION = 200;

  /** Longest name of an element that is of interest, with its prefix. */
  private static final int MAX_NAME = 60;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final PackedInput in;
  private final int maxBytes;
  private final ByteArrayOutputStream item = new ByteArrayOutputStream();
  private boolean keeps;
  private long length;
  private @Nullable String charset;
  private boolean begun;
  private boolean open;
  private boolean ended;
  private long count;

  /**
   * A reader of a message.
   *
   * @param maxBytes longer items are rejected, and not held in memory
   */
  NewsMessageReader(PackedInput in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  @Override
  public @Nullable Member next() throws IOException {
    if (!begun) {
      begin();
    }
    while (!ended) {
      long start = in.position();
      int b = take();
      if (b < 0 && open) {
        throw cut();
      }
      ended = b < 0;
      if (b == '<' && !passesOver()) {
        boolean closes = in.look(1) > 0 && in.at(0) == '/';
        String name = name(closes ? 1 : 0);
        if (name.equals(NewsMessages.ROOT)) {
          // Another message may follow in the same file.
          open = !closes;
        } else if (!closes && NewsMessages.ITEMS.contains(name)) {
          return item(start, name);
        }
      }
    }
    return null;
  }

  private void begin() throws IOException {
    begun = true;
    int visible = Math.min(DECLARATION, in.look(DECLARATION));
    byte[] head = new byte[visible];
    in.ahead().get(head);
    String text = new String(head, ISO_8859_1);
    String mark = new String(MARK, ISO_8859_1);
    charset = NewsMessages.encoding(text.startsWith(mark) ? text.substring(MARK.length) : text);
  }

  private Member item(long start, String name) throws IOException {
    count++;
    item.reset();
    length = 0;
    keeps = true;
    keep('<');
    readItem(name);
    keeps = false;
    String place = Long.toString(count);
    if (length > maxBytes) {
      return new Member.Damaged(
          place, start, RejectionReason.TOO_LARGE, "The item is longer than the limit allows.");
    }
    return new Member.Content(
        place,
        start,
        new Capture(null, null, null, null, charset),
        length,
        new ByteArrayInputStream(item.toByteArray()));
  }

  /** Reads behind the end tag of the item whose start tag's first byte was taken. */
  private void readItem(String name) throws IOException {
    if (endsTag()) {
      return;
    }
    int open = 1;
    while (open > 0) {
      int b = take();
      if (b < 0) {
        throw cut();
      }
      if (b == '<' && !passesOver()) {
        boolean closes = in.look(1) > 0 && in.at(0) == '/';
        if (name(closes ? 1 : 0).equals(name)) {
          boolean empty = endsTag();
          open += closes ? -1 : empty ? 0 : 1;
        }
      }
    }
  }

  /** Goes behind a comment, a CDATA section or a processing instruction, if one begins here. */
  private boolean passesOver() throws IOException {
    if (sees("!--")) {
      passTo("-->");
    } else if (sees("![CDATA[")) {
      passTo("]]>");
    } else if (sees("?")) {
      passTo("?>");
    } else {
      return false;
    }
    return true;
  }

  /** Goes behind the end of a tag; returns whether it is an element without content. */
  private boolean endsTag() throws IOException {
    int quote = 0;
    int before = 0;
    int b;
    while ((b = take()) >= 0) {
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

  private void passTo(String end) throws IOException {
    int matched = 0;
    int b;
    while ((b = take()) >= 0) {
      if (b == end.charAt(matched)) {
        if (++matched == end.length()) {
          return;
        }
      } else if (matched == 0 || b != end.charAt(matched - 1) || end.charAt(0) != b) {
        // In "--->" and "]]]>" the last two still count.
        matched = b == end.charAt(0) ? 1 : 0;
      }
    }
    throw cut();
  }

  /** The name, without its prefix, that begins so many bytes ahead. */
  private String name(int from) throws IOException {
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

  private boolean sees(String text) throws IOException {
    if (in.look(text.length()) < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (in.at(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int take() throws IOException {
    if (in.look(1) == 0) {
      return -1;
    }
    int b = in.at(0) & 0xFF;
    in.skip(1);
    if (keeps) {
      keep(b);
    }
    return b;
  }

  private void keep(int b) {
    if (length++ < maxBytes) {
      item.write(b);
    }
  }

  private IOException cut() {
    keeps = false;
    ended = true;
    return BrokenContainerException.damaged(
        in.position(), "The message ends before its last end tag.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
