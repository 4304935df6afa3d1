package io.dateline.source.container;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;

/**
 * The media type that somebody declared for a payload.
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
    MediaType type = MediaType.parseLeniently(declaration);
    String name = (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT).strip();
    boolean usable = name.length() > 2 && !name.startsWith("/") && !name.endsWith("/");
    return new PayloadType(
        usable && !UNKNOWN.contains(name) && name.indexOf('*') < 0 ? name : null,
        charset(type.parameters()));
  }

  private static @Nullable String charset(Map<String, String> parameters) {
    for (Map.Entry<String, String> parameter : List.copyOf(parameters.entrySet())) {
      if (parameter.getKey().equalsIgnoreCase("charset") && !parameter.getValue().isBlank()) {
        return parameter.getValue().strip();
      }
    }
    return null;
  }
}
