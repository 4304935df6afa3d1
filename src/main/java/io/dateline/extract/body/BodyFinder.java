package io.dateline.extract.body;

import io.dateline.article.Block;
import io.dateline.article.Trace;
import io.dateline.extract.body.Mark.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the story among a page's blocks: each block is judged by itself, then the run of blocks
 * that is worth most is taken, then the short lines inside it are kept or dropped by their
 * neighbours; at last a model that has learned from labelled pages decides, to which all this is
 * one sign among others.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class BodyFinder {

  /** Short lines in a row that may be subheadings, a refrain or an address; more are a list. */
  private static final int MAX_SHORT_LINES = 3;

  /** Cost of a short line above which the page itself says that it stands in the story: a list. */
  private static final double LIST_COST = -3;

  /** Blocks shorter than this may well occur twice in one story, in UTF-16 code units. */
  private static final int MIN_REPETITION_LENGTH = 40;

  /** The least length at which a page may be told to cut a text, less the space cut at. */
  private static final int MIN_PIECE = 990;

  /** What pieces differ by in length, in UTF-16 code units: they end at a space. */
  private static final int PIECE_TOLERANCE = 256;

  private static final String BELONGS = "belongs to the story, by its signs and its neighbours'";

  private static final String REFRAIN = "stands between the paragraphs again and again";

  private final BlockRules rules;
  private final Hints hints = new Hints();
  private final StoryModel model = new StoryModel(BlockModel.read("block-model.tsv"));

  /** A finder that knows these phrases. */
  public BodyFinder(Phrases phrases) {
    this.rules = new BlockRules(phrases);
  }

  /**
   * The blocks of the story in reading order; empty if there is none.
   *
   * @param trace hears of every block
   */
  public List<Block> find(List<Block> blocks, StoryNotes notes, Trace trace) {
    Look look = look(blocks, notes);
    BitSet kept = model.decide(look);
    List<Block> story = new ArrayList<>();
    int seen = 0;
    for (Block block : blocks) {
      boolean refrain =
          seen == look.size() || look.features().get(seen).block().index() != block.index();
      boolean in = !refrain && kept.get(seen);
      if (in) {
        story.add(block);
      }
      if (trace.isOn()) {
        trace.block(block, in, refrain ? REFRAIN : reason(look, seen, in));
      }
      seen += refrain ? 0 : 1;
    }
    return List.copyOf(story);
  }

  /**
   * The story where a job says what it stands in: all of that but what gives a field, what a rule
   * takes for no part of a story (captions, lists of links, hidden text, repetitions), and what
   * phrases say. The model is not asked.
   *
   * @param inside indexes of the blocks that the job calls the story
   * @param trace hears of every block
   */
  public List<Block> within(
      List<Block> blocks, Set<Integer> inside, StoryNotes notes, Trace trace) {
    Look look = look(blocks.stream().filter(b -> inside.contains(b.index())).toList(), notes);
    List<Block> chosen = look.features().stream().map(BlockFeatures::block).toList();
    List<Mark> marks = look.marks();
    BitSet kept = allowed(marks);
    List<Block> story = new ArrayList<>();
    int next = 0;
    for (Block block : blocks) {
      boolean isInside = next < chosen.size() && chosen.get(next).equals(block);
      boolean isKept = isInside && kept.get(next);
      if (isKept) {
        story.add(block);
      }
      if (trace.isOn()) {
        String reason =
            !isInside
                ? inside.contains(block.index())
                    ? REFRAIN
                    : "outside of what the job calls the story"
                : isKept ? "inside what the job calls the story" : droppedInside(marks.get(next));
        trace.block(block, isKept, reason);
      }
      next += isInside ? 1 : 0;
    }
    return List.copyOf(story);
  }

  /** Short lines belong to a story that is marked as one, except behind a side matter's opening. */
  private static BitSet allowed(List<Mark> marks) {
    BitSet kept = new BitSet(marks.size());
    boolean aside = false;
    for (int i = 0; i < marks.size(); i++) {
      switch (marks.get(i).kind()) {
        case CONTENT -> {
          kept.set(i);
          aside = false;
        }
        case NEUTRAL -> kept.set(i, !aside);
        case BREAK -> aside = true;
        case DROP -> {}
        case END -> {
          // Before the first paragraph it is a link to the comments.
          if (!kept.isEmpty()) {
            return kept;
          }
        }
      }
    }
    return kept;
  }

  private static String droppedInside(Mark mark) {
    return switch (mark.kind()) {
      case CONTENT -> "after the end of the story";
      case NEUTRAL -> "after side matter, or the end of the story";
      default -> mark.reason();
    };
  }

  /** What the rules see; a line that stands between the paragraphs again and again is left out. */
  Look look(List<Block> blocks, StoryNotes notes) {
    List<BlockFeatures> all = blocks.stream().map(BlockFeatures::of).toList();
    BitSet refrains = Refrains.in(all);
    List<BlockFeatures> features =
        IntStream.range(0, all.size()).filter(i -> !refrains.get(i)).mapToObj(all::get).toList();
    PageSigns signs = PageSigns.of(features, hints);
    List<Mark> marks = judge(features, signs, notes);
    StoryRun run = StoryRun.best(marks);
    return new Look(features, marks, signs, run, smooth(marks, run), notes, pieces(features));
  }

  private List<Mark> judge(List<BlockFeatures> features, PageSigns signs, StoryNotes notes) {
    Map<String, Integer> seen = new HashMap<>();
    StatedStory stated = StatedStory.of(notes.articleBody());
    int[] wholes = wholes(features);
    List<Mark> marks = new ArrayList<>(features.size());
    boolean opened = false;
    for (int i = 0; i < features.size(); i++) {
      BlockFeatures block = features.get(i);
      int whole = wholes[i];
      boolean repetition =
          block.block().text().length() >= MIN_REPETITION_LENGTH
              && seen.getOrDefault(block.folded(), whole) != whole;
      Mark mark =
          rules.judge(
              new BlockRules.View(
                  block, signs.hints().get(i), notes, signs, stated, repetition, opened));
      if (mark.kind() == Kind.CONTENT) {
        seen.putIfAbsent(block.folded(), whole);
      }
      opened =
          (opened || i == notes.opening()) && mark.kind() != Kind.BREAK && mark.kind() != Kind.END;
      marks.add(mark);
    }
    return marks;
  }

  /** The blocks that are pieces of the same text as the one before them. */
  private static BitSet pieces(List<BlockFeatures> features) {
    int[] wholes = wholes(features);
    BitSet pieces = new BitSet(wholes.length);
    for (int i = 0; i < wholes.length; i++) {
      pieces.set(i, wholes[i] < i);
    }
    return pieces;
  }

  /** For each block the first piece of the text that it is a piece of: mostly itself. */
  private static int[] wholes(List<BlockFeatures> features) {
    int[] wholes = new int[features.size()];
    for (int i = 1; i < wholes.length; i++) {
      int whole = wholes[i - 1];
      Block before = features.get(i - 1).block();
      boolean continued = isContinued(features.get(whole).block(), before, features.get(i).block());
      wholes[i] = continued ? whole : i;
    }
    return wholes;
  }

  /**
   * Whether the block is a piece of the same text as those before it: the page cuts what is too
   * long into pieces of one length, and a long text may well repeat itself.
   *
   * @param opening the text's first piece
   */
  private static boolean isContinued(Block opening, Block before, Block block) {
    return before.text().length() >= MIN_PIECE
        && Math.abs(before.text().length() - opening.text().length()) <= PIECE_TOLERANCE
        && before.tag().equals(block.tag())
        && before.hints().equals(block.hints())
        && before.regions().equals(block.regions());
  }

  /** Keeps the paragraphs of the run, and its short lines where they look like part of it. */
  private static BitSet smooth(List<Mark> marks, StoryRun run) {
    BitSet kept = new BitSet(marks.size());
    int i = run.first();
    while (i <= run.last()) {
      if (marks.get(i).kind() == Kind.CONTENT) {
        kept.set(i++);
        continue;
      }
      int end = i;
      int shortLines = 0;
      boolean broken = false;
      while (end <= run.last() && marks.get(end).kind() != Kind.CONTENT) {
        shortLines += marks.get(end).kind() == Kind.NEUTRAL ? 1 : 0;
        end++;
      }
      for (int k = i; k < end; k++) {
        broken |= marks.get(k).kind() == Kind.BREAK;
        kept.set(
            k,
            marks.get(k).kind() == Kind.NEUTRAL
                && !broken
                && (shortLines <= MAX_SHORT_LINES || marks.get(k).weight() > LIST_COST));
      }
      i = end;
    }
    return kept;
  }

  /** Why a block is in the story or not: the rules' words, where the rules decide the same. */
  private static String reason(Look look, int index, boolean kept) {
    Mark mark = look.marks().get(index);
    boolean content = mark.kind() == Kind.CONTENT;
    return switch (look.reading(index)) {
      case KEPT -> {
        if (!kept) {
          yield "no part of the story by its signs and its neighbours', or said in it already";
        }
        yield content ? mark.reason() : "a short line between paragraphs";
      }
      case DROPPED ->
          kept
              ? BELONGS
              : content || mark.kind() == Kind.NEUTRAL
                  ? "one of many short lines, or after side matter"
                  : mark.reason();
      case BEFORE -> kept ? BELONGS : content ? "before the story" : mark.reason();
      case AFTER -> kept ? BELONGS : content ? "after the story" : mark.reason();
    };
  }
}
