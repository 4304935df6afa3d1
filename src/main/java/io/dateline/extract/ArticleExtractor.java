package io.dateline.extract;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.Dateline;
import io.dateline.article.Metadatum;
import io.dateline.article.Page;
import io.dateline.article.TimeLimit;
import io.dateline.article.Trace;
import io.dateline.extract.Candidates.Chosen;
import io.dateline.extract.body.BodyFinder;
import io.dateline.extract.body.JobPhrase;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.body.StoryNotes;
import io.dateline.extract.credit.Agencies;
import io.dateline.extract.credit.Bylines;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.date.ParsedDate;
import io.dateline.extract.dateline.DatelineMatch;
import io.dateline.extract.dateline.DatelineParser;
import io.dateline.extract.dateline.StoryCredit;
import io.dateline.extract.headline.HeadlineChooser;
import io.dateline.extract.headline.HeadlineChooser.Headline;
import io.dateline.extract.label.LabelReader;
import io.dateline.extract.language.LanguageFinder;
import io.dateline.extract.quote.QuoteExtractor;
import io.dateline.extract.text.CleanText;
import io.dateline.extract.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page into an article: the story's body first, then every field from the sources that
 * compete for it. A field that no source gives stays empty.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ArticleExtractor {

  /** UTF-16 code units of the body that the language is told from. */
  private static final int LANGUAGE_SAMPLE = 2 * LanguageFinder.MAX_SAMPLE;

  /** Lines from the top of a plain text in which a dateline of its own may stand. */
  private static final int MAX_FIRST_LINES = 8;

  private final Phrases phrases;
  private final BodyFinder bodies;
  private final Agencies agencies = new Agencies();
  private final PersonNames names = new PersonNames(agencies);
  private final Bylines bylines = new Bylines(names, agencies);
  private final DateParser dateParser = new DateParser();

  private final DatelineParser datelines = new DatelineParser();
  private final LabelReader labels;
  private final LanguageFinder languages = new LanguageFinder();
  private final HeadlineChooser headlines = new HeadlineChooser();
  private final Dates dates;
  private final Credits credits = new Credits(bylines, names, dateParser);
  private final PageStatements statements;
  private final QuoteExtractor quotes = new QuoteExtractor();

  /** An extractor that knows no phrases but the built-in ones. */
  public ArticleExtractor() {
    this(List.of());
  }

  /** An extractor that knows a job's own phrases as well. */
  public ArticleExtractor(List<JobPhrase> own) {
    this.phrases = new Phrases(own);
    this.bodies = new BodyFinder(phrases);
    this.labels = new LabelReader(new LabelValues(dateParser, names, phrases)::fits);
    this.dates = new Dates(labels);
    this.statements = new PageStatements(phrases);
  }

  /** The article on a page, however long that takes. */
  public Article extract(Page page, Trace trace) {
    return extract(page, trace, TimeLimit.NONE);
  }

  /**
   * The article on {@code page}, with empty fields where it says nothing; without paragraphs if the
   * page holds no story.
   *
   * @param trace hears of every candidate of every field and of every block
   * @throws TimeLimit.ExceededException if the time is over between two steps
   */
  public Article extract(Page page, Trace trace, TimeLimit time) {
    time.check();
    Draft draft = new Draft();
    trace.selected(page.selected());
    PageSurvey survey = PageSurvey.of(page, labels, bylines, agencies, dateParser);
    time.check();
    int opening = StorySearch.opening(page, datelines::opens);
    Titles titles = Titles.of(page, survey, phrases, names, opening);
    time.check();
    StoryNotes notes = StorySearch.notes(page, survey, titles, opening);
    Set<Integer> selected = page.selected().story();
    List<Block> story =
        page.selected().marked() != null
            ? MarkedStory.of(page, survey, trace)
            : selected.isEmpty()
                ? bodies.find(page.blocks(), notes, trace)
                : bodies.within(page.blocks(), selected, notes, trace);
    int first = story.isEmpty() ? -1 : story.get(0).index();
    int last = story.isEmpty() ? -1 : story.get(story.size() - 1).index();

    time.check();
    Headline headline =
        headlines.choose(titles.candidates(), titles.siteNames(), trace).orElse(null);
    draft.headline(headline);
    List<String> paragraphs = paragraphs(page, story, headline, draft);
    draft.inLanguage = language(page, paragraphs, draft, trace);
    time.check();
    paragraphs = withoutDateline(paragraphs, draft, trace);
    if (draft.dateline == null) {
      StatedDateline stated = StatedDateline.of(page, datelines, paragraphs, draft.inLanguage);
      if (stated == null) {
        stated = StatedDateline.labelled(survey.labels(), datelines, draft.inLanguage);
      }
      if (stated != null) {
        keep(stated.dateline(), stated.source(), draft, trace, "stated by the document");
      }
    }
    if (draft.dateline == null && !page.document().isHtml()) {
      datelineAmongTheFirstLines(page, draft, trace);
    }
    draft.paragraphs = paragraphs;

    time.check();
    DateHints hints = new DateHints(hintLanguage(page, draft.inLanguage), DayOrder.shown(survey));
    published(page, survey, first, last, hints, draft, trace);
    time.check();
    credits(page, survey, titles, story, draft, trace);
    statements.fill(page, survey, draft, trace);
    draft.abstractText = abstractWithoutDateline(draft);
    time.check();
    draft.quotes = quotes.extract(paragraphs, draft.inLanguage);
    return draft.article(page.document(), Words.count(paragraphs));
  }

  /** The story's text; the page's own articleBody where hardly any of it is visible. */
  private List<String> paragraphs(
      Page page, List<Block> story, @Nullable Headline headline, Draft draft) {
    List<String> visible = new ArrayList<>();
    for (Block block : story) {
      String text = CleanText.clean(block.text());
      boolean repeatsHeadline =
          visible.isEmpty() && headline != null && text.equals(headline.text());
      if (!text.isEmpty() && !repeatsHeadline) {
        visible.add(text);
      }
    }
    withoutSignOff(visible, draft);
    String marked = page.selected().marked();
    if (marked != null) {
      if (!visible.isEmpty()) {
        draft.source(ArticleField.ARTICLE_BODY, Sources.ofNewsroom(marked));
      }
      return List.copyOf(visible);
    }
    String selector = page.selected().storySelector();
    if (selector != null) {
      draft.source(ArticleField.ARTICLE_BODY, Sources.ofSelector(selector));
      return List.copyOf(visible);
    }
    Metadatum stated = StorySearch.statedBody(page);
    if (stated != null && StorySearch.isMissing(visible, stated.value())) {
      draft.source(ArticleField.ARTICLE_BODY, Sources.of(stated));
      return List.of(CleanText.clean(stated.value()));
    }
    if (!visible.isEmpty()) {
      draft.source(ArticleField.ARTICLE_BODY, Sources.TEXT);
    }
    return List.copyOf(visible);
  }

  /** Takes the agency's signature off the story's end, and notes whose it is. */
  private void withoutSignOff(List<String> paragraphs, Draft draft) {
    int end = paragraphs.size() - 1;
    if (end > 0) {
      draft.signature = SignOff.agencyOf(paragraphs.get(end), agencies).orElse(null);
      if (draft.signature != null) {
        paragraphs.remove(end);
        return;
      }
    }
    if (end >= 0) {
      String whole = paragraphs.get(end);
      String cut = SignOff.cut(whole, agencies);
      if (cut.length() < whole.length()) {
        draft.signature = SignOff.agencyOf(whole.substring(cut.length()), agencies).orElse(null);
        paragraphs.set(end, cut);
      }
    }
  }

  private @Nullable String language(Page page, List<String> paragraphs, Draft draft, Trace trace) {
    int length = paragraphs.stream().mapToInt(String::length).sum() + paragraphs.size();
    StringBuilder sample = new StringBuilder(Math.min(length, 2 * LANGUAGE_SAMPLE));
    for (String paragraph : paragraphs) {
      if (sample.length() >= LANGUAGE_SAMPLE) {
        break;
      }
      sample.append(paragraph, 0, Math.min(paragraph.length(), LANGUAGE_SAMPLE)).append(' ');
    }
    if (sample.isEmpty() && draft.headline != null) {
      sample.append(draft.headline);
    }
    List<Metadatum> declared = page.metadata("inLanguage").toList();
    Optional<LanguageFinder.Choice> choice =
        languages.find(sample.toString(), declared.stream().map(Metadatum::value).toList());
    if (choice.isEmpty()) {
      return null;
    }
    String source =
        choice.get().declared()
            ? Sources.of(declared.get(choice.get().declaration()))
            : Sources.DETECTED;
    draft.source(ArticleField.IN_LANGUAGE, source);
    trace.candidate(
        ArticleField.IN_LANGUAGE, choice.get().tag(), source, true, choice.get().reason());
    return choice.get().tag();
  }

  /** The declared tag with its region says how dates are written, also where the text is short. */
  private static @Nullable String hintLanguage(Page page, @Nullable String found) {
    return page.metadata("inLanguage")
        .map(Metadatum::value)
        .filter(tag -> found == null || tag.startsWith(found))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .orElse(found);
  }

  private List<String> withoutDateline(List<String> paragraphs, Draft draft, Trace trace) {
    DatelineMatch match = datelines.parse(paragraphs, draft.inLanguage).orElse(null);
    if (match == null) {
      return withoutCredit(paragraphs, draft);
    }
    keep(match.dateline(), Sources.TEXT, draft, trace, "opens a paragraph of the story");
    draft.filedBy = match.byline();
    List<String> left = new ArrayList<>(paragraphs.subList(0, match.firstParagraph()));
    String rest = paragraphs.get(match.paragraph()).substring(match.prefixLength()).strip();
    if (!rest.isEmpty()) {
      left.add(rest);
    }
    left.addAll(paragraphs.subList(match.paragraph() + 1, paragraphs.size()));
    return List.copyOf(left);
  }

  /** Takes the agency or writer off that stands in front of the story's first words. */
  private List<String> withoutCredit(List<String> paragraphs, Draft draft) {
    StoryCredit credit =
        paragraphs.isEmpty() ? null : datelines.credit(paragraphs.get(0)).orElse(null);
    if (credit == null) {
      return paragraphs;
    }
    draft.openingAgency = credit.agency();
    draft.filedBy = credit.byline();
    List<String> left = new ArrayList<>(paragraphs);
    left.set(0, paragraphs.get(0).substring(credit.prefixLength()).strip());
    return List.copyOf(left);
  }

  /** The abstract without the dateline that it shares with the story, or that is a wire's. */
  private @Nullable String abstractWithoutDateline(Draft draft) {
    String text = draft.abstractText;
    if (text == null) {
      return null;
    }
    return datelines
        .parse(List.of(text), draft.inLanguage)
        .filter(
            found ->
                draft.dateline != null
                    || found.dateline().day() != null
                    || found.dateline().agency() != null)
        .map(found -> text.substring(found.prefixLength()).strip())
        .filter(rest -> !rest.isEmpty())
        .orElse(text);
  }

  /**
   * A dateline on a line of its own above short lines, as wires print company results and scores:
   * nothing there reads like a paragraph. It needs a date or an agency to be believed.
   */
  private void datelineAmongTheFirstLines(Page page, Draft draft, Trace trace) {
    List<String> lines = page.blocks().stream().limit(MAX_FIRST_LINES).map(Block::text).toList();
    datelines
        .parse(lines, draft.inLanguage)
        .map(DatelineMatch::dateline)
        .filter(found -> found.day() != null || found.agency() != null)
        .ifPresent(found -> keep(found, Sources.TEXT, draft, trace, "stands on a line of its own"));
  }

  private static void keep(
      Dateline dateline, String source, Draft draft, Trace trace, String reason) {
    draft.dateline = dateline;
    draft.source(ArticleField.DATELINE, source);
    if (dateline.country() != null) {
      draft.source(ArticleField.DATELINE_COUNTRY, Sources.DATELINE);
    }
    trace.candidate(ArticleField.DATELINE, dateline.raw(), source, true, reason);
  }

  private void published(
      Page page,
      PageSurvey survey,
      int first,
      int last,
      DateHints hints,
      Draft draft,
      Trace trace) {
    CertainDays certain = CertainDays.of(page, survey, dateParser);
    DayOrder order = new DayOrder(dateParser, hints, draft.dateline, certain);
    PrintedDates printed = new PrintedDates(page, survey, phrases, labels, first, last);
    Chosen<ParsedDate> published = dates.published(page, survey, printed, first, order, trace);
    LocalDate day = null;
    if (published != null) {
      day = published.value().date();
      draft.datePublished = published.value().iso();
      draft.datePublishedRaw = CleanText.clean(published.value().raw());
      draft.dateOrderAssumed = published.value().isOrderAssumed();
      draft.source(ArticleField.DATE_PUBLISHED, published.source());
    }
    Chosen<ParsedDate> modified = dates.modified(page, survey, printed, order, trace);
    if (modified != null) {
      draft.dateModified = modified.value().iso();
      draft.source(ArticleField.DATE_MODIFIED, modified.source());
    }
    if (page.document().capture().date() != null) {
      draft.source(ArticleField.CAPTURE_DATE, Sources.CAPTURE);
    }
    if (draft.dateline != null) {
      LocalDate created = datelines.dateCreated(draft.dateline, day).orElse(null);
      if (created != null) {
        draft.dateCreated = created.toString();
        draft.source(ArticleField.DATE_CREATED, Sources.DATELINE);
      }
    }
  }

  private void credits(
      Page page, PageSurvey survey, Titles titles, List<Block> story, Draft draft, Trace trace) {
    int first = story.isEmpty() ? -1 : story.get(0).index();
    int last = story.isEmpty() ? -1 : story.get(story.size() - 1).index();
    Chosen<List<String>> authors = credits.authors(page, survey, titles, draft, first, last, trace);
    if (authors != null) {
      draft.authors = authors.value().stream().map(CleanText::clean).toList();
      draft.source(ArticleField.AUTHORS, authors.source());
    }
    Chosen<String> byline = credits.byline(page, survey, draft.filedBy, first, last, trace);
    if (byline != null) {
      draft.byline = CleanText.clean(byline.value());
      draft.source(ArticleField.BYLINE, byline.source());
    }
    Chosen<String> provider = credits.provider(page, survey, draft, story, trace);
    if (provider != null) {
      draft.provider = CleanText.clean(provider.value());
      draft.source(ArticleField.PROVIDER, provider.source());
    }
  }
}
