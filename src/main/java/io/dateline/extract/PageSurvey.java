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
import java.util.List;
import java.util.Map;
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
 * @param signOffs indexes of the blocks that are an agency's name in brackets
 */
record PageSurvey(
    List<Label> labels,
    Map<Integer, Byline> bylines,
    Map<Integer, List<DateMatch>> dates,
    Set<Integer> signOffs) {

  /** Longest line that is a date and little else, in UTF-16 code units. */
  private static final int MAX_DATE_LINE = 120;

  /** Letters beside the date in such a line: "Published by … on", a place, a name. */
  private static final int MAX_LETTERS_BESIDE = 45;

  /** Blocks that are looked at; longer pages are archives. */
  private static final int MAX_BLOCKS = 5000;

  static PageSurvey of(
      Page page, LabelReader labels, Bylines bylines, Agencies agencies, DateParser dates) {
    Set<Integer> signOffs = new TreeSet<>();
    Map<Integer, Byline> bylineBlocks = new TreeMap<>();
    Map<Integer, List<DateMatch>> dateBlocks = new TreeMap<>();
    List<Label> found = labels.read(page.blocks());
    for (Block block : page.blocks().subList(0, Math.min(MAX_BLOCKS, page.blocks().size()))) {
      bylines.read(block.text()).ifPresent(byline -> bylineBlocks.put(block.index(), byline));
      if (SignOff.isAlone(block.text(), agencies)) {
        signOffs.add(block.index());
      }
      List<DateMatch> matches = dateLine(block, dates);
      if (!matches.isEmpty()) {
        dateBlocks.put(block.index(), matches);
      }
    }
    return new PageSurvey(found, bylineBlocks, dateBlocks, signOffs);
  }

  /** Why blocks are no paragraphs, by index. */
  Map<Integer, Claim> reasons() {
    Map<Integer, Claim> reasons = new TreeMap<>();
    dates.keySet().forEach(index -> reasons.put(index, new Claim(Field.DATE, "a date line")));
    bylines.keySet().forEach(index -> reasons.put(index, new Claim(Field.BYLINE, "a byline")));
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

  private static List<DateMatch> dateLine(Block block, DateParser parser) {
    String text = block.text();
    if (text.length() > MAX_DATE_LINE
        || block.in(Region.NAV)
        || block.in(Region.FOOTER)
        || text.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    List<DateMatch> matches = parser.find(text, DateHints.NONE);
    int beside = letters(text, 0, text.length());
    for (DateMatch match : matches) {
      beside -= letters(text, match.start(), match.end());
    }
    boolean little = beside <= MAX_LETTERS_BESIDE || opensNotes(text, matches);
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

  /** "The bridge opened on 5 May 2016." is a sentence, not a date line. */
  private static boolean isSentence(String text, List<DateMatch> matches) {
    return !matches.isEmpty()
        && (text.endsWith(".") || text.endsWith("?") || text.endsWith("!"))
        && letters(text, 0, text.length()) > 30;
  }

  private static int letters(String text, int from, int to) {
    return (int) text.substring(from, to).chars().filter(Character::isLetter).count();
  }
}
