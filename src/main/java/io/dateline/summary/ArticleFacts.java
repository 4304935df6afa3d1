package io.dateline.summary;

import io.dateline.article.ArticleField;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the summaries want to know of one article.
 *
 * @param datePublished ISO 8601
 * @param filled the fields that are not empty
 * @param quotesBySpeaker how many quotes each speaker has; the key null for quotes without one
 */
public record ArticleFacts(
    @Nullable String datePublished,
    @Nullable String provider,
    @Nullable String place,
    @Nullable String country,
    @Nullable String publisher,
    @Nullable String language,
    @Nullable String section,
    String extractorVersion,
    Set<ArticleField> filled,
    Map<@Nullable String, Long> quotesBySpeaker) {

  private static final int MONTH_CHARS = "2016-09".length();
  private static final int DAY_CHARS = "2016-09-05".length();

  public ArticleFacts {
    // Neither copyOf takes a null key, and an empty set has no element to tell its type.
    filled = filled.isEmpty() ? EnumSet.noneOf(ArticleField.class) : EnumSet.copyOf(filled);
    quotesBySpeaker = new LinkedHashMap<>(quotesBySpeaker);
  }

  /** The same article with its quotes. */
  public ArticleFacts withQuotes(Map<@Nullable String, Long> ofSpeakers) {
    return new ArticleFacts(
        datePublished,
        provider,
        place,
        country,
        publisher,
        language,
        section,
        extractorVersion,
        filled,
        ofSpeakers);
  }

  /** Names every group that the article belongs to, and with how many rows. */
  public void groups(Visitor visitor) {
    one(visitor, Summary.ARTICLES_BY_DAY, GroupKey.of(day()));
    one(visitor, Summary.ARTICLES_BY_MONTH, GroupKey.of(prefix(MONTH_CHARS)));
    one(visitor, Summary.ARTICLES_BY_PROVIDER, GroupKey.of(provider));
    one(visitor, Summary.ARTICLES_BY_COUNTRY, GroupKey.of(country));
    one(visitor, Summary.ARTICLES_BY_PLACE, new GroupKey(place, country));
    one(visitor, Summary.ARTICLES_BY_PUBLISHER, GroupKey.of(publisher));
    one(visitor, Summary.ARTICLES_BY_LANGUAGE, GroupKey.of(language));
    one(visitor, Summary.ARTICLES_BY_SECTION, GroupKey.of(section));
    one(visitor, Summary.ARTICLES_BY_EXTRACTOR_VERSION, GroupKey.of(extractorVersion));
    quotesBySpeaker.forEach(
        (speaker, quotes) ->
            visitor.group(Summary.QUOTES_BY_SPEAKER, GroupKey.of(speaker), quotes, 0));
    for (ArticleField field : ArticleField.values()) {
      visitor.group(
          Summary.FIELDS_BY_PUBLISHER,
          new GroupKey(publisher, field.column()),
          1,
          filled.contains(field) ? 1 : 0);
    }
  }

  /** The day it was published, {@code 2016-09-05}; null where no more than a month is known. */
  public @Nullable String day() {
    return prefix(DAY_CHARS);
  }

  /** Whether it has a text at all: pages without headline and body would all be copies of one. */
  public boolean hasText() {
    return filled.contains(ArticleField.HEADLINE) || filled.contains(ArticleField.ARTICLE_BODY);
  }

  /** Names the groups whose distinct texts the article's text is one of. */
  public void textGroups(BiConsumer<Summary, GroupKey> visitor) {
    groups(
        (summary, key, rows, second) -> {
          if (summary.second() == Summary.Second.DISTINCT_TEXTS) {
            visitor.accept(summary, key);
          }
        });
  }

  private static void one(Visitor visitor, Summary summary, GroupKey key) {
    visitor.group(summary, key, 1, 0);
  }

  private @Nullable String prefix(int chars) {
    return datePublished == null || datePublished.length() < chars
        ? null
        : datePublished.substring(0, chars);
  }

  /** Hears of a group. */
  @FunctionalInterface
  public interface Visitor {
    /** The article adds so many rows to the group, and so much to its second count. */
    void group(Summary summary, GroupKey key, long rows, long second);
  }
}
