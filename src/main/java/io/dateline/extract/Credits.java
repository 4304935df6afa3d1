package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.Dateline;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.article.Trace;
import io.dateline.extract.Candidates.Chosen;
import io.dateline.extract.credit.Bylines;
import io.dateline.extract.credit.Bylines.Byline;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.label.Label;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who wrote a story and which agency it is from.
 *
 * <p>Authors, in order of trust: a selector of the job's own, the newsroom's own format, the record
 * that holds the page, JSON-LD, microdata, labels, the byline near the story, other meta elements,
 * elements named after authors, a name on the date line above the story, a line that is a name and
 * stands beside it. The site's own name is an author's only if nothing else names one.
 */
final class Credits {

  /** Blocks before the story in which its byline stands. */
  private static final int BEFORE = 20;

  /** Blocks behind the story in which it stands if none is before it. */
  private static final int BEHIND = 3;

  /** Longest line that is a name, in UTF-16 code units. */
  private static final int MAX_NAME_LINE = 80;

  /** Authors that a page states; longer lists are contributors. */
  private static final int MAX_STATED = 30;

  /** Names in elements between headline and story. */
  private static final int MAX_FEW = 5;

  /** Longest name of an agency or source. */
  private static final int MAX_PROVIDER = 60;

  private final Bylines bylines;
  private final PersonNames names;

  private final DateParser dates;

  Credits(Bylines bylines, PersonNames names, DateParser dates) {
    this.bylines = bylines;
    this.names = names;
    this.dates = dates;
  }

  /**
   * The authors of the story with where they were found, or null.
   *
   * @param draft its headline, and the byline in the story's first line, before the dateline
   */
  @Nullable Chosen<List<String>> authors(
      Page page, PageSurvey survey, Titles titles, Draft draft, int first, int last, Trace trace) {
    Candidates<List<String>> candidates =
        new Candidates<>(
            ArticleField.AUTHORS,
            raw -> {
              List<String> people = names.in(withoutOpening(raw));
              return people.isEmpty() ? null : people;
            });
    Set<String> sites = new HashSet<>();
    titles.siteNames().forEach(site -> sites.add(joined(site)));
    Function<String, @Nullable List<String>> stated = raw -> stated(raw, sites);
    StatedAuthors authors = StatedAuthors.of(page);
    authors
        .from(Source.SELECTOR)
        .findFirst()
        .ifPresent(
            m ->
                candidates.add(
                    authors.joined(Source.SELECTOR),
                    Sources.of(m),
                    raw -> stated(withoutDates(raw), sites)));
    candidates.add(authors.people(Source.NEWSROOM), authors.sourceOf(Source.NEWSROOM), stated);
    candidates.add(authors.people(Source.RECORD), authors.sourceOf(Source.RECORD), stated);
    candidates.add(authors.people(Source.JSON_LD), Source.JSON_LD.label(), stated);
    candidates.add(authors.people(Source.MICRODATA), Source.MICRODATA.label(), stated);
    for (Label label : survey.labels()) {
      if (label.property().equals("author")) {
        candidates.add(label.value(), Sources.ofLabel(label.name()));
      }
    }
    Byline byline = byline(survey, first, last);
    if (byline != null) {
      candidates.add(String.join("; ", byline.authors()), Sources.BYLINE);
    }
    candidates.add(draft.filedBy, Sources.BYLINE);
    authors.all().stream()
        .filter(m -> !Sources.isStructured(m.source()))
        .filter(m -> m.source() != Source.ELEMENT && m.source() != Source.SELECTOR)
        .forEach(m -> candidates.add(m.value(), Sources.of(m), stated));
    if (candidates.areEnough(trace)) {
      return candidates.first();
    }
    candidates.add(authors.elements(), Source.ELEMENT.label(), raw -> few(raw, sites));
    for (Block block : around(page, first, last)) {
      if (isNamedAfterAuthors(block)) {
        candidates.add(block.text(), Sources.BYLINE);
      }
    }
    LooseNames loose = new LooseNames(bylines, names, dates, draft.headline, titles.siteNames());
    for (Block block : around(page, first, first)) {
      if (block.index() < first && isDated(block, survey)) {
        candidates.add(block.text(), Sources.TEXT, loose::besideDate);
      }
      boolean near = isBesideDateLine(block, survey) || isUnderTitle(block, page, titles);
      if ((near || isTwoAboveDate(block, survey))
          && loose.isWriter(block.text())
          && (near || LooseNames.isPlace(page.blocks().get(block.index() + 1).text()))) {
        candidates.add(block.text(), Sources.TEXT);
      }
    }
    // A site that bears the name of the person who writes it.
    candidates.add(authors.people(Source.JSON_LD), Source.JSON_LD.label());
    authors.all().stream()
        .filter(m -> m.source() != Source.ELEMENT && m.source() != Source.JSON_LD)
        .forEach(m -> candidates.add(m.value(), Sources.of(m)));
    return candidates.choose(trace);
  }

