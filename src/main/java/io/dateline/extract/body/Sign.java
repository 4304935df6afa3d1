package io.dateline.extract.body;

import io.dateline.article.Block.Region;
import java.util.Locale;

/**
 * What the model looks at, block by block. Each sign has a few levels, of which a block shows one
 * (or none, or of {@link #REGION} several). The model's file names a level by the sign's name and
 * the level's number, so that a new sign or level needs a new model.
 */
enum Sign {
  /** On every block. */
  ALWAYS(1),
  /** What the rules say of the block by itself: {@link Verdict}'s order. */
  VERDICT(Verdict.values().length),
  /** Where it stands to the run of blocks that the rules take: {@link Reading}'s order. */
  READING(Reading.values().length),
  /** The readings of the blocks before and after; the upper half if it is prose. */
  BETWEEN(2 * Reading.values().length * Reading.values().length),
  /** Length in words, in ten steps; the upper half if it ends a sentence. */
  WORDS(20),
  /** Sentences that end in it: 0, 1, 2, 3 or more. */
  SENTENCES(4),
  /** Share inside links: none, to a tenth, a third, 0.6, nearly all, all. */
  LINKS(6),
  /** The element that holds it: {@link Holder}'s order. */
  HOLDER(Holder.values().length),
  /** The trusted regions that it stands in. */
  REGION(Region.values().length),
  /** What the names around it say: {@link Hints.Says}'s order. */
  HINT(3),
  /** Share of the page's prose that has exactly the same names around it: {@link Shares}. */
  COMPANY(Shares.LEVELS),
  /** Share of the names around it that most of the page's prose has around it as well. */
  NAMES(7),
  /** Share of the page's prose inside the nearest name around it: {@link Shares}. */
  NEAREST(Shares.LEVELS),
  /** Its last character, as {@link OwnSigns} sorts them. */
  LAST(9),
  /**
   * Long words that it shares with the title: 0, 1, 2, 3 or more; the upper half if it is short.
   */
  TITLE_WORDS(8),
  /** Not yet after the title, the title itself, and then the blocks since. */
  AFTER_TITLE(8),
  /** Blocks before it on the page. */
  FROM_TOP(8),
  /** Blocks after it on the page. */
  FROM_END(8),
  /** Blank lines before it, three times, and after it, each up to 2. */
  GAP(9),
  /** Whether the blocks before (1) and after it (2) have the same element and names. */
  ALIKE(4),
  /** Words of prose in the three blocks before it. */
  PROSE_ABOVE(6),
  /** Words of prose in the three blocks after it. */
  PROSE_BELOW(6),
  /** Words of prose before it on the page. */
  PROSE_SO_FAR(6),
  /** Words of prose after it on the page. */
  PROSE_TO_COME(6),
  /** 0 if it is prose; otherwise blocks in a row that are none, itself one of them. */
  LINES(7),
  /** Blocks back to the last prose. */
  BACK_TO_PROSE(7),
  /** Blocks on to the next prose. */
  ON_TO_PROSE(7),
  /** Phrases before it that end a story: 0, 1, 2 or more. */
  ENDS_ABOVE(3),
  /** Phrases after it that end a story: 0, 1, 2 or more. */
  ENDS_BELOW(3),
  /** Blocks back to the last phrase that ends a story or opens side matter. */
  BACK_TO_BREAK(7),
  /** Share of its long words that other prose of the page has as well, in sixths. */
  TOPIC(6),
  /** Blocks on the page with its text, numbers aside: itself, 2, 3 or 4, more. */
  SHAPE(4),
  /** Of the four blocks before it, those whose text stands three times, numbers aside. */
  SHAPES_ABOVE(5),
  /** Of the four blocks after it, those whose text stands three times, numbers aside. */
  SHAPES_BELOW(5),
  /** Words of page furniture in it: 0, 1, 2, 3 or more; the upper half if that is an eighth. */
  FURNITURE(8),
  /** Words of page furniture in the three blocks before it and after it. */
  FURNITURE_AROUND(5),
  /** Whether it ends with whom a picture is from: no, as short as a caption, longer. */
  CREDIT(3),
  /**
   * Share of words that start with a capital: a tenth, a quarter, half, 0.8, more; then nothing but
   * capitals. The upper half if it has twelve words or more, the last if it has no letters.
   */
  CAPITALS(12),
  /**
   * Share of words of up to three letters: a tenth, 0.2, 0.3, 0.4, more; the upper half if it has
   * fifteen words or more, the last if it has hardly any.
   */
  SHORT_WORDS(11),
  /**
   * Lines built like it but for names and numbers: too long, nothing else, then 1, 2, 4, 8, more.
   */
  BUILD(7),
  /** Of the six blocks before it, those of a series of lines built alike. */
  BUILDS_ABOVE(5),
  /** Of the six blocks after it, those of a series of lines built alike. */
  BUILDS_BELOW(5),
  /** Whether it is a line with a time and little else: no, hardly anything else, something. */
  TIME(3),
  /** Of the four blocks before it, the lines with a time: 0, 1, 2, 3 or more. */
  TIMES_ABOVE(4),
  /** Of the four blocks after it, the lines with a time: 0, 1, 2, 3 or more. */
  TIMES_BELOW(4),
  /** Lines with a time since the story that the rules take began: 0, 1, 3, 8, more. */
  TIMES_SO_FAR(5);

  /** Levels of all signs together. */
  static final int ALL = Numbers.next;

  /** The next free number; an enum's constructor cannot see the enum's own static fields. */
  private static final class Numbers {
    static int next;
  }

  private final int levels;
  private final int first;

  Sign(int levels) {
    this.levels = levels;
    this.first = Numbers.next;
    Numbers.next += levels;
  }

  int levels() {
    return levels;
  }

  /** Number of a level among those of all signs; a level that is too high is the highest. */
  int at(int level) {
    return first + Math.max(0, Math.min(level, levels - 1));
  }

  /** Name of a level, as the model's file has it. */
  String nameOf(int level) {
    return name().toLowerCase(Locale.ROOT) + '.' + level;
  }
}
