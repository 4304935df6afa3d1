package io.dateline.source.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes zips byte by byte, so that a test can write wrong ones. */
final class ZipBytes {

  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int UTF_8 = 1 << 11;
  static final int ENCRYPTED = 1;
  static final int DESCRIPTOR = 1 << 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** One member, with all that a zip says of it. */
  static final class Entry {
    byte[] name;
    byte[] localName;
    byte[] extra = {};
    int flags = UTF_8;
    int method = DEFLATED;
    int unixMode;
    byte[] packed;
    long crc;
    long size;

    Entry(String name, byte[] content) {
      this(name.getBytes(StandardCharsets.UTF_8), content, DEFLATED, Packing.deflate(content));
    }

    Entry(byte[] name, byte[] content, int method, byte[] packed) {
      this.name = name;
      this.localName = name;
      this.method = method;
      this.packed = packed;
      this.crc = Packing.crc(content);
      this.size = content.length;
    }
  }

  ZipBytes add(String name, byte[] content) {
    return add(new Entry(name, content));
  }

  ZipBytes add(Entry entry) {
    int offset = out.size();
    boolean descriptor = (entry.flags & DESCRIPTOR) != 0;
    u32(out, 0x04034b50);
    u16(out, 20);
    u16(out, entry.flags);
    u16(out, entry.method);
    u32(out, 0);
    u32(out, descriptor ? 0 : entry.crc);
    u32(out, descriptor ? 0 : entry.packed.length);
    u32(out, descriptor ? 0 : entry.size);
    u16(out, entry.localName.length);
    u16(out, 0);
    out.writeBytes(entry.localName);
    out.writeBytes(entry.packed);
    if (descriptor) {
      u32(out, 0x08074b50);
      u32(out, entry.crc);
      u32(out, entry.packed.length);
      u32(out, entry.size);
    }
    return list(entry, offset);
  }

  /** Lists a member in the directory alone, as though it began at this place. */
  ZipBytes list(Entry entry, long offset) {
    count++;
    u32(directory, 0x02014b50);
    u16(directory, 3 << 8 | 20);
    u16(directory, 20);
    u16(directory, entry.flags);
    u16(directory, entry.method);
    u32(directory, 0);
    u32(directory, entry.crc);
    u32(directory, entry.packed.length);
    u32(directory, entry.size);
    u16(directory, entry.name.length);
    u16(directory, entry.extra.length);
    u16(directory, 0);
    u16(directory, 0);
    u16(directory, 0);
    u16(directory, 0);
    u16(directory, entry.unixMode);
    u32(directory, offset);
    directory.writeBytes(entry.name);
    directory.writeBytes(entry.extra);
    return this;
  }

  /** Writes bytes where members stand. */
  ZipBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** The members alone, as in a zip whose end is missing. */
  byte[] members() {
    return out.toByteArray();
  }

  byte[] bytes() {
    return bytes(count);
  }

  /** The zip, with another number of members in its end record. */
  byte[] bytes(int members) {
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    u32(end, 0x06054b50);
    u32(end, 0);
    u16(end, members);
    u16(end, members);
    u32(end, directory.size());
    u32(end, out.size());
    u16(end, 0);
    return Packing.concat(out.toByteArray(), directory.toByteArray(), end.toByteArray());
  }

  static void u16(ByteArrayOutputStream out, int value) {
    out.write(value);
    out.write(value >> 8);
  }

  static void u32(ByteArrayOutputStream out, long value) {
    u16(out, (int) value);
    u16(out, (int) (value >> 16));
  }
}
