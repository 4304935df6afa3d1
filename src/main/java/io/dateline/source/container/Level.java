package io.dateline.source.container;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One container that is open, at its depth: the file itself, or what lies in the one around. */
final class Level implements Closeable {

  private final Format format;
  private final String name;
  private final Feed feed;
  private final Budget budget;
  private final Opening opening;
  private @Nullable MemberNames names;
  private @Nullable MemberReader reader;
  private @Nullable MemberStream content;
  private String contentName = "";
  private @Nullable Long contentOffset;
  private boolean unwanted;

  /**
   * A container, not read yet.
   *
   * @param name its {@code entry_name}, empty for the file
   */
  Level(Format format, String name, Feed feed, Budget budget, Opening opening) {
    this.format = format;
    this.name = name;
    this.feed = feed;
    this.budget = budget;
    this.opening = opening;
  }

  Format format() {
    return format;
  }

  String name() {
    return name;
  }

  Budget budget() {
    return budget;
  }

  /** The member being read, null before the first. */
  @Nullable MemberStream content() {
    return content;
  }

  String contentName() {
    return contentName;
  }

  @Nullable Long contentOffset() {
    return contentOffset;
  }

  /** Where the container is read, bytes from its start; -1 if it is not read from start to end. */
  long position() {
    return feed.position();
  }

  boolean breaksWithItsMember() {
    return reader != null && reader.breaksWithItsMember();
  }

  /** What is left of the member is not wanted; it is read only if the next lies behind it. */
  void leaveContent() {
    unwanted = true;
  }

  /** The next member, or null after the last. Whatever is thrown over it is an IOException. */
  @Nullable Member next() throws IOException {
    if (content != null && content.failure() == null && (!unwanted || breaksWithItsMember())) {
      content.drain();
    }
    content = null;
    contentName = "";
    contentOffset = null;
    unwanted = false;
    try {
      if (reader == null) {
        reader = format.open(feed, opening, budget);
      }
      return reader.next();
    } catch (RuntimeException | StackOverflowError e) {
      // What a library's parser throws over hostile bytes; its own headers are its only input.
      throw new IOException(e);
    }
  }

  /** Begins to read a member. */
  MemberStream begin(Member.Content member, String entryName) {
    MemberStream stream = new MemberStream(member.content(), budget);
    content = stream;
    contentName = entryName;
    contentOffset = member.byteOffset();
    return stream;
  }

  /** The {@code entry_name} of a member, unique in the file. */
  String entryName(String member) {
    if (format.isSingle() || (format.hasRecords() && member.isEmpty())) {
      return name;
    }
    String encoded = MemberNames.encode(member, opening.limits().nameLength());
    String unique = placesNameMembers() ? encoded : unique(encoded);
    return name.isEmpty() ? unique : name + "!/" + unique;
  }

  /** Lines and offsets are unique by themselves, and need not be remembered. */
  private boolean placesNameMembers() {
    return format == Format.WEB_ARCHIVE
        || format == Format.NEWS_MESSAGE
        || (format.hasRecords() && opening.fields().names(RecordFields.ENTRY).isEmpty());
  }

  private String unique(String encoded) {
    if (names == null) {
      names = new MemberNames();
    }
    return names.unique(encoded.isEmpty() ? "#1" : encoded);
  }

  @Override
  public void close() throws IOException {
    try {
      if (reader != null) {
        reader.close();
      }
    } finally {
      feed.close();
    }
  }
}
