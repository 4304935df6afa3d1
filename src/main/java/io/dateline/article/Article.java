package io.dateline.article;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A news article in <a href="https://schema.org/NewsArticle">schema.org NewsArticle</a> terms. A
 * field that could not be found is null or empty, never invented.
 *
 * @param document the text it was extracted from: names, media type, charset, size, capture
 * @param url canonical URL
 * @param publisher site or newspaper, as the page names it
 * @param headline without site name, section or repeated copies
 * @param alternativeHeadline subtitle, standfirst or kicker
 * @param datePublished ISO 8601, a date or a date with time, offset only where the page gives one
 * @param datePublishedRaw as printed or as in the metadata
 * @param dateOrderAssumed whether day and month of datePublished could be the other way round, and
 *     nothing tells: English without a region, or an unknown language
 * @param dateModified ISO 8601 likewise
 * @param dateline the parsed dateline of the story
 * @param dateCreated ISO 8601 date of filing
 * @param provider news agency or source credited
 * @param byline as printed
 * @param authors people only, in reading order
 * @param articleSection as the page gives it
 * @param keywords as the page gives them
 * @param inLanguage BCP 47 tag of the body
 * @param abstractText the page's own description, else the first paragraph without its dateline
 * @param paragraphs the paragraphs of the story; the first without its dateline
 * @param wordCount words of the body that hold a letter or digit, by UAX 29
 * @param quotes in order of their place in the body
 * @param image URL of the main picture
 * @param contentSha256 64 hex digits over headline and body, case, space and punctuation folded
 * @param sources where each filled field came from
 * @param extractorVersion version of the extraction rules that made it
 */
public record Article(
    TextDocument document,
    @Nullable String url,
    @Nullable String publisher,
    @Nullable String headline,
    @Nullable String alternativeHeadline,
    @Nullable String datePublished,
    @Nullable String datePublishedRaw,
    boolean dateOrderAssumed,
    @Nullable String dateModified,
    @Nullable Dateline dateline,
    @Nullable String dateCreated,
    @Nullable String provider,
    @Nullable String byline,
    List<String> authors,
    @Nullable String articleSection,
    List<String> keywords,
    @Nullable String inLanguage,
    @Nullable String abstractText,
    List<String> paragraphs,
    int wordCount,
    List<Quote> quotes,
    @Nullable String image,
    String contentSha256,
    Map<ArticleField, String> sources,
    String extractorVersion) {

  /** What stands between two paragraphs of {@link #body()}. */
  public static final String PARAGRAPH_BREAK = "\n\n";

  public Article {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
    paragraphs = List.copyOf(paragraphs);
    quotes = List.copyOf(quotes);
    Map<ArticleField, String> ordered = new EnumMap<>(ArticleField.class);
    ordered.putAll(sources);
    sources = Collections.unmodifiableMap(ordered);
  }

  /** The paragraphs joined by one blank line. */
  public String body() {
    return String.join(PARAGRAPH_BREAK, paragraphs);
  }

  /** The same article with the text it came from let go, so that a chunk holds articles only. */
  public Article withoutSource() {
    return new Article(
        new TextDocument(
            document.id(),
            "",
            document.mediaType(),
            document.charset(),
            document.replacementCharacters(),
            document.sizeBytes(),
            document.capture().withoutStatements()),
        url,
        publisher,
        headline,
        alternativeHeadline,
        datePublished,
        datePublishedRaw,
        dateOrderAssumed,
        dateModified,
        dateline,
        dateCreated,
        provider,
        byline,
        authors,
        articleSection,
        keywords,
        inLanguage,
        abstractText,
        paragraphs,
        wordCount,
        quotes,
        image,
        contentSha256,
        sources,
        extractorVersion);
  }
}
