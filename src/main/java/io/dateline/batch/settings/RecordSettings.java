package io.dateline.batch.settings;

import io.dateline.source.container.RecordFields;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

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

  /** The built-in names and these before them. */
  public RecordFields fields() {
    return RecordFields.DEFAULTS
        .preferring(RecordFields.TEXT, text)
        .preferring(RecordFields.HTML, html)
        .preferring(RecordFields.ID, id)
        .preferring(RecordFields.URL, url)
        .preferring(RecordFields.CAPTURED, captured)
        .preferring(RecordFields.ENTRY, entry)
        .preferring("headline", headline)
        .preferring("alternativeHeadline", alternativeHeadline)
        .preferring("datePublished", datePublished)
        .preferring("dateModified", dateModified)
        .preferring("author", author)
        .preferring("publisher", publisher)
        .preferring("sourceOrganization", sourceOrganization)
        .preferring("articleSection", articleSection)
        .preferring("keywords", keywords)
        .preferring("description", description)
        .preferring("image", image)
        .preferring("inLanguage", inLanguage);
  }
}
