package io.dateline.validate;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.NewsroomFormat;
import io.dateline.article.RejectionReason;
import io.dateline.article.TextDocument;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that a document must keep before it is parsed, in order: not empty, of a format that is
 * read, decodable, with letters.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DocumentRules {

  /** The warning of a document with a few characters that could not be decoded. */
  public static final String REPLACEMENT_CHARACTERS = "REPLACEMENT_CHARACTERS";

  private static final String UNKNOWN_BINARY = "application/octet-stream";

  private static final Set<String> READ =
      Set.of("text/plain", "text/html", "application/xhtml+xml");

  private final ValidationSettings settings;

  public DocumentRules(ValidationSettings settings) {
    this.settings = settings;
  }

  /** What the rules say of {@code document}. */
  public Verdict check(TextDocument document) {
    return new Breaches(document, settings)
        .ask(RejectionReason.EMPTY, () -> empty(document))
        .ask(RejectionReason.UNSUPPORTED_FORMAT, () -> unsupported(document))
        .ask(RejectionReason.NOT_TEXT, () -> notText(document))
        .ask(RejectionReason.UNDECODABLE, () -> undecodable(document))
        .ask(RejectionReason.NO_LETTERS, () -> noLetters(document))
        .warn(REPLACEMENT_CHARACTERS, document.replacementCharacters() > 0)
        .verdict();
  }

  private static Optional<String> empty(TextDocument document) {
    if (document.sizeBytes() == 0) {
      return Optional.of("The document has no bytes.");
    }
    boolean blank =
        isRead(document.mediaType())
            && document.text().codePoints().allMatch(DocumentRules::isBlank);
    return blank ? Optional.of("The document is white space alone.") : Optional.empty();
  }

  private static Optional<String> unsupported(TextDocument document) {
    String type = document.mediaType();
    return isRead(type) || type.equals(UNKNOWN_BINARY)
        ? Optional.empty()
        : Optional.of("The format " + type + " is not read.");
  }

  private static Optional<String> notText(TextDocument document) {
    return document.mediaType().equals(UNKNOWN_BINARY)
        ? Optional.of("The content is binary and of no known format.")
        : Optional.empty();
  }

  private Optional<String> undecodable(TextDocument document) {
    int length = document.text().length();
    double ratio = length == 0 ? 0 : (double) document.replacementCharacters() / length;
    return ratio > settings.replacementRatio()
        ? Optional.of(
            document.replacementCharacters()
                + " of "
                + length
                + " characters could not be decoded as "
                + document.charset()
                + ".")
        : Optional.empty();
  }

  private static Optional<String> noLetters(TextDocument document) {
    return document.text().codePoints().noneMatch(UCharacter::isLetter)
        ? Optional.of("The text holds no letters.")
        : Optional.empty();
  }

  private static boolean isRead(String mediaType) {
    return READ.contains(mediaType) || NewsroomFormat.of(mediaType) != null;
  }

  private static boolean isBlank(int c) {
    return UCharacter.isUWhiteSpace(c) || c == 0xFEFF || c == 0x200B || c == 0;
  }
}
