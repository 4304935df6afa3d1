package io.dateline.extract.body;

import io.dateline.article.Block.Region;
import io.dateline.extract.body.Hints.Hint;
import io.dateline.extract.body.Hints.Says;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a page's own signs can be trusted. A name or region that speaks against the text inside
 * it, but stands around nearly all prose of the page, cannot mean what it says: {@code has-sidebar}
 * on the whole body, a form around a whole page, text hidden until a script shows it.
 *
 * @param hints what the trusted names say of each block, by index
 * @param distrusted regions that say nothing on this page
 * @param names those around the blocks
 */
record PageSigns(List<Hint> hints, Set<Region> distrusted, BlockNames names) {

  /** Share of the page's prose that makes a sign meaningless. */
  private static final double NEARLY_ALL = 0.75;

  static PageSigns of(List<BlockFeatures> blocks, Hints list) {
    BlockNames names = new BlockNames();
    Map<String, Integer> wordsByHints = new HashMap<>();
    Map<Region, Integer> wordsByRegion = new EnumMap<>(Region.class);
    int prose = 0;
    for (BlockFeatures features : blocks) {
      if (!features.isProse() || features.block().linkDensity() > 0.5) {
        continue;
      }
      prose += features.words();
      for (Region region : features.block().regions()) {
        wordsByRegion.merge(region, features.words(), Integer::sum);
      }
      wordsByHints.merge(features.block().hints(), features.words(), Integer::sum);
    }
    Set<Region> distrusted = EnumSet.noneOf(Region.class);
    for (Region region : Region.values()) {
      if (wordsByRegion.getOrDefault(region, 0) > NEARLY_ALL * prose) {
        distrusted.add(region);
      }
    }
    BitSet ignored = aroundNearlyAll(wordsByHints, prose, names);
    Map<Integer, Says> said = new HashMap<>();
    Map<String, Hint> known = new HashMap<>();
    List<Hint> hints = new ArrayList<>(blocks.size());
    for (BlockFeatures features : blocks) {
      Hint hint =
          known.computeIfAbsent(
              features.block().hints(), around -> hint(names, around, ignored, list, said));
      hints.add(hint);
    }
    return new PageSigns(List.copyOf(hints), distrusted, names);
  }

  /** The names around nearly all prose. */
  private static BitSet aroundNearlyAll(
      Map<String, Integer> wordsByHints, int prose, BlockNames names) {
    wordsByHints.keySet().forEach(names::of);
    int[] words = new int[names.count()];
    wordsByHints.forEach(
        (hints, inside) -> {
          for (int name : names.of(hints)) {
            words[name] += inside;
          }
        });
    BitSet around = new BitSet();
    for (int name = 0; name < words.length; name++) {
      around.set(name, words[name] > NEARLY_ALL * prose);
    }
    return around;
  }

  /** What the nearest name says that says anything and can be trusted. */
  private static Hint hint(
      BlockNames names, String around, BitSet nearlyAll, Hints list, Map<Integer, Says> said) {
    for (int number : names.of(around)) {
      Says says = said.computeIfAbsent(number, n -> list.says(names.name(n)));
      if (says != Says.NOTHING && !(says == Says.ASIDE && nearlyAll.get(number))) {
        return new Hint(says, names.name(number));
      }
    }
    return Hint.NONE;
  }

  /** Whether the block stands in a region that says so and can be trusted. */
  boolean in(Region region, BlockFeatures features) {
    return features.block().in(region) && !distrusted.contains(region);
  }
}
