package io.dateline.extract.body;

import io.dateline.extract.body.Mark.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which blocks are the story, by the learned {@link BlockModel}, where the rules have seen
 * the page. Where the two would take different stories, the model has to be sure: it has learned
 * from hundreds of pages, not from all that there are.
 *
 * <p>Immutable and safe for use by several threads.
 */
@SuppressWarnings("EnumOrdinal") // The worth of blocks comes by part, in their order.
final class StoryModel {

  /** Share of the rules' story, in words, that a story must hold to be the same one. */
  private static final double SAME_STORY = 0.5;

  /**
   * What another story must be worth more than the rules' own, by the logarithm of its words; found
   * by cross-validation.
   */
  private static final double SURE = 8;

  private final BlockModel model;

  StoryModel(BlockModel model) {
    this.model = model;
  }

  /** The blocks of the story. */
  BitSet decide(Look look) {
    BitSet story = trimmed(decide(look, SignReader.read(look)), look);
    return Copies.leftOutOf(withItsEnds(story, look), look);
  }

  BitSet decide(Look look, int[][] levels) {
    double[][] worth = new double[levels.length][];
    BitSet barred = look.barred();
    for (int i = 0; i < levels.length; i++) {
      worth[i] = model.worth(levels[i], look.isText());
      if (barred.get(i)) {
        worth[i][Part.STORY.ordinal()] = Double.NEGATIVE_INFINITY;
      }
    }
    StoryPath best = StoryPath.best(worth, model);
    BitSet kept = story(best.parts());
    BitSet both = (BitSet) kept.clone();
    both.and(look.kept());
    int words = words(look.kept(), look);
    if (words(both, look) >= SAME_STORY * words) {
      return kept;
    }
    List<Part> parts = IntStream.range(0, look.size()).mapToObj(look::part).toList();
    StoryPath rules = StoryPath.of(parts, worth, model);
    return best.worth() - rules.worth() < SURE * StrictMath.log(2 + words) ? look.kept() : kept;
  }

  /** Without lines of a word or two at its ends; nothing if nothing in it reads like a story. */
  private static BitSet trimmed(BitSet kept, Look look) {
    BitSet left = (BitSet) kept.clone();
    int first = left.nextSetBit(0);
    while (first >= 0 && look.marks().get(first).verdict() == Verdict.SHORT_LINE) {
      left.clear(first);
      first = left.nextSetBit(first);
    }
    int last = left.length() - 1;
    while (last >= 0 && look.marks().get(last).verdict() == Verdict.SHORT_LINE) {
      left.clear(last);
      last = left.length() - 1;
    }
    boolean any = left.stream().anyMatch(i -> look.marks().get(i).kind() == Kind.CONTENT);
    return any ? left : new BitSet();
  }

  /** With the paragraphs of a small page that an aside parts from the rest of their element. */
  private static BitSet withItsEnds(BitSet kept, Look look) {
    BitSet whole = (BitSet) kept.clone();
    if (look.isSmall() && !kept.isEmpty()) {
      extend(whole, kept.length() - 1, 1, look);
      extend(whole, kept.nextSetBit(0), -1, look);
    }
    return whole;
  }

  private static void extend(BitSet story, int end, int step, Look look) {
    for (int i = end + step; i >= 0 && i < look.size(); i += step) {
      if (look.marks().get(i).verdict() == Verdict.PROSE && look.isAlike(end, i)) {
        story.set(i);
      } else if (!look.isAside(i)) {
        return;
      }
    }
  }

  private static BitSet story(List<Part> parts) {
    BitSet story = new BitSet(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      story.set(i, parts.get(i) == Part.STORY);
    }
    return story;
  }

  private static int words(BitSet blocks, Look look) {
    return blocks.stream().map(look::words).sum();
  }
}
