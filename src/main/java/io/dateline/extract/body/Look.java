package io.dateline.extract.body;

import io.dateline.article.Block;
import io.dateline.extract.body.Mark.Kind;
import java.util.BitSet;
import java.util.List;

/**
 * What the rules see on a page.
 *
 * @param features of each block
 * @param marks of each block
 * @param signs which of the page's own signs can be trusted
 * @param run the blocks that the rules take for the story, with what stands between them
 * @param kept those of them that the rules would keep
 * @param notes what was known before
 * @param pieces the blocks that are pieces of the same text as the one before them
 */
record Look(
    List<BlockFeatures> features,
    List<Mark> marks,
    PageSigns signs,
    StoryRun run,
    BitSet kept,
    StoryNotes notes,
    BitSet pieces) {

  /** Blocks below which a page is small; whole pages of news sites have hundreds. */
  private static final int SMALL_PAGE = 40;

  int size() {
    return features.size();
  }

  /** Whether the page has few blocks, so that the rest of it says little of each. */
  boolean isSmall() {
    return size() < SMALL_PAGE;
  }

  /** Whether a block stands in markup with others like it: never true of lines. */
  boolean isAlike(int block, int other) {
    Block one = features.get(block).block();
    Block two = features.get(other).block();
    return !isText()
        && one.tag().equals(two.tag())
        && one.hints().equals(two.hints())
        && one.regions().equals(two.regions());
  }

  /** Whether a block stands beside the story by its markup. */
  boolean isAside(int block) {
    Verdict verdict = marks.get(block).verdict();
    return verdict == Verdict.PHRASE_ASIDE
        || verdict == Verdict.PHRASE_DROP
        || isOfOtherParts(verdict);
  }

  /** Whether the page is plain text: its blocks are lines. */
  boolean isText() {
    return !features.isEmpty() && features.get(0).block().tag().equals("line");
  }

  int words(int block) {
    return features.get(block).words();
  }

  /** Whether a block reads like a sentence or more, and is no list of links. */
  boolean isProse(int block) {
    BlockFeatures seen = features.get(block);
    return seen.isProse() && seen.block().linkDensity() < 0.5;
  }

  /** Whether a block is a piece of the same text as the one before it. */
  boolean isContinued(int block) {
    return pieces.get(block);
  }

  /**
   * The blocks that can be no part of the story, whatever stands around them: they give a field, a
   * list that people keep says so, they are short lines after side matter began, or they stand
   * behind the end of the story that the rules take; on a small page also what stands in parts that
   * hold no stories, since there the rest of the page says too little against that.
   */
  BitSet barred() {
    BitSet barred = new BitSet(size());
    boolean aside = false;
    boolean ended = false;
    for (int i = 0; i < size(); i++) {
      Mark mark = marks.get(i);
      aside = mark.kind() == Kind.BREAK || (aside && mark.kind() == Kind.NEUTRAL);
      ended |= mark.kind() == Kind.END && reading(i) == Reading.AFTER;
      boolean doubtful = isSmall() && isOfOtherParts(mark.verdict());
      barred.set(i, aside || ended || doubtful || isBarred(mark.verdict()));
    }
    return barred;
  }

  private static boolean isBarred(Verdict verdict) {
    return switch (verdict) {
      case LABEL, BYLINE, DATE_LINE, SIGN_OFF, TITLE -> true;
      case PHRASE_END, PHRASE_BREAK, PHRASE_ASIDE, PHRASE_DROP, ADDRESS, COOKIES -> true;
      default -> false;
    };
  }

  private static boolean isOfOtherParts(Verdict verdict) {
    return verdict == Verdict.REGION || verdict == Verdict.HIDDEN || verdict == Verdict.HINT;
  }

  /** Where a block stands to what the rules take. */
  Reading reading(int block) {
    if (kept.get(block)) {
      return Reading.KEPT;
    }
    if (run.last() < run.first() || block < run.first()) {
      return Reading.BEFORE;
    }
    return block > run.last() ? Reading.AFTER : Reading.DROPPED;
  }

  /** The parts of the page as the rules take them. */
  Part part(int block) {
    return switch (reading(block)) {
      case BEFORE -> Part.BEFORE;
      case KEPT -> Part.STORY;
      case DROPPED -> Part.BETWEEN;
      case AFTER -> Part.AFTER;
    };
  }
}
