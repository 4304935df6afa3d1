package io.dateline.extract;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import io.dateline.article.Page;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.date.ParsedDate;
import io.dateline.extract.label.Label;
import io.dateline.extract.label.LabelReader;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a page prints around its story for its readers: date lines above it, under its
 * headline, behind it. Those of comments, menus and teasers are none of its. Not safe for use by
 * several threads: one for each page.
 */
final class PrintedDates {

  /** Blocks before the story in which its date line stands. */
  private static final int BEFORE = 25;

  /** Lines of a plain-text dump likewise: each entry of a menu is one. */
  private static final int LINES_BEFORE = 60;

  /** Blocks behind the story in which it stands if none is before it. */
  private static final int BEHIND = 6;

  /** Blocks behind the story in which the article's own footer stands. */
  private static final int OWN_FOOTER = 12;

  /** Paragraphs of a story before the one that its day opens: its standfirsts. */
  private static final int MAX_LEADS = 2;

  /** Blocks behind the story in which it stands beside the labels of section or keywords. */
  private static final int BEHIND_BESIDE_LABEL = 25;

  /** Blocks under the headline, and above the story, in which its date stands. */
  private static final int UNDER_TITLE = 8;

  /** Blocks above the headline in which its date stands. */
  private static final int ABOVE_TITLE = 2;

  /** Shortest text that is a paragraph and no standfirst's end, in UTF-16 code units. */
  private static final int MIN_PARAGRAPH = 80;

  /** Characters beside the date in such a line: {@code Published:}. */
  private static final int MAX_BESIDE = 12;

  /** Longest date line that is read whole, for its weekday, in UTF-16 code units. */
  private static final int MAX_LINE = 60;

  private final Page page;
  private final PageSurvey survey;
  private final Phrases phrases;
  private final LabelReader labels;

  /** Index of the story's first block, -1 if there is none. */
  private final int first;

  private final int last;

  /** Index of the last top heading above the story, or -1. */
  private final int heading;

  PrintedDates(
      Page page, PageSurvey survey, Phrases phrases, LabelReader labels, int first, int last) {
    this.page = page;
    this.survey = survey;
    this.phrases = phrases;
    this.labels = labels;
    this.first = first;
    this.last = last;
    this.heading = heading(page.blocks(), first);
  }

  /**
   * The texts of the dates around the story, the nearest above it first.
   *
   * @param modified whether those are wanted that say they are an update's, or the others
   */
  List<String> lines(boolean modified) {
    if (survey.dates().isEmpty() && survey.footers().isEmpty()) {
      return List.of();
    }
    Set<Integer> order = new LinkedHashSet<>();
    List<Integer> banner = new ArrayList<>();
    int start = first < 0 ? page.blocks().size() : first;
    int before = page.document().isHtml() ? BEFORE : LINES_BEFORE;
    for (int i = start - 1; i >= Math.max(0, start - before); i--) {
      (isBanner(page.blocks().get(i)) ? banner : order).add(i);
    }
    int end = endOfStory(start);
    for (int i = start; i < end; i++) {
      (isBanner(page.blocks().get(i)) ? banner : order).add(i);
    }
    order.addAll(underTitle());
    order.addAll(ownFooter());
    order.addAll(besideLabels());
    // The banner above all pages of a site bears the day on which it was fetched.
    order.addAll(banner);
    String wanted = modified ? "dateModified" : "datePublished";
    int endOfHead = first < 0 ? start : endOfHead(true);
    List<String> labelled = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (int index : order) {
      String line = page.blocks().get(index).text();
      for (DateMatch match : matches(index)) {
        String label = labels.propertyAtEnd(line.substring(0, match.start())).orElse("");
        if (label.equals(wanted) && index < endOfHead) {
          labelled.add(dated(line, match));
        } else if (label.equals("dateModified") == modified) {
          bare.add(dated(line, match));
        }
      }
    }
    // What says of itself that it is the day of publication goes before what says nothing.
    labelled.addAll(bare);
    return labelled;
  }

  private List<DateMatch> matches(int index) {
    List<DateMatch> matches =
        survey.dates().getOrDefault(index, survey.footers().getOrDefault(index, List.of()));
    return matches.isEmpty() || ReaderComments.contain(page.blocks().get(index))
        ? List.of()
        : matches;
  }

  /** The date that opens the story itself, before a dash: {@code 17.10.2018 – Rain fell}. */
  @Nullable String opening() {
    for (int i = Math.max(0, first); i <= Math.min(last, first + MAX_LEADS); i++) {
      DateMatch match = survey.openings().get(i);
      if (match != null) {
        return match.date().raw();
      }
    }
    return null;
  }

