package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.ArticleField;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.article.Trace;
import io.dateline.extract.Candidates.Chosen;
import io.dateline.extract.date.ParsedDate;
import io.dateline.extract.label.Label;
import io.dateline.extract.label.LabelReader;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds when a story was published and modified.
 *
 * <p>Order of trust: a selector of the job's own, the newsroom's own format, the record that holds
 * the page, JSON-LD, microdata, Open Graph, other meta elements, Dublin Core, labels in the text,
 * {@code time} elements, date lines near the story, the day in the page's address. Nothing is taken
 * from the story itself.
 */
final class Dates {

  /** Longest text of an element that holds a date and no more. */
  private static final int MAX_BARE = 36;

  private static final List<Source> STATED =
      List.of(
          Source.SELECTOR,
          Source.NEWSROOM,
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

  /** When the story was published, or null. */
  @Nullable Chosen<ParsedDate> published(
      Page page, PageSurvey survey, PrintedDates printed, int first, DayOrder order, Trace trace) {
    Candidates<ParsedDate> candidates = candidates(ArticleField.DATE_PUBLISHED, order);
    addStated(candidates, page, "datePublished");
    addLabels(candidates, survey, "datePublished", 0, first);
    candidates.addAll(
        page.metadata("datePublished").filter(m -> m.source() == Source.TIME_ELEMENT));
    addElements(candidates, page, false);
    LocalDate update = statedUpdate(page, survey, first, order);
    if (!candidates.areEnough(trace)) {
      for (String raw : printed.lines(false)) {
        candidates.add(raw, Sources.TEXT, text -> notAfter(update, order.read(text)));
      }
      candidates.add(printed.opening(), Sources.TEXT);
      candidates.add(WireMarks.trailer(page), Sources.TEXT, WireMarks::day);
      // A label inside the story speaks of what the story is about: a book, a law.
      addLabels(candidates, survey, "datePublished", first, Integer.MAX_VALUE);
      addAddresses(candidates, page);
    }
    Chosen<ParsedDate> stated = candidates.first();
    if (stated == null) {
      candidates.choose(trace);
      return printedUpdate(page, survey, printed, order, trace);
    }
    if (Sources.isSelector(stated.source())) {
      // The job's own word is not put to the vote.
      return candidates.choose(trace);
    }
    boolean isPrinted =
        stated.source().equals(Sources.TEXT) || stated.source().equals(Source.ELEMENT.label());
    ParsedDate alone = isPrinted ? null : printed.alone(order);
    if (alone != null && alone.date().isBefore(stated.value().date())) {
      return candidates.overrule(
          chosen(alone), "printed alone at the headline, and earlier", trace);
    }
    for (ParsedDate line : isPrinted ? List.<ParsedDate>of() : printed.atHead(order)) {
      boolean other = !line.date().equals(stated.value().date());
      boolean updated = line.date().equals(update);
      if (other && isStatedElsewhere(line.date(), updated, stated, page, order)) {
        return candidates.overrule(
            chosen(line), "printed at the headline, and stated elsewhere", trace);
      }
    }
    return candidates.choose(trace);
  }

  private static Candidates<ParsedDate> candidates(ArticleField field, DayOrder order) {
    return new Candidates<>(field, order::read)
        .noting(date -> date.order() == null ? null : date.order().reason());
  }

  private static Chosen<ParsedDate> chosen(ParsedDate printed) {
    return new Chosen<>(printed, Sources.TEXT, printed.raw());
  }

  /**
   * Whether another voice than the one that was believed says the same day as the printed line: the
   * page's meta elements where JSON-LD or microdata was, else its address. Two of three outvote
   * one.
   *
   * @param updated whether it is the day of an update as well: then only an element will do whose
   *     name speaks of publication
   */
  private static boolean isStatedElsewhere(
      LocalDate day, boolean updated, Chosen<ParsedDate> believed, Page page, DayOrder order) {
    Candidates<ParsedDate> others = candidates(ArticleField.DATE_PUBLISHED, order);
    addAddresses(others, page);
    Chosen<ParsedDate> address = others.first();
    boolean structured =
        believed.source().equals(Source.JSON_LD.label())
            || believed.source().equals(Source.MICRODATA.label());
    return (!updated && address != null && address.value().date().equals(day))
        || (structured
            && page.metadata("datePublished")
                .filter(m -> m.source() == Source.OPEN_GRAPH || m.source() == Source.META)
                .filter(m -> !updated || m.key().contains("publi"))
                .map(m -> order.read(m.value()))
                .anyMatch(date -> date != null && date.date().equals(day)));
  }

  /** The day on which the page says that it was last changed, or null. */
  private static @Nullable LocalDate statedUpdate(
      Page page, PageSurvey survey, int first, DayOrder order) {
    Candidates<ParsedDate> candidates = candidates(ArticleField.DATE_MODIFIED, order);
    addStated(candidates, page, "dateModified");
    addLabels(candidates, survey, "dateModified", 0, first);
    Chosen<ParsedDate> update = candidates.first();
    return update == null ? null : update.value().date();
  }

  /** No story is published after it was changed: such a day is that of a teaser, or today's. */
  private static @Nullable ParsedDate notAfter(@Nullable LocalDate update, @Nullable ParsedDate d) {
    return d != null && update != null && d.date().isAfter(update.plusDays(1)) ? null : d;
  }

  /** Where the page bears one date alone, and calls that an update, it is the day of this text. */
  private @Nullable Chosen<ParsedDate> printedUpdate(
      Page page, PageSurvey survey, PrintedDates printed, DayOrder order, Trace trace) {
    Candidates<ParsedDate> candidates = candidates(ArticleField.DATE_PUBLISHED, order);
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
    for (String raw : printed.lines(true)) {
      candidates.add(raw, Sources.MODIFIED);
    }
    return candidates.choose(trace);
  }

  /** When the story was last modified, or null. */
  @Nullable Chosen<ParsedDate> modified(
      Page page, PageSurvey survey, PrintedDates printed, DayOrder order, Trace trace) {
    Candidates<ParsedDate> candidates = candidates(ArticleField.DATE_MODIFIED, order);
    addStated(candidates, page, "dateModified");
    addLabels(candidates, survey, "dateModified", 0, Integer.MAX_VALUE);
    candidates.addAll(page.metadata("dateModified").filter(m -> m.source() == Source.TIME_ELEMENT));
    addElements(candidates, page, true);
    for (String raw : printed.lines(true)) {
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
    while (digit < value.length() && !UCharacter.isDigit(value.charAt(digit))) {
      digit++;
    }
    // The month's name may stand before the first number.
    String words = value.substring(0, digit).strip();
    int last = words.lastIndexOf(' ');
    return labels.isModified(words) || (last > 0 && labels.isModified(words.substring(0, last)));
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
}
