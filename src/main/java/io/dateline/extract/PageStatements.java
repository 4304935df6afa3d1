package io.dateline.extract;

import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.article.Trace;
import io.dateline.extract.Candidates.Chosen;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.headline.TitleSite;
import io.dateline.extract.label.Label;
import io.dateline.extract.text.CleanText;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fills the fields that a page states of itself: address, publisher, section, keywords,
 * description, picture, second headline. Order of trust for all: selectors of the job, the
 * newsroom's own format, the record that holds the page, JSON-LD, microdata, Open Graph, other meta
 * elements, Dublin Core, links, labels in the text; then what is peculiar to the field.
 */
final class PageStatements {

  private static final List<Source> ORDER =
      List.of(
          Source.SELECTOR,
          Source.NEWSROOM,
          Source.RECORD,
          Source.JSON_LD,
          Source.MICRODATA,
          Source.OPEN_GRAPH,
          Source.META,
          Source.DUBLIN_CORE,
          Source.LINK);

  /** Keywords of one story; longer lists are the site's. */
  private static final int MAX_KEYWORDS = 60;

  private static final int MAX_KEYWORD = 100;
  private static final int MAX_NAME = 120;

  /** Names of classes that stand around a subtitle. */
  private static final List<String> SUBTITLES =
      List.of(
          "subtitle",
          "sub-title",
          "subhead",
          "sub-head",
          "standfirst",
          "article-dek",
          "kicker",
          "article__dek",
          "article-summary__dek");

  private final Phrases phrases;

  PageStatements(Phrases phrases) {
    this.phrases = phrases;
  }

  void fill(Page page, PageSurvey survey, Draft draft, Trace trace) {
    url(page, survey, draft, trace);
    publisher(page, survey, draft, trace);
    alternativeHeadline(page, survey, draft, trace);
    section(page, survey, draft, trace);
    keywords(page, survey, draft, trace);
    description(page, survey, draft, trace);
    image(page, survey, draft, trace);
  }

  private static void url(Page page, PageSurvey survey, Draft draft, Trace trace) {
    Candidates<String> candidates =
        new Candidates<>(ArticleField.URL, raw -> Addresses.isAbsolute(raw) ? raw : null);
    candidates.addAll(page.metadata("url").filter(m -> m.source() == Source.LINK));
    candidates.addAll(ordered(page, "url").filter(m -> m.source() != Source.LINK));
    addLabels(candidates, survey, "url");
    candidates.add(page.document().capture().url(), Sources.CAPTURE);
    Chosen<String> chosen = candidates.choose(trace);
    if (chosen != null) {
      draft.url = chosen.value();
      draft.source(ArticleField.URL, chosen.source());
    }
  }

  private static void publisher(Page page, PageSurvey survey, Draft draft, Trace trace) {
    Candidates<String> candidates =
        new Candidates<>(
            ArticleField.PUBLISHER,
            raw -> raw.length() <= MAX_NAME && !Addresses.isAbsolute(raw) ? raw : null);
    candidates.addAll(ordered(page, "publisher"));
    addLabels(candidates, survey, "publisher");
    String headline = draft.headline;
    if (headline != null) {
      page.metadata("headline")
          .filter(m -> m.source() == Source.TITLE_ELEMENT)
          .forEach(
              m ->
                  TitleSite.of(m.value(), headline)
                      .ifPresent(site -> candidates.add(site, Sources.TITLE)));
      if (!page.document().isHtml() && !page.blocks().isEmpty()) {
        TitleSite.of(page.blocks().get(0).text(), headline)
            .ifPresent(site -> candidates.add(site, Sources.TITLE));
      }
    }
    Chosen<String> chosen = candidates.choose(trace);
    if (chosen != null) {
      draft.publisher = CleanText.clean(chosen.value());
      draft.source(ArticleField.PUBLISHER, chosen.source());
    }
  }

  private void alternativeHeadline(Page page, PageSurvey survey, Draft draft, Trace trace) {
    String headline = draft.headline == null ? "" : Folding.fold(draft.headline);
    Candidates<String> candidates =
        new Candidates<>(
            ArticleField.ALTERNATIVE_HEADLINE,
            raw -> raw.length() > 300 || Folding.fold(raw).equals(headline) ? null : raw);
    candidates.addAll(ordered(page, "alternativeHeadline"));
    addLabels(candidates, survey, "alternativeHeadline");
    if (draft.headline != null) {
      candidates.add(
          new Standfirst(page, survey, phrases)
              .of(draft.headline, draft.paragraphs, draft.dateline),
          Sources.TEXT);
    }
    for (Block block : page.blocks()) {
      if (!block.isBesideTheStory()
          && block.linkDensity() < 0.5
          && !block.hints().isEmpty()
          && SUBTITLES.stream().anyMatch(nearest(block)::contains)) {
        candidates.add(block.text(), Sources.TEXT);
        break;
      }
    }
    Chosen<String> chosen = candidates.choose(trace);
    if (chosen != null) {
      draft.alternativeHeadline = CleanText.clean(chosen.value());
      draft.source(ArticleField.ALTERNATIVE_HEADLINE, chosen.source());
    }
  }

