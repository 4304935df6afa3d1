package io.dateline.source.container;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes the names of one container's members unique: the second of a name gets {@code #2}, or the
 * next number that no other member has. Names are remembered by 64 bits of their SHA-256, so that a
 * million of them take 25 MB; two names that share them would be told apart needlessly, and never
 * confused. Not safe for use by several threads.
 */
final class MemberNames {

  private static final int FIRST_SLOTS = 64;
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final MessageDigest digest = sha256();
  private long[] hashes = new long[FIRST_SLOTS];
  private int[] nextNumbers = new int[FIRST_SLOTS];
  private int count;

  /** This name, or one made of it that no member had yet. */
  String unique(String name) {
    int slot = slot(hash(name));
    if (nextNumbers[slot] == 0) {
      add(slot, hash(name));
      return name;
    }
    while (true) {
      String numbered = name + '#' + nextNumbers[slot]++;
      long hash = hash(numbered);
      int free = slot(hash);
      if (nextNumbers[free] == 0) {
        add(free, hash);
        return numbered;
      }
    }
  }

  private void add(int slot, long hash) {
    hashes[slot] = hash;
    nextNumbers[slot] = 2;
    count++;
    if (count > hashes.length / 4 * 3) {
      grow();
    }
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = nextNumbers;
    hashes = new long[oldHashes.length * 2];
    nextNumbers = new int[oldHashes.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        nextNumbers[slot] = oldNumbers[i];
      }
    }
  }

  /** The slot of this hash, or the free one where it belongs. */
  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (nextNumbers[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** What a name is remembered by. */
  long hash(String name) {
    return ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /**
   * A member's own name as it stands in an {@code entry_name}. Control characters and {@code %} are
   * percent-encoded, and so are halves of surrogate pairs and the {@code !} of a literal {@code
   * !/}, which would look like a container's end.
   */
  static String encode(String name) {
    StringBuilder out = null;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean half = Character.isSurrogate(c) && !isPaired(name, i);
      boolean joint = c == '!' && i + 1 < name.length() && name.charAt(i + 1) == '/';
      if (half || joint || c == '%' || Character.isISOControl(c)) {
        if (out == null) {
          out = new StringBuilder(name.length() + 8).append(name, 0, i);
        }
        appendEncoded(out, c);
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? name : out.toString();
  }

  private static boolean isPaired(String name, int i) {
    return Character.isHighSurrogate(name.charAt(i))
        ? i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(name.charAt(i - 1));
  }

  /** As UTF-8 would be of any char, surrogates too. */
  private static void appendEncoded(StringBuilder out, char c) {
    if (c < 0x80) {
      appendHex(out, c);
    } else if (c < 0x800) {
      appendHex(out, 0xC0 | (c >> 6));
      appendHex(out, 0x80 | (c & 0x3F));
    } else {
      appendHex(out, 0xE0 | (c >> 12));
      appendHex(out, 0x80 | ((c >> 6) & 0x3F));
      appendHex(out, 0x80 | (c & 0x3F));
    }
  }

  private static void appendHex(StringBuilder out, int b) {
    out.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
  }

  /** As {@link #encode(String)}; what is longer than so many characters is cut, and marked. */
  static String encode(String name, int mostCharacters) {
    String encoded = encode(name);
    if (encoded.length() <= mostCharacters) {
      return encoded;
    }
    int end = mostCharacters;
    if (Character.isHighSurrogate(encoded.charAt(end - 1))) {
      end--;
    }
    return encoded.substring(0, end) + '\u2026';
  }

  /** The text of these bytes, or null if they are no valid UTF-8. */
  static @Nullable String decodeUtf8(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** A name whose bytes were read as Latin-1: UTF-8 if it is that, else as it stands. */
  static String decodeLatin1(String name) {
    byte[] raw = name.getBytes(StandardCharsets.ISO_8859_1);
    if (Arrays.equals(raw, name.getBytes(StandardCharsets.UTF_8))
        || !name.equals(new String(raw, StandardCharsets.ISO_8859_1))) {
      return name;
    }
    String decoded = decodeUtf8(raw);
    return decoded == null ? name : decoded;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
