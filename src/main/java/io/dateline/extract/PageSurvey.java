package io.dateline.extract;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import io.dateline.article.Page;
import io.dateline.extract.body.StoryNotes.Claim;
import io.dateline.extract.body.StoryNotes.Claim.Field;
import io.dateline.extract.credit.Agencies;
import io.dateline.extract.credit.Bylines;
import io.dateline.extract.credit.Bylines.Byline;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.label.Label;
import io.dateline.extract.label.LabelReader;
import io.dateline.extract.text.Letters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The blocks of a page that are plainly no paragraphs, since they give a field: labels with their
 * values, bylines, lines that are a date.
 *
 * @param labels in page order
 * @param bylines by block index
 * @param dates blocks that are a date and little else, by block index
 * @param footers date lines in the footers of articles, by block index; the page's rules judge
 *     those
 * @param openings dates that open a paragraph before a dash, by block index
 * @param namesNobody indexes of short lines that open like a byline and name nobody who is known
 * @param reasons why blocks are no paragraphs, by block index in ascending order: those above but
 *     footers, openings and names of nobody, and agencies' names in brackets
 */
record PageSurvey(
    List<Label> labels,
    Map<Integer, Byline> bylines,
    Map<Integer, List<DateMatch>> dates,
    Map<Integer, List<DateMatch>> footers,
    Map<Integer, DateMatch> openings,
    Set<Integer> namesNobody,
    Map<Integer, Claim> reasons) {

  /** Longest line that is a date and little else, in UTF-16 code units. */
  private static final int MAX_DATE_LINE = 120;

  /** Letters beside the date in such a line: "Published by … on", a place, a name. */
  private static final int MAX_LETTERS_BESIDE = 45;

  /** Beginning of a paragraph in which its day stands, in UTF-16 code units. */
  private static final int MAX_OPENING = 40;

  /** Blocks that are looked at; longer pages are archives. */
  private static final int MAX_BLOCKS = 5000;

  static PageSurvey of(
      Page page, LabelReader labels, Bylines bylines, Agencies agencies, DateParser dates) {
    Set<Integer> signOffs = new TreeSet<>();
    Map<Integer, Byline> bylineBlocks = new TreeMap<>();
    Map<Integer, List<DateMatch>> dateBlocks = new TreeMap<>();
    Map<Integer, List<DateMatch>> footerBlocks = new TreeMap<>();
    Set<Integer> namesNobody = new TreeSet<>();
    Map<Integer, DateMatch> openings = new TreeMap<>();
    List<Block> blocks = page.blocks().subList(0, Math.min(MAX_BLOCKS, page.blocks().size()));
    List<Label> found = labels.read(blocks);
    for (Block block : blocks) {
      Optional<Byline> byline = bylines.read(block.text());
      if (byline.isPresent()) {
        bylineBlocks.put(block.index(), byline.get());
      } else if (bylines.opens(block.text())) {
        namesNobody.add(block.index());
      }
      if (SignOff.isAlone(block.text(), agencies)) {
        signOffs.add(block.index());
      }
      List<DateMatch> matches = dateLine(block, dates, labels);
      if (!matches.isEmpty()) {
        (block.in(Region.FOOTER) ? footerBlocks : dateBlocks).put(block.index(), matches);
      } else if (opensWithDigit(block.text())) {
        opening(block.text(), dates).ifPresent(match -> openings.put(block.index(), match));
      }
    }
    return new PageSurvey(
        found,
        bylineBlocks,
        dateBlocks,
        footerBlocks,
        openings,
        namesNobody,
        claims(found, bylineBlocks.keySet(), dateBlocks.keySet(), signOffs));
  }

  private static Map<Integer, Claim> claims(
      List<Label> labels, Set<Integer> bylines, Set<Integer> dates, Set<Integer> signOffs) {
    Map<Integer, Claim> reasons = new TreeMap<>();
    dates.forEach(index -> reasons.put(index, new Claim(Field.DATE, "a date line")));
    bylines.forEach(index -> reasons.put(index, new Claim(Field.BYLINE, "a byline")));
    signOffs.forEach(
        index -> reasons.put(index, new Claim(Field.SIGN_OFF, "an agency's sign-off")));
    for (Label label : labels) {
      reasons.put(label.block(), new Claim(Field.LABEL, "the label " + label.name()));
      if (label.valueBlock() >= 0) {
        reasons.put(
            label.valueBlock(), new Claim(Field.LABEL, "the value of the label " + label.name()));
      }
    }
    return reasons;
  }

  private static boolean opensWithDigit(String text) {
    return !text.isEmpty() && Letters.isDigit(text.charAt(0));
  }

  /** {@code 17.10.2018 – Rain fell}: the day of a story run in before its first sentence. */
  private static Optional<DateMatch> opening(String text, DateParser parser) {
    String head = text.substring(0, Math.min(MAX_OPENING, text.length()));
    List<DateMatch> matches = parser.find(head, DateHints.NONE);
    if (matches.isEmpty() || matches.get(0).start() > 0) {
      return Optional.empty();
    }
    String rest = text.substring(matches.get(0).end()).strip();
    return !rest.isEmpty() && "–—-|".indexOf(rest.charAt(0)) >= 0 && rest.length() > MAX_OPENING
        ? Optional.of(matches.get(0))
        : Optional.empty();
  }

  /** The page's own footer and its teasers tell no day of the story; an article's footer may. */
  private static boolean isElsewhere(Block block) {
    boolean ownFooter =
        block.in(Region.FOOTER) && block.in(Region.ARTICLE) && !block.in(Region.ASIDE);
    return block.in(Region.NAV) || (block.in(Region.FOOTER) && !ownFooter);
  }

  private static List<DateMatch> dateLine(Block block, DateParser parser, LabelReader labels) {
    String text = block.text();
    if (text.length() > MAX_DATE_LINE || isElsewhere(block) || !Letters.holdsDigit(text)) {
      return List.of();
    }
    List<DateMatch> matches = parser.find(text, DateHints.NONE);
    if (matches.isEmpty()) {
      return matches;
    }
    int beside = letters(text, 0, text.length());
    for (DateMatch match : matches) {
      beside -= letters(text, match.start(), match.end());
    }
    boolean little =
        beside <= MAX_LETTERS_BESIDE
            || opensNotes(text, matches)
            || endsWithLabel(text, matches, labels);
    return little && !isSentence(text, matches) ? matches : List.of();
  }

  /** {@code 10 May 2019 · by Ann Example · in Harbour news · Leave a comment}. */
  private static boolean opensNotes(String text, List<DateMatch> matches) {
    if (matches.isEmpty() || matches.get(0).start() > 0) {
      return false;
    }
    String rest = text.substring(matches.get(0).end()).strip();
    return !rest.isEmpty() && "·|•".indexOf(rest.charAt(0)) >= 0;
  }

  /** {@code by Ann Example, desk for harbours and ferries Published: 10.05.2019}. */
  private static boolean endsWithLabel(String text, List<DateMatch> matches, LabelReader labels) {
    if (matches.isEmpty() || matches.get(matches.size() - 1).end() < text.length()) {
      return false;
    }
    String before = text.substring(0, matches.get(0).start()).strip();
    return before.endsWith(":") && labels.propertyAtEnd(before).isPresent();
  }

  /** "The bridge opened on 5 May 2016." is a sentence, not a date line. */
  private static boolean isSentence(String text, List<DateMatch> matches) {
    return !matches.isEmpty()
        && (text.endsWith(".") || text.endsWith("?") || text.endsWith("!"))
        && letters(text, 0, text.length()) > 30;
  }

  private static int letters(String text, int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += Letters.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }
}
