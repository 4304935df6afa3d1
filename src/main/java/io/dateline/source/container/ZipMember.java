package io.dateline.source.container;

import io.dateline.article.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * What a zip says of one member, in its central directory or, where that is gone, before the
 * member.
 *
 * @param rawName its name, in no charset that could be relied on
 * @param extra its extra fields
 * @param packedBytes -1 if only the end of its data tells
 * @param offset where its local header begins, as the zip counts
 * @param unixMode kind and permissions of a file from Unix, 0 if it is from elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ZipMember(
    byte[] rawName,
    byte[] extra,
    int flags,
    int method,
    long crc,
    long packedBytes,
    long unpackedBytes,
    long offset,
    int unixMode) {

  private static final int ENCRYPTED = 1;
  private static final int SIZES_FOLLOW = 1 << 3;
  private static final int UTF_8 = 1 << 11;

  private static final int UNIX_KIND = 0xF000;
  private static final int UNIX_FILE = 0x8000;
  private static final int UNIX_FOLDER = 0x4000;
  private static final int UNIX_LINK = 0xA000;

  /** Longest path that a link's content can be, in bytes: that of Linux. */
  private static final int MAX_LINK_TARGET = 4096;

  String name() {
    return ZipNames.decode(rawName, (flags & UTF_8) != 0, extra);
  }

  /** Whether checksum and sizes stand behind the data. */
  boolean hasDescriptor() {
    return (flags & SIZES_FOLLOW) != 0;
  }

  boolean isEncrypted() {
    return (flags & ENCRYPTED) != 0;
  }

  /**
   * What it is if it is no file, else null. Whatever has content is a file, also where its kind was
   * damaged: a document must not be lost for a bit of its mode.
   */
  @Nullable String passedOver() {
    int kind = unixMode & UNIX_KIND;
    if (kind == UNIX_LINK && unpackedBytes <= MAX_LINK_TARGET) {
      return "symbolic links";
    }
    if (unpackedBytes > 0) {
      return null;
    }
    int last = rawName.length == 0 ? 0 : rawName[rawName.length - 1];
    // Some programs for Windows write its own separator.
    if (kind == UNIX_FOLDER || last == '/' || last == '\\') {
      return "directories";
    }
    return kind == 0 || kind == UNIX_FILE ? null : "devices";
  }

  /** Why it cannot be read, whatever its bytes are; null if it can. */
  Member.@Nullable Damaged unreadable() {
    if (isEncrypted()) {
      return damaged(RejectionReason.ENCRYPTED, "It is encrypted.");
    }
    if (!ZipMethod.isRead(method)) {
      return damaged(
          RejectionReason.UNSUPPORTED_COMPRESSION,
          "Compressed by " + ZipMethod.name(method) + ", which is not read.");
    }
    return null;
  }

  Member.Damaged damaged(RejectionReason reason, String message) {
    return new Member.Damaged(name(), offset, reason, message);
  }
}
