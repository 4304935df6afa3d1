package io.dateline.source.container;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The media type that somebody declared for a payload; parsed here, since jwarc's parser throws on
 * what servers send.
 *
 * @param name without parameters, in lower case; null if nothing usable was declared
 * @param charset its parameter {@code charset}, null if there is none
 */
record PayloadType(@Nullable String name, @Nullable String charset) {

  private static final int MAX_CHARS = 512;

  /** Types of pages and texts. */
  private static final Set<String> DOCUMENTS =
      Set.of(
          "text/html",
          "text/plain",
          "text/markdown",
          "text/x-markdown",
          "application/xhtml+xml",
          "application/vnd.wap.xhtml+xml");

  /** What servers and crawlers say that do not know: the content must tell. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "application/octet-stream",
          "binary/octet-stream",
          "application/unknown",
          "application/x-unknown",
          "unknown/unknown",
          "text/unknown");

  /** Kinds of what is passed over, by the first half of the type. */
  private static final Set<String> NAMED_KINDS =
      Set.of("image", "video", "audio", "font", "application");

  /** The first of these declarations that is a media type. */
  static PayloadType of(@Nullable String... declarations) {
    for (String declaration : declarations) {
      if (declaration != null && declaration.length() <= MAX_CHARS) {
        PayloadType type = parse(declaration);
        if (type.name() != null) {
          return type;
        }
      }
    }
    return new PayloadType(null, null);
  }

  /** Whether a payload of this type may be a document; one of an unknown type may. */
  boolean mayBeDocument() {
    return name == null || DOCUMENTS.contains(name);
  }

  /** What a payload of this type is passed over as: {@code image payloads}. */
  String kind() {
    String half = name == null ? "" : name.substring(0, name.indexOf('/'));
    if (half.equals("text")) {
      return "text payloads that are no pages";
    }
    return NAMED_KINDS.contains(half) ? half + " payloads" : "other payloads";
  }

  private static PayloadType parse(String declaration) {
    int end = declaration.indexOf(';');
    String name =
        (end < 0 ? declaration : declaration.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    int slash = name.indexOf('/');
    boolean usable = slash > 0 && slash < name.length() - 1 && !UNKNOWN.contains(name);
    return new PayloadType(
        usable && isPlain(name) ? name : null,
        end < 0 ? null : charset(declaration.substring(end + 1)));
  }

  /** Whether it has the characters of media types alone: it may be printed. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "/+-._".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String charset(String parameters) {
    for (String parameter : parameters.split(";", 32)) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
        String value = parameter.substring(equals + 1).replace("\"", "").replace("'", "").strip();
        return value.isEmpty() ? null : value;
      }
    }
    return null;
  }
}
