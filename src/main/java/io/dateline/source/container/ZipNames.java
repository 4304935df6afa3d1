package io.dateline.source.container;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the names of a zip's members. In this order: Info-ZIP's Unicode path (APPNOTE 4.6.9) if
 * it was made for this name; UTF-8 if the name is valid UTF-8, whether the zip says so or not, for
 * many programs forget to; else code page 437, which APPNOTE D.1 names and which keeps every byte
 * apart from every other. A name in another code page is thus misspelt, always in the same way.
 */
final class ZipNames {

  private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");
  private static final int UNICODE_PATH = 0x7075;
  private static final int UNICODE_PATH_NAME_AT = 5;

  private ZipNames() {}

  static String decode(byte[] raw, boolean saysUtf8, byte[] extra) {
    String name = saysUtf8 ? MemberNames.decodeUtf8(raw) : unicodePath(raw, extra);
    if (name == null) {
      name = MemberNames.decodeUtf8(raw);
    }
    return name == null ? new String(raw, CODE_PAGE_437) : name;
  }

  private static @Nullable String unicodePath(byte[] raw, byte[] extra) {
    byte[] field = ZipFields.find(extra, UNICODE_PATH);
    if (field == null || field.length < UNICODE_PATH_NAME_AT || field[0] != 1) {
      return null;
    }
    CRC32 crc = new CRC32();
    crc.update(raw);
    if (crc.getValue() != ZipFields.u32(field, 1)) {
      return null;
    }
    return MemberNames.decodeUtf8(Arrays.copyOfRange(field, UNICODE_PATH_NAME_AT, field.length));
  }
}
