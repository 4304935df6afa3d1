package io.dateline.extract;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Dateline;
import io.dateline.article.Quote;
import io.dateline.article.TextDocument;
import io.dateline.extract.headline.HeadlineChooser.Headline;
import io.dateline.extract.text.CleanText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article while its fields are being filled, by one thread. */
final class Draft {

  @Nullable String url;
  @Nullable String publisher;
  @Nullable String headline;
  @Nullable String alternativeHeadline;
  @Nullable String datePublished;
  @Nullable String datePublishedRaw;
  boolean dateOrderAssumed;
  @Nullable String dateModified;
  @Nullable Dateline dateline;
  @Nullable String dateCreated;

  /** The byline that stands in the story's first line, before the dateline's places. */
  @Nullable String filedBy;

  /** The agency in front of the story's first words, where no dateline is. */
  @Nullable String openingAgency;

  /** The agency that signs the story at its end. */
  @Nullable String signature;

  @Nullable String provider;
  @Nullable String byline;
  List<String> authors = List.of();
  @Nullable String articleSection;
  List<String> keywords = List.of();
  @Nullable String inLanguage;
  @Nullable String abstractText;
  List<String> paragraphs = List.of();
  List<Quote> quotes = List.of();
  @Nullable String image;

  private final Map<ArticleField, String> sources = new EnumMap<>(ArticleField.class);

  void source(ArticleField field, String source) {
    sources.put(field, source);
  }

  void headline(@Nullable Headline chosen) {
    if (chosen != null) {
      headline = CleanText.clean(chosen.text());
      source(ArticleField.HEADLINE, chosen.source());
    }
  }

  Article article(TextDocument document, int wordCount) {
    return new Article(
        document,
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
        Fingerprint.of(headline, paragraphs),
        sources,
        ExtractorVersion.CURRENT);
  }
}