  /** The date as printed, with the word before it, which may be its weekday. */
  private static String dated(String line, DateMatch match) {
    return match.date().ambiguousOrder() && line.length() <= MAX_LINE ? line : match.date().raw();
  }

  /** Where the blocks end that may hold the story's date: few behind it, none of the comments. */
  private int endOfStory(int start) {
    int end = Math.min(page.blocks().size(), last + BEHIND + 1);
    for (int i = Math.max(start, last + 1); i < end; i++) {
      String text = page.blocks().get(i).text();
      if (phrases
          .in(text, Folding.fold(text))
          .filter(p -> p.kind() == Phrases.Kind.END)
          .isPresent()) {
        return i;
      }
    }
    return end;
  }

  /** HTML's footer of an article, not of a page, holds who wrote it and when. */
  private List<Integer> ownFooter() {
    List<Integer> indexes = new ArrayList<>();
    for (int index : survey.footers().keySet()) {
      if (first >= 0 && index >= first - UNDER_TITLE && index <= last + OWN_FOOTER) {
        indexes.add(index);
      }
    }
    return indexes;
  }

  /** Publishing systems print day, section and keywords of a story below it, also below forms. */
  private List<Integer> besideLabels() {
    List<Integer> indexes = new ArrayList<>();
    for (Label label : survey.labels()) {
      boolean sorted =
          label.property().equals("articleSection") || label.property().equals("keywords");
      boolean near = label.block() > last && label.block() <= last + BEHIND_BESIDE_LABEL;
      if (first >= 0 && sorted && near) {
        indexes.add(label.block() - 1);
      }
    }
    return indexes;
  }

  /**
   * The date in a line of its own under the headline or right above it, or null. A stated date that
   * is later is that of a new edition of the page.
   */
  @Nullable ParsedDate alone(DayOrder order) {
    List<Integer> near = underTitle();
    near.addAll(aboveTitle());
    for (int i : near) {
      Block block = page.blocks().get(i);
      List<DateMatch> matches = matches(i);
      if (isPublication(i, matches)
          && matches.get(0).date().raw().length() + MAX_BESIDE >= block.text().length()) {
        return order.read(block.text());
      }
    }
    return null;
  }

  /** The dates in the lines between headline and story, and between its first two paragraphs. */
  List<ParsedDate> atHead(DayOrder order) {
    List<ParsedDate> dates = new ArrayList<>();
    for (int i = heading + 1; i < endOfHead(true) && i <= heading + UNDER_TITLE; i++) {
      List<DateMatch> matches = heading < 0 ? List.of() : matches(i);
      if (isPublication(i, matches)) {
        ParsedDate date = order.read(page.blocks().get(i).text());
        if (date != null) {
          dates.add(date);
        }
      }
    }
    return dates;
  }

  private boolean isPublication(int index, List<DateMatch> matches) {
    return matches.size() == 1
        && !labels.isModified(page.blocks().get(index).text().substring(0, matches.get(0).start()))
        && !isBelowLabelOfUpdate(index);
  }

  private boolean isBelowLabelOfUpdate(int index) {
    return index > 0 && labels.isModified(page.blocks().get(index - 1).text());
  }

  /** The blocks right under the last top heading above the story, and right above the story. */
  private List<Integer> underTitle() {
    List<Integer> indexes = new ArrayList<>();
    if (heading >= 0) {
      int end = endOfHead(false);
      for (int i = heading + 1; i < end; i++) {
        if (i <= heading + UNDER_TITLE || (i < first && i >= first - UNDER_TITLE)) {
          indexes.add(i);
        }
      }
    }
    return indexes;
  }

  private List<Integer> aboveTitle() {
    List<Integer> indexes = new ArrayList<>();
    for (int i = heading - 1; i >= Math.max(0, heading - ABOVE_TITLE); i--) {
      Block block = page.blocks().get(i);
      if (block.in(Region.MAIN) || block.in(Region.ARTICLE)) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  private static int heading(List<Block> blocks, int first) {
    for (int i = first - 1; i >= 0; i--) {
      if (blocks.get(i).tag().equals("h1")) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The story's first paragraph; a standfirst that opens the story stands above its date.
   *
   * @param asParagraph whether a paragraph may be such a standfirst; else it is a heading or the
   *     like, since dates alone between paragraphs are a chronicle's
   */
  private int endOfHead(boolean asParagraph) {
    int end = first;
    while (end >= 0 && end < last && end < first + UNDER_TITLE) {
      Block block = page.blocks().get(end);
      boolean standfirst = end == first && (asParagraph || !block.tag().equals("p"));
      if (!standfirst && block.text().length() >= MIN_PARAGRAPH) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean isBanner(Block block) {
    return block.in(Region.HEADER) && !block.in(Region.MAIN) && !block.in(Region.ARTICLE);
  }
}
