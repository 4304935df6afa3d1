package io.dateline.extract;

import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.article.Trace;
import io.dateline.extract.Candidates.Chosen;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.date.ParsedDate;
import io.dateline.extract.label.Label;
import io.dateline.extract.label.LabelReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds when a story was published and modified.
 *
 * <p>Order of trust: the record that holds the page, JSON-LD, microdata, Open Graph, other meta
 * elements, Dublin Core, labels in the text, {@code time} elements, date lines near the story, the
 * day in the page's address. Nothing is taken from the story itself.
 */
final class Dates {

  /** Blocks before the story in which its date line stands. */
  private static final int BEFORE = 25;

  /** Lines of a plain-text dump likewise: each entry of a menu is one. */
  private static final int LINES_BEFORE = 60;

  /** Blocks behind the story in which it stands if none is before it. */
  private static final int BEHIND = 6;

  /** Blocks under the headline, and above the story, in which its date stands. */
  private static final int UNDER_TITLE = 8;

  /** Characters beside the date in such a line: {@code Published:}. */
  private static final int MAX_BESIDE = 12;

  /** Longest text of an element that holds a date and no more. */
  private static final int MAX_BARE = 36;

  /** Longest date line that is read whole, for its weekday, in UTF-16 code units. */
  private static final int MAX_LINE = 60;

  private static final List<Source> STATED =
      List.of(
          Source.RECORD,
          Source.JSON_LD,
          Source.MICRODATA,
          Source.OPEN_GRAPH,
          Source.META,
          Source.DUBLIN_CORE);

  private final LabelReader labels;

  Dates(LabelReader labels) {
    this.labels = labels;
  }

  /**
   * When the story was published, or null.
   *
   * @param first index of the story's first block, -1 if there is none
   * @param last index of its last
   */
  @Nullable Chosen<ParsedDate> published(
      Page page, PageSurvey survey, int first, int last, DayOrder order, Trace trace) {
    Candidates<ParsedDate> candidates = new Candidates<>(ArticleField.DATE_PUBLISHED, order::read);
    addStated(candidates, page, "datePublished");
    addLabels(candidates, survey, "datePublished", 0, first);
    candidates.addAll(
        page.metadata("datePublished").filter(m -> m.source() == Source.TIME_ELEMENT));
    addElements(candidates, page, false);
    for (String raw : lines(page, survey, first, last, false)) {
      candidates.add(raw, Sources.TEXT);
    }
    // A label inside the story speaks of what the story is about: a book, a law.
    addLabels(candidates, survey, "datePublished", first, Integer.MAX_VALUE);
    addAddresses(candidates, page);
    Chosen<ParsedDate> chosen = candidates.choose(trace);
    if (chosen == null) {
      return printedUpdate(page, survey, first, last, order, trace);
    }
    boolean printedAlready =
        chosen.source().equals(Sources.TEXT) || chosen.source().equals(Source.ELEMENT.label());
    ParsedDate printed = printedAlready ? null : printedUnderTitle(page, survey, first, order);
    return printed != null && printed.date().isBefore(chosen.value().date().minusDays(1))
        ? new Chosen<>(printed, Sources.TEXT, printed.raw())
        : chosen;
  }

  /** Where the page bears one date alone, and calls that an update, it is the day of this text. */
  private @Nullable Chosen<ParsedDate> printedUpdate(
      Page page, PageSurvey survey, int first, int last, DayOrder order, Trace trace) {
    Candidates<ParsedDate> candidates = new Candidates<>(ArticleField.DATE_PUBLISHED, order::read);
    for (Label label : survey.labels()) {
      if (label.property().equals("dateModified")) {
        candidates.add(label.value(), Sources.MODIFIED);
      }
    }
    page.metadata("dateModified")
        .filter(m -> m.source() == Source.TIME_ELEMENT || m.source() == Source.ELEMENT)
        .forEach(m -> candidates.add(m.value(), Sources.MODIFIED));
    page.metadata("datePublished")
        .filter(m -> m.source() == Source.ELEMENT)
        .forEach(m -> candidates.add(m.value(), Sources.MODIFIED));
    for (String raw : lines(page, survey, first, last, true)) {
      candidates.add(raw, Sources.MODIFIED);
    }
    return candidates.choose(trace);
  }

  /**
   * The date in a line of its own between headline and story. A stated date that is later is that
   * of a new edition of the page.
   */
  private @Nullable ParsedDate printedUnderTitle(
      Page page, PageSurvey survey, int first, DayOrder order) {
    for (int i : underTitle(page, first)) {
      Block block = page.blocks().get(i);
      List<DateMatch> matches = survey.dates().getOrDefault(i, List.of());
      if (matches.size() == 1
          && matches.get(0).date().raw().length() + MAX_BESIDE >= block.text().length()
          && !isModified(block.text().substring(0, matches.get(0).start()))) {
        return order.read(block.text());
      }
    }
    return null;
  }

