package io.dateline.batch.extract;

import io.dateline.article.EntryId;
import io.dateline.batch.settings.ExtractionSettings;
import io.dateline.batch.settings.ExtractionSettings.SourceSettings;
import io.dateline.extract.body.JobPhrase;
import io.dateline.extract.body.Phrases.Kind;
import io.dateline.page.CssSelector;
import io.dateline.page.HostName;
import io.dateline.page.SelectedField;
import io.dateline.page.SourceSelectors;
import io.dateline.source.PathPattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Hands the stages what a job file says of its papers, in their own words. */
final class JobKnowledge {

  private JobKnowledge() {}

  static List<JobPhrase> phrases(ExtractionSettings settings) {
    List<JobPhrase> phrases = new ArrayList<>();
    settings.phrases().end().forEach(text -> phrases.add(new JobPhrase(Kind.END, text)));
    settings.phrases().aside().forEach(text -> phrases.add(new JobPhrase(Kind.BREAK, text)));
    settings.phrases().drop().forEach(text -> phrases.add(new JobPhrase(Kind.DROP, text)));
    return phrases;
  }

  static List<SourceSelectors> sources(ExtractionSettings settings) {
    List<SourceSelectors> sources = new ArrayList<>();
    for (SourceSettings source : settings.sources()) {
      sources.add(source("extraction.sources[" + sources.size() + "]", source));
    }
    return sources;
  }

  private static SourceSelectors source(String name, SourceSettings source) {
    Map<SelectedField, CssSelector> fields = new EnumMap<>(SelectedField.class);
    for (SelectedField field : SelectedField.values()) {
      String selector = selector(field, source);
      if (!selector.isEmpty()) {
        fields.put(field, CssSelector.of(selector));
      }
    }
    return new SourceSelectors(
        name,
        entries(source),
        source.host().isEmpty() ? null : HostName.of(source.host()),
        source.story().isEmpty() ? null : CssSelector.of(source.story()),
        source.remove().stream().map(CssSelector::of).toList(),
        fields);
  }

  private static String selector(SelectedField field, SourceSettings source) {
    return switch (field) {
      case HEADLINE -> source.headline();
      case ALTERNATIVE_HEADLINE -> source.alternativeHeadline();
      case DATE_PUBLISHED -> source.datePublished();
      case DATE_MODIFIED -> source.dateModified();
      case AUTHORS -> source.authors();
      case ARTICLE_SECTION -> source.articleSection();
    };
  }

  private static Predicate<EntryId> entries(SourceSettings source) {
    Predicate<EntryId> fits = id -> true;
    if (!source.collection().isEmpty()) {
      fits = fits.and(id -> id.collection().equals(source.collection()));
    }
    if (!source.path().isEmpty()) {
      PathPattern pattern = PathPattern.of(source.path());
      fits = fits.and(id -> pattern.matches(id.sourcePath()));
    }
    return fits;
  }
}