  /** The nearest names around a block: those of the whole page say nothing of it. */
  private static String nearest(Block block) {
    return block.hints().length() > 80 ? block.hints().substring(0, 80) : block.hints();
  }

  private static void section(Page page, PageSurvey survey, Draft draft, Trace trace) {
    Candidates<String> candidates =
        new Candidates<>(
            ArticleField.ARTICLE_SECTION,
            raw -> raw.length() <= MAX_NAME && !Addresses.isAbsolute(raw) ? raw : null);
    candidates.addAll(ordered(page, "articleSection"));
    addLabels(candidates, survey, "articleSection");
    Chosen<String> chosen = candidates.choose(trace);
    if (chosen != null) {
      draft.articleSection = CleanText.clean(chosen.value());
      draft.source(ArticleField.ARTICLE_SECTION, chosen.source());
    }
  }

  /** All statements of the first source that has any: other sources repeat them in other words. */
  private static void keywords(Page page, PageSurvey survey, Draft draft, Trace trace) {
    Candidates<List<String>> candidates =
        new Candidates<>(
            ArticleField.KEYWORDS,
            raw -> {
              List<String> words = split(raw);
              return words.isEmpty() ? null : words;
            });
    List<Metadatum> all = ordered(page, "keywords").toList();
    for (int i = 0; i < all.size(); ) {
      Metadatum first = all.get(i);
      List<String> values = new ArrayList<>();
      while (i < all.size() && all.get(i).source() == first.source()) {
        values.add(all.get(i++).value());
      }
      candidates.add(String.join("\n", values), Sources.of(first));
    }
    addLabels(candidates, survey, "keywords");
    Chosen<List<String>> chosen = candidates.choose(trace);
    if (chosen != null) {
      draft.keywords = chosen.value();
      draft.source(ArticleField.KEYWORDS, chosen.source());
    }
  }

  private static List<String> split(String raw) {
    Set<String> words = new LinkedHashSet<>();
    int start = 0;
    for (int i = 0; i <= raw.length() && words.size() < MAX_KEYWORDS; i++) {
      if (i == raw.length() || ",;|\n、，；".indexOf(raw.charAt(i)) >= 0) {
        String word = Keywords.clean(CleanText.clean(raw.substring(start, i)));
        if (!word.isEmpty() && word.length() <= MAX_KEYWORD) {
          words.add(word);
        }
        start = i + 1;
      }
    }
    return List.copyOf(words);
  }

  private static void description(Page page, PageSurvey survey, Draft draft, Trace trace) {
    Candidates<String> candidates =
        new Candidates<>(ArticleField.ABSTRACT, raw -> raw.isBlank() ? null : raw);
    candidates.addAll(ordered(page, "description"));
    addLabels(candidates, survey, "description");
    if (!draft.paragraphs.isEmpty()) {
      candidates.add(draft.paragraphs.get(0), Sources.TEXT);
    }
    Chosen<String> chosen = candidates.choose(trace);
    if (chosen != null) {
      draft.abstractText = CleanText.clean(chosen.value());
      draft.source(ArticleField.ABSTRACT, chosen.source());
    }
  }

  private static void image(Page page, PageSurvey survey, Draft draft, Trace trace) {
    Candidates<String> candidates =
        new Candidates<>(ArticleField.IMAGE, raw -> Addresses.isPicture(raw) ? raw : null);
    candidates.addAll(ordered(page, "image"));
    addLabels(candidates, survey, "image");
    Chosen<String> chosen = candidates.choose(trace);
    if (chosen != null) {
      draft.image = chosen.value();
      draft.source(ArticleField.IMAGE, chosen.source());
    }
  }

  private static Stream<Metadatum> ordered(Page page, String property) {
    return page.metadata(property)
        .filter(m -> ORDER.contains(m.source()))
        .sorted(Comparator.comparingInt(m -> ORDER.indexOf(m.source())));
  }

  private static void addLabels(Candidates<?> candidates, PageSurvey survey, String property) {
    for (Label label : survey.labels()) {
      if (label.property().equals(property)) {
        candidates.add(label.value(), Sources.ofLabel(label.name()));
      }
    }
  }
}
