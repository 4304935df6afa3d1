package io.dateline.source;

import io.dateline.article.NewsroomFormat;
import io.dateline.article.RawDocument;
import io.dateline.article.TextDocument;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a document into text, and says what kind of content it is.
 *
 * <p>The kind is told from the content, never from the file's name: {@code text/html}, {@code
 * application/xhtml+xml}, {@code text/plain}, that of a {@code NewsroomFormat}, or the media type
 * of something that is no text to be read, for which text and charset are empty ({@code
 * application/octet-stream} if it is binary and nothing better is known).
 *
 * <p>The encoding is taken from, in this order: a byte order mark; valid UTF-8, which hardly any
 * text in another encoding is by chance; the transport's declaration ({@code Capture.charset});
 * HTML's declaration, with labels as in the <a href="https://encoding.spec.whatwg.org/">WHATWG
 * Encoding Standard</a>; detection. A declaration that the bytes belie is not believed. Never
 * throws on bad content: what fits no encoding becomes U+FFFD and is counted.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class DocumentDecoder {

  /** The text of {@code document}; an empty document gives empty {@code text/plain} in UTF-8. */
  public TextDocument decode(RawDocument document) {
    byte[] bytes = document.content();
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    if (mark != null) {
      return text(document, Decoding.decode(bytes, mark.length(), mark.charset()), null);
    }
    String binary = MagicNumber.mediaType(bytes);
    if (binary != null) {
      return nothing(document, binary);
    }
    Decoding utf8 = Decoding.utf8(bytes);
    if (utf8.text().indexOf('\0') >= 0) {
      TextCharset wide = Utf16Pattern.find(bytes);
      if (wide != null) {
        return text(document, Decoding.decode(bytes, 0, wide), null);
      }
    }
    if (BinaryContent.is(bytes)) {
      return nothing(document, MagicNumber.UNKNOWN_BINARY);
    }
    if (utf8.replacements() == 0 && !EscapedJapanese.is(utf8.text())) {
      return text(document, utf8, null);
    }
    String head = head(bytes);
    String markup = Markup.mediaType(head);
    return text(document, new CharsetChoice(document, utf8, head, markup).decode(), markup);
  }

  private static String head(byte[] bytes) {
    int length = Math.min(bytes.length, Markup.HEAD_CHARS);
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static TextDocument text(
      RawDocument document, Decoding decoding, @Nullable String known) {
    String text = decoding.text();
    String mediaType =
        known != null
            ? known
            : Markup.mediaType(text.substring(0, Math.min(text.length(), Markup.HEAD_CHARS)));
    if (mediaType.equals(Markup.JSON) && Markup.isNinjs(text)) {
      mediaType = NewsroomFormat.NINJS.mediaType();
    }
    if (!Markup.isReadable(mediaType)) {
      return nothing(document, mediaType);
    }
    return new TextDocument(
        document.id(),
        text,
        mediaType,
        decoding.charset().name(),
        decoding.replacements(),
        document.content().length,
        document.capture());
  }

  private static TextDocument nothing(RawDocument document, String mediaType) {
    return new TextDocument(
        document.id(), "", mediaType, "", 0, document.content().length, document.capture());
  }
}
