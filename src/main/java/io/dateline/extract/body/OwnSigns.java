package io.dateline.extract.body;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import io.dateline.extract.text.Letters;

/** The signs that a block shows by itself. */
@SuppressWarnings("EnumOrdinal") // The levels are those of the enums, as Sign says.
final class OwnSigns {

  private static final Region[] REGIONS = Region.values();

  private static final int[] WORDS = {1, 2, 3, 5, 8, 12, 20, 35, 60};

  private OwnSigns() {}

  static void read(Look look, int at, Levels to) {
    BlockFeatures features = look.features().get(at);
    Block block = features.block();
    to.add(Sign.ALWAYS, 0);
    to.add(Sign.VERDICT, look.marks().get(at).verdict().ordinal());
    to.add(Sign.READING, look.reading(at).ordinal());
    to.add(Sign.WORDS, Shares.step(features.words(), WORDS) + (features.endsSentence() ? 10 : 0));
    to.add(Sign.SENTENCES, features.sentenceEnds());
    to.add(Sign.HOLDER, Holder.of(block.tag()).ordinal());
    for (Region region : REGIONS) {
      if (look.signs().in(region, features)) {
        to.add(Sign.REGION, region.ordinal());
      }
    }
    to.add(Sign.HINT, look.signs().hints().get(at).says().ordinal());
    to.add(Sign.LINKS, links(block.linkDensity()));
    to.add(Sign.LAST, last(features));
  }

  private static int links(double density) {
    if (density == 0) {
      return 0;
    }
    return density < 0.1 ? 1 : density < 0.34 ? 2 : density < 0.6 ? 3 : density < 0.95 ? 4 : 5;
  }

  /** Sorts blocks by what they end with: sentences first, then signs that lead on. */
  private static int last(BlockFeatures features) {
    String text = features.block().text();
    int c = text.codePointBefore(text.length());
    if (features.endsSentence()) {
      return c == '!' || c == '?' ? 1 : 0;
    }
    return switch (c) {
      case ':', '：' -> 2;
      case '…', '»', '›', '>', '→' -> 3;
      case ',', ';', '，', '、' -> 4;
      case '"', '”', '“', '\'', '’', '」', '』' -> 5;
      case ')', ']', '）', '】' -> 6;
      default -> Letters.isDigit(c) ? 7 : 8;
    };
  }
}