  /** The people that a list of stated names holds, the site's own name aside. */
  private @Nullable List<String> stated(String raw, Set<String> sites) {
    Set<String> people = new LinkedHashSet<>();
    for (String part : raw.split("; ", -1)) {
      people.addAll(names.stated(withoutOpening(part)));
    }
    people.removeIf(name -> sites.contains(joined(name)));
    return people.isEmpty() || people.size() > MAX_STATED ? null : List.copyOf(people);
  }

  /** The people named in elements; many are the authors of teasers. */
  private @Nullable List<String> few(String raw, Set<String> sites) {
    String values = withoutDates(raw);
    List<String> people = stated(values, sites);
    if (people == null) {
      return null;
    }
    List<String> bare =
        people.stream().filter(name -> !isWithOffice(name, people, values)).toList();
    return bare.size() > MAX_FEW ? null : bare;
  }

  /**
   * The element around a name may hold an office behind it: {@code Ann Example Harbour Editor}. One
   * more word in an element of its own is another person's: {@code Ann Li Chen} beside {@code Ann
   * Li}.
   */
  private static boolean isWithOffice(String name, List<String> people, String values) {
    boolean whole =
        Stream.of(values.split("; ", -1)).anyMatch(value -> joined(value).equals(joined(name)));
    return people.stream()
        .anyMatch(
            other ->
                name.startsWith(other + " ")
                    && !(whole && name.substring(other.length() + 1).strip().indexOf(' ') < 0));
  }

  private String withoutDates(String raw) {
    Set<String> values = new LinkedHashSet<>();
    for (String value : raw.split("; ", -1)) {
      values.add(beforeDate(value));
    }
    return String.join("; ", values);
  }

  /** {@code Ann Example 4 August 2010}: without the date that stands behind the name. */
  private String beforeDate(String value) {
    List<DateMatch> found = dates.find(value, DateHints.NONE);
    return found.isEmpty() || found.get(0).start() == 0
        ? value
        : value.substring(0, found.get(0).start()).strip();
  }

  private static String joined(String name) {
    return Folding.fold(name).replace(" ", "");
  }

  /** The byline as printed, or as the page's metadata give it, or null. */
  @Nullable Chosen<String> byline(
      Page page, PageSurvey survey, @Nullable String filedBy, int first, int last, Trace trace) {
    Candidates<String> candidates = new Candidates<>(ArticleField.BYLINE, raw -> raw);
    candidates.addAll(page.metadata("byline"));
    Byline printed = byline(survey, first, last);
    if (printed != null) {
      candidates.add(printed.raw(), Sources.BYLINE);
    }
    if (filedBy != null) {
      candidates.add(filedBy, Sources.BYLINE);
    }
    for (Label label : survey.labels()) {
      if (label.property().equals("author")) {
        candidates.add(label.value(), Sources.ofLabel(label.name()));
      }
    }
    StatedAuthors authors = StatedAuthors.of(page);
    candidates.add(authors.joined(Source.NEWSROOM), authors.sourceOf(Source.NEWSROOM));
    candidates.add(authors.joined(Source.RECORD), authors.sourceOf(Source.RECORD));
    candidates.add(authors.joined(Source.JSON_LD), Source.JSON_LD.label());
    candidates.addAll(
        authors.all().stream()
            .filter(m -> m.source() != Source.ELEMENT)
            .filter(m -> m.value().length() <= 200 && !StatedAuthors.isAddress(m.value())));
    return candidates.choose(trace);
  }