  /** The blocks right under the last top heading above the story, and right above the story. */
  private static List<Integer> underTitle(Page page, int first) {
    List<Integer> indexes = new ArrayList<>();
    int heading = -1;
    for (int i = 0; i < first; i++) {
      if (page.blocks().get(i).tag().equals("h1")) {
        heading = i;
      }
    }
    if (heading >= 0) {
      for (int i = heading + 1; i < first; i++) {
        if (i <= heading + UNDER_TITLE || i >= first - UNDER_TITLE) {
          indexes.add(i);
        }
      }
    }
    return indexes;
  }

  /** When the story was last modified, or null. */
  @Nullable Chosen<ParsedDate> modified(
      Page page, PageSurvey survey, int first, int last, DayOrder order, Trace trace) {
    Candidates<ParsedDate> candidates = new Candidates<>(ArticleField.DATE_MODIFIED, order::read);
    addStated(candidates, page, "dateModified");
    addLabels(candidates, survey, "dateModified", 0, Integer.MAX_VALUE);
    candidates.addAll(page.metadata("dateModified").filter(m -> m.source() == Source.TIME_ELEMENT));
    addElements(candidates, page, true);
    for (String raw : lines(page, survey, first, last, true)) {
      candidates.add(raw, Sources.TEXT);
    }
    return candidates.choose(trace);
  }

  private static void addStated(Candidates<ParsedDate> candidates, Page page, String property) {
    for (Source source : STATED) {
      candidates.addAll(page.metadata(property).filter(m -> m.source() == source));
    }
  }

  private static void addLabels(
      Candidates<ParsedDate> candidates, PageSurvey survey, String property, int from, int before) {
    for (Label label : survey.labels()) {
      boolean there = label.block() >= from && (before < 0 || label.block() < before);
      if (there && label.property().equals(property)) {
        candidates.add(label.value(), Sources.ofLabel(label.name()));
      }
    }
  }

  /** Dates in elements named after them; what is printed there may say that it is an update's. */
  private void addElements(Candidates<ParsedDate> candidates, Page page, boolean modified) {
    page.metadata().stream()
        .filter(m -> m.source() == Source.ELEMENT && m.property().startsWith("date"))
        .filter(
            m -> (m.property().equals("dateModified") || opensAsModified(m.value())) == modified)
        // The element around a date holds more than the date.
        .sorted(Comparator.comparing(m -> m.value().length() > MAX_BARE))
        .forEach(m -> candidates.add(m.value(), Sources.of(m)));
  }

  private boolean opensAsModified(String value) {
    int digit = 0;
    while (digit < value.length() && !Character.isDigit(value.charAt(digit))) {
      digit++;
    }
    // The month's name may stand before the first number.
    String words = value.substring(0, digit).strip();
    int last = words.lastIndexOf(' ');
    return isModified(words) || (last > 0 && isModified(words.substring(0, last)));
  }

  private static void addAddresses(Candidates<ParsedDate> candidates, Page page) {
    page.metadata("url")
        .map(Metadatum::value)
        .forEach(address -> candidates.add(Addresses.day(address), Sources.ADDRESS));
    String captured = page.document().capture().url();
    if (captured != null) {
      candidates.add(Addresses.day(captured), Sources.ADDRESS);
    }
  }

  /** Dates of the lines around the story, the nearest above it first. */
  private List<String> lines(Page page, PageSurvey survey, int first, int last, boolean modified) {
    List<Integer> order = new ArrayList<>();
    int start = first < 0 ? page.blocks().size() : first;
    int before = page.document().isHtml() ? BEFORE : LINES_BEFORE;
    for (int i = start - 1; i >= Math.max(0, start - before); i--) {
      order.add(i);
    }
    for (int i = start; i <= Math.min(page.blocks().size() - 1, last + BEHIND); i++) {
      order.add(i);
    }
    for (int index : underTitle(page, first)) {
      if (index < start - before) {
        order.add(index);
      }
    }
    List<String> raws = new ArrayList<>();
    for (int index : order) {
      for (DateMatch match : survey.dates().getOrDefault(index, List.of())) {
        String line = page.blocks().get(index).text();
        if (isModified(line.substring(0, match.start())) == modified) {
          raws.add(dated(line, match));
        }
      }
    }
    return raws;
  }

  /** The date as printed, with the word before it, which may be its weekday. */
  private static String dated(String line, DateMatch match) {
    return match.date().ambiguousOrder() && line.length() <= MAX_LINE ? line : match.date().raw();
  }

  /** Whether the words before a date are a label of modification: {@code 5 May, updated 6 May}. */
  private boolean isModified(String before) {
    String words = before.strip();
    while (words.endsWith(":") || words.endsWith("：")) {
      words = words.substring(0, words.length() - 1).strip();
    }
    for (int start = words.length(), n = 0; start > 0 && n < 4; n++) {
      start = words.lastIndexOf(' ', start - 1);
      Optional<String> property = labels.propertyOf(words.substring(start + 1));
      if (property.isPresent()) {
        return property.get().equals("dateModified");
      }
      if (start < 0) {
        break;
      }
    }
    return false;
  }
}
