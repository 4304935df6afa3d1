package io.dateline.batch.settings;

import io.dateline.source.container.RecordFields;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of fields in JSON Lines and of columns in CSV files, by what they mean; they win over the
 * built-in names. Case does not count; {@code meta.url} is the field {@code url} of the object
 * {@code meta}.
 *
 * @param text the text
 * @param html the document as HTML; it wins over text
 * @param id the record's id
 * @param url whence the document was fetched
 * @param captured when it was fetched
 * @param entry what names the entry in place of its line
 * @param headline the headline
 * @param alternativeHeadline subtitle or kicker
 * @param datePublished date of publication
 * @param dateModified date of the last change
 * @param author people, one or several
 * @param publisher the paper
 * @param sourceOrganization the agency
 * @param articleSection the section
 * @param keywords keywords, one or several
 * @param description the abstract
 * @param image address of a picture
 * @param inLanguage the language's tag
 */
public record RecordSettings(
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> text,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> html,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> id,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> url,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> captured,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> entry,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> headline,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> alternativeHeadline,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> datePublished,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> dateModified,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> author,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> publisher,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> sourceOrganization,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> articleSection,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> keywords,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> description,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> image,
    @Size(max = MAX_NAMES) List<@NotBlank @Size(max = MAX_LENGTH) String> inLanguage) {

  private static final int MAX_NAMES = 50;
  private static final int MAX_LENGTH = 200;

  /** No names beside the built-in ones. */
  public static final RecordSettings NONE =
      new RecordSettings(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of());

  public RecordSettings {
    text = List.copyOf(text);
    html = List.copyOf(html);
    id = List.copyOf(id);
    url = List.copyOf(url);
    captured = List.copyOf(captured);
    entry = List.copyOf(entry);
    headline = List.copyOf(headline);
    alternativeHeadline = List.copyOf(alternativeHeadline);
    datePublished = List.copyOf(datePublished);
    dateModified = List.copyOf(dateModified);
    author = List.copyOf(author);
    publisher = List.copyOf(publisher);
    sourceOrganization = List.copyOf(sourceOrganization);
    articleSection = List.copyOf(articleSection);
    keywords = List.copyOf(keywords);
    description = List.copyOf(description);
    image = List.copyOf(image);
    inLanguage = List.copyOf(inLanguage);
  }

  /**
   * One name under two meanings.
   *
   * @param first the setting that has it first, as {@code alternative-headline}
   * @param second the other
   */
  record Conflict(String name, String first, String second) {}

  /** A name that is to mean two things, or null if none is. Several names may mean one thing. */
  @Nullable Conflict conflict() {
    Map<String, String> settings = new HashMap<>();
    for (Meaning meaning : meanings()) {
      for (String name : meaning.names()) {
        String known = settings.putIfAbsent(name.toLowerCase(Locale.ROOT), meaning.setting());
        if (known != null && !known.equals(meaning.setting())) {
          return new Conflict(name, known, meaning.setting());
        }
      }
    }
    return null;
  }

  /** The built-in names and these before them. */
  public RecordFields fields() {
    RecordFields fields = RecordFields.DEFAULTS;
    for (Meaning meaning : meanings()) {
      fields = fields.preferring(meaning.property(), meaning.names());
    }
    return fields;
  }

  private record Meaning(String setting, String property, List<String> names) {}

  private List<Meaning> meanings() {
    return List.of(
        new Meaning("text", RecordFields.TEXT, text),
        new Meaning("html", RecordFields.HTML, html),
        new Meaning("id", RecordFields.ID, id),
        new Meaning("url", RecordFields.URL, url),
        new Meaning("captured", RecordFields.CAPTURED, captured),
        new Meaning("entry", RecordFields.ENTRY, entry),
        new Meaning("headline", "headline", headline),
        new Meaning("alternative-headline", "alternativeHeadline", alternativeHeadline),
        new Meaning("date-published", "datePublished", datePublished),
        new Meaning("date-modified", "dateModified", dateModified),
        new Meaning("author", "author", author),
        new Meaning("publisher", "publisher", publisher),
        new Meaning("source-organization", "sourceOrganization", sourceOrganization),
        new Meaning("article-section", "articleSection", articleSection),
        new Meaning("keywords", "keywords", keywords),
        new Meaning("description", "description", description),
        new Meaning("image", "image", image),
        new Meaning("in-language", "inLanguage", inLanguage));
  }
}
