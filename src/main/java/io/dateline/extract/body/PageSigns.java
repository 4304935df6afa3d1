package io.dateline.extract.body;

import io.dateline.article.Block.Region;
import io.dateline.extract.body.Hints.Hint;
import io.dateline.extract.body.Hints.Says;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
 */
record PageSigns(List<Hint> hints, Set<Region> distrusted) {

  /** Share of the page's prose that makes a sign meaningless. */
  private static final double NEARLY_ALL = 0.75;

  static PageSigns of(List<BlockFeatures> blocks, Hints list) {
    Map<String, Says> cache = new HashMap<>();
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
    Map<String, Integer> wordsByName = new HashMap<>();
    wordsByHints.forEach(
        (names, words) -> {
          for (String name : Set.copyOf(List.of(names.split(" ", -1)))) {
            wordsByName.merge(name, words, Integer::sum);
          }
        });
    Set<String> ignored = new HashSet<>();
    for (Map.Entry<String, Integer> name : wordsByName.entrySet()) {
      if (name.getValue() > NEARLY_ALL * prose
          && list.of(name.getKey(), cache, Set.of()).says() == Says.ASIDE) {
        ignored.add(name.getKey());
      }
    }
    Set<Region> distrusted = EnumSet.noneOf(Region.class);
    for (Region region : Region.values()) {
      if (wordsByRegion.getOrDefault(region, 0) > NEARLY_ALL * prose) {
        distrusted.add(region);
      }
    }
    List<Hint> hints = new ArrayList<>(blocks.size());
    for (BlockFeatures features : blocks) {
      hints.add(list.of(features.block().hints(), cache, ignored));
    }
    return new PageSigns(List.copyOf(hints), distrusted);
  }

  /** Whether the block stands in a region that says so and can be trusted. */
  boolean in(Region region, BlockFeatures features) {
    return features.block().in(region) && !distrusted.contains(region);
  }
}