  /** The agency or source that is credited, or null. */
  @Nullable Chosen<String> provider(
      Page page, PageSurvey survey, Draft draft, List<Block> story, Trace trace) {
    Candidates<String> candidates = new Candidates<>(ArticleField.PROVIDER, this::providerName);
    Dateline dateline = draft.dateline;
    if (dateline != null) {
      candidates.add(dateline.agency(), Sources.DATELINE);
    }
    candidates.add(draft.openingAgency, Sources.TEXT);
    candidates.add(draft.signature, Sources.TEXT);
    for (Label label : survey.labels()) {
      if (label.property().equals("sourceOrganization") && label.value() != null) {
        candidates.add(
            bylines.agencyIn(label.value()).orElse(label.value()), Sources.ofLabel(label.name()));
      }
    }
    candidates.addAll(
        page.metadata("sourceOrganization").filter(m -> !StatedAuthors.isAddress(m.value())));
    int first = story.isEmpty() ? -1 : story.get(0).index();
    int last = story.isEmpty() ? -1 : story.get(story.size() - 1).index();
    Byline byline = byline(survey, first, last);
    if (byline != null) {
      candidates.add(byline.agency().orElse(null), Sources.BYLINE);
    }
    page.metadata("author")
        .forEach(m -> candidates.add(bylines.agencyIn(m.value()).orElse(null), Sources.of(m)));
    if (candidates.areEnough(trace)) {
      return candidates.first();
    }
    for (Block block : around(page, first, last)) {
      if (block.text().length() <= MAX_PROVIDER) {
        candidates.add(bylines.agencyIn(block.text()).orElse(null), Sources.TEXT);
      }
    }
    return candidates.choose(trace);
  }

  /** The name without the date that is printed beside it: {@code Kurier 12.06.2019}. */
  private @Nullable String providerName(String raw) {
    if (raw.length() > MAX_PROVIDER) {
      return null;
    }
    String name = raw;
    List<DateMatch> found = dates.find(raw, DateHints.NONE);
    for (int i = found.size() - 1; i >= 0; i--) {
      name = name.substring(0, found.get(i).start()) + name.substring(found.get(i).end());
    }
    if (found.isEmpty()) {
      return raw;
    }
    int start = 0;
    int end = name.length();
    while (start < end && isRemains(name.charAt(start))) {
      start++;
    }
    while (end > start && isRemains(name.charAt(end - 1))) {
      end--;
    }
    return end > start ? name.substring(start, end) : null;
  }

  /** What stood between a name and a date. */
  private static boolean isRemains(char c) {
    return UCharacter.isWhitespace(c) || ",;:/|-–—()[]".indexOf(c) >= 0;
  }

  /** The byline nearest above the story, else the first just behind it. */
  private static @Nullable Byline byline(PageSurvey survey, int first, int last) {
    Byline nearest = null;
    for (Map.Entry<Integer, Byline> entry : survey.bylines().entrySet()) {
      int index = entry.getKey();
      boolean above = index < first && index >= first - BEFORE;
      boolean below = nearest == null && index >= first && index <= last + BEHIND;
      if (first >= 0 && (above || below)) {
        nearest = entry.getValue();
      }
    }
    return nearest;
  }

  private String withoutOpening(String raw) {
    return bylines.read(raw).map(b -> String.join("; ", b.authors())).orElse(raw);
  }

  private static List<Block> around(Page page, int first, int last) {
    List<Block> around = new ArrayList<>();
    if (first < 0) {
      return around;
    }
    for (int i = first - 1; i >= Math.max(0, first - BEFORE); i--) {
      around.add(page.blocks().get(i));
    }
    for (int i = last + 1; i <= Math.min(page.blocks().size() - 1, last + BEHIND); i++) {
      around.add(page.blocks().get(i));
    }
    return around;
  }

  private static boolean isNamedAfterAuthors(Block block) {
    return block.text().length() <= MAX_NAME_LINE
        && (block.hints().contains("author") || block.hints().contains("byline"));
  }

  /** The line under a title of the page, in plain text. */
  private static boolean isUnderTitle(Block block, Page page, Titles titles) {
    return block.tag().equals("line")
        && block.index() > 1
        && block.text().length() <= MAX_NAME_LINE
        && titles.folded().contains(Folding.fold(page.blocks().get(block.index() - 1).text()));
  }

  private static boolean isBesideDateLine(Block block, PageSurvey survey) {
    return block.text().length() <= MAX_NAME_LINE
        && (survey.dates().containsKey(block.index() - 1)
            || survey.dates().containsKey(block.index() + 1));
  }

  /**
   * {@code Ann Example}, {@code LONDON} and the day, in a line each: the place is not looked at.
   */
  private static boolean isTwoAboveDate(Block block, PageSurvey survey) {
    return block.text().length() <= MAX_NAME_LINE && survey.dates().containsKey(block.index() + 2);
  }

  /** Whether the block is a line of a date, or the label of one with its value. */
  private static boolean isDated(Block block, PageSurvey survey) {
    return survey.dates().containsKey(block.index())
        || survey.labels().stream()
            .anyMatch(
                label ->
                    label.block() == block.index() && label.property().equals("datePublished"));
  }
}
