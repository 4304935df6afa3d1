package io.dateline.output;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Dateline;
import io.dateline.article.Outcome.Accepted;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of {@code articles.csv}, in order. */
public enum ArticleColumn implements Column<Accepted> {
  ARTICLE_ID(Type.CODE, of(a -> a.document().id().articleId())),
  COLLECTION(Type.TEXT, of(a -> a.document().id().collection())),
  SOURCE_PATH(Type.TEXT, of(a -> a.document().id().sourcePath())),
  ENTRY_NAME(Type.TEXT, of(a -> emptyToNull(a.document().id().entryName()))),
  RECORD_ID(Type.TEXT, text(a -> a.document().capture().recordId())),
  URL(Type.TEXT, text(Article::url)),
  PUBLISHER(Type.TEXT, text(Article::publisher)),
  HEADLINE(Type.TEXT, text(Article::headline)),
  ALTERNATIVE_HEADLINE(Type.TEXT, text(Article::alternativeHeadline)),
  DATE_PUBLISHED(Type.CODE, of(Article::datePublished)),
  DATE_PUBLISHED_RAW(Type.TEXT, text(Article::datePublishedRaw)),
  DATE_MODIFIED(Type.CODE, of(Article::dateModified)),
  CAPTURE_DATE(Type.CODE, of(a -> a.document().capture().date())),
  DATELINE(Type.TEXT, text(ofDateline(Dateline::raw))),
  DATELINE_PLACE(
      Type.TEXT, of(a -> a.dateline() == null ? null : CellText.join(a.dateline().places()))),
  DATELINE_REGION(Type.TEXT, text(ofDateline(Dateline::region))),
  DATELINE_COUNTRY(Type.CODE, of(ofDateline(Dateline::country))),
  DATELINE_LATITUDE(Type.DECIMAL, of(ofDateline(Dateline::latitude))),
  DATELINE_LONGITUDE(Type.DECIMAL, of(ofDateline(Dateline::longitude))),
  DATELINE_MONTH(Type.INTEGER, of(ofDateline(Dateline::month))),
  DATELINE_DAY(Type.INTEGER, of(ofDateline(Dateline::day))),
  DATE_CREATED(Type.CODE, of(Article::dateCreated)),
  PROVIDER(Type.TEXT, text(Article::provider)),
  BYLINE(Type.TEXT, text(Article::byline)),
  AUTHORS(Type.TEXT, of(a -> CellText.join(a.authors()))),
  ARTICLE_SECTION(Type.TEXT, text(Article::articleSection)),
  KEYWORDS(Type.TEXT, of(a -> CellText.join(a.keywords()))),
  IN_LANGUAGE(Type.CODE, of(Article::inLanguage)),
  ABSTRACT(Type.TEXT, text(Article::abstractText)),
  ARTICLE_BODY(Type.TEXT, text(Article::body)),
  WORD_COUNT(Type.INTEGER, of(Article::wordCount)),
  PARAGRAPH_COUNT(Type.INTEGER, of(a -> a.paragraphs().size())),
  QUOTE_COUNT(Type.INTEGER, of(a -> a.quotes().size())),
  IMAGE(Type.TEXT, text(Article::image)),
  MEDIA_TYPE(Type.CODE, of(a -> a.document().mediaType())),
  CHARSET(Type.CODE, of(a -> a.document().charset())),
  SIZE_BYTES(Type.INTEGER, of(a -> a.document().sizeBytes())),
  CONTENT_SHA256(Type.CODE, of(Article::contentSha256)),
  FIELD_SOURCES(Type.TEXT, text(a -> fieldSources(a.sources()))),
  WARNINGS(Type.CODE, row -> emptyToNull(String.join("; ", row.warnings()))),
  EXTRACTOR_VERSION(Type.CODE, of(Article::extractorVersion));

  private final Type type;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<Accepted, @Nullable Object> value;

  ArticleColumn(Type type, Function<Accepted, @Nullable Object> value) {
    this.type = type;
    this.value = value;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public @Nullable Object value(Accepted row) {
    return value.apply(row);
  }

  private static Function<Accepted, @Nullable Object> of(Function<Article, @Nullable Object> of) {
    return row -> of.apply(row.article());
  }

  private static Function<Accepted, @Nullable Object> text(
      Function<Article, @Nullable String> text) {
    return row -> CellText.clean(text.apply(row.article()));
  }

  private static <T> Function<Article, @Nullable T> ofDateline(
      Function<Dateline, @Nullable T> part) {
    return article -> article.dateline() == null ? null : part.apply(article.dateline());
  }

  private static String fieldSources(Map<ArticleField, String> sources) {
    return sources.entrySet().stream()
        .map(e -> e.getKey().column() + "=" + e.getValue())
        .collect(Collectors.joining("; "));
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
