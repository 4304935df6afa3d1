package io.dateline.source.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a message of NewsML-G2 into its items by their tags, without parsing what is in them: an
 * item that is broken inside costs itself.
 *
 * <p>An item without its end tag ends where the next item, or the end of the message's items,
 * stands beside it. No item may have another as a child, so that every start tag of one is the next
 * item's, except inside {@code inlineXML}: there it is if it states a {@code guid}, as each item
 * must, and the content is not NewsML-G2 itself. Foreign content that merely has elements of these
 * names stays whole.
 */
final class NewsMessageReader implements MemberReader {

  /** Bytes in which the XML declaration stands. */
  private static final int DECLARATION = 200;

  /** What stands around items. */
  private static final Set<String> AROUND = Set.of(NewsMessages.ROOT, "itemSet");

  /** What holds a story and may hold any element; {@code inlineData} holds text alone. */
  private static final String INLINE = "inlineXML";

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final PackedInput in;
  private final int maxBytes;
  private final MessageMarkup markup;
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
    this.markup = new MessageMarkup(in, maxBytes);
  }

  @Override
  public @Nullable Member next() throws IOException {
    if (!begun) {
      begin();
    }
    try {
      while (!ended && markup.toTag()) {
        boolean closes = markup.closes();
        String name = markup.name();
        if (!closes && NewsMessages.ITEMS.contains(name)) {
          return item(name);
        }
        boolean root = name.equals(NewsMessages.ROOT);
        boolean empty = markup.passTag();
        // Another message may follow in the same file.
        open = root ? !closes && !empty : open;
      }
      if (!ended && open) {
        throw markup.cut();
      }
      ended = true;
      return null;
    } catch (IOException e) {
      ended = true;
      throw e;
    }
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

  private Member item(String name) throws IOException {
    long start = markup.position();
    count++;
    markup.begin();
    readItem(name);
    byte[] bytes = markup.end();
    String place = Long.toString(count);
    if (markup.length() > maxBytes) {
      return new Member.Damaged(
          place, start, RejectionReason.TOO_LARGE, "The item is longer than the limit allows.");
    }
    return new Member.Content(
        place,
        start,
        new Capture(null, null, null, null, charset),
        markup.length(),
        new ByteArrayInputStream(bytes));
  }

  /** Reads behind the end of the item whose start tag stands here. */
  private void readItem(String name) throws IOException {
    if (markup.passTag()) {
      return;
    }
    while (markup.toTag()) {
      boolean closes = markup.closes();
      String tag = markup.name();
      if (endsBefore(tag, closes)) {
        return;
      }
      boolean empty = markup.passTag();
      if (closes && tag.equals(name)) {
        return;
      }
      if (!closes && !empty && tag.equals(INLINE) && readInline(name)) {
        return;
      }
    }
    throw markup.cut();
  }

  /** Whether the item is left open, and its end is before this tag. */
  private static boolean endsBefore(String tag, boolean closes) {
    return closes ? AROUND.contains(tag) : NewsMessages.ITEMS.contains(tag) || isRoot(tag);
  }

  private static boolean isRoot(String tag) {
    return tag.equals(NewsMessages.ROOT);
  }

  /**
   * Reads behind the end of the item's content whose start tag was passed.
   *
   * @return whether the item ended in it
   */
  private boolean readInline(String name) throws IOException {
    int inlines = 1;
    int items = 0;
    int around = 0;
    boolean first = true;
    boolean isG2 = false;
    while (inlines > 0 && markup.toTag()) {
      boolean closes = markup.closes();
      String tag = markup.name();
      boolean isItem = NewsMessages.ITEMS.contains(tag);
      isG2 |= first && (isItem || isRoot(tag));
      first = false;
      boolean begins = !closes && isItem && !isG2 && markup.statesGuid();
      if (begins || (closes && AROUND.contains(tag) && around == 0)) {
        return true;
      }
      boolean empty = markup.passTag();
      if (closes && tag.equals(name) && items == 0) {
        return true;
      }
      int step = closes ? -1 : empty ? 0 : 1;
      inlines += tag.equals(INLINE) ? step : 0;
      items += tag.equals(name) ? step : 0;
      around += AROUND.contains(tag) ? step : 0;
    }
    if (inlines > 0) {
      throw markup.cut();
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
