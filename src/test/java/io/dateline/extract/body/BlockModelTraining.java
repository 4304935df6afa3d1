package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes {@code block-model.tsv} from labelled pages, and tells what it is worth on pages that it
 * has not seen. No part of the tests; see docs/accuracy.md for the commands.
 */
@Tag("long")
@EnabledIfSystemProperty(named = "training.sets", matches = ".+")
class BlockModelTraining {

  private static final int FOLDS = 3;

  private static List<LabelledPage> pages() throws Exception {
    List<LabelledPage> pages = new ArrayList<>();
    for (String folder : System.getProperty("training.sets").split(",", -1)) {
      pages.addAll(new LabelledSet().read(Path.of(folder)));
    }
    return pages;
  }

  @Test
  @EnabledIfSystemProperty(named = "training.out", matches = ".+")
  void writesTheModelOfAllPages() throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add("# What the signs of a block are worth for each part of a page.");
    rows.add(
        "# Learned by BlockModelTraining, to be made anew and not edited: see docs/accuracy.md.");
    rows.add("# Columns: kind of page, sign and level, then before, story, between, after.");
    rows.addAll(BlockModelTrainer.train(pages()));

    Files.write(Path.of(System.getProperty("training.out")), rows);
  }

  @Test
  @EnabledIfSystemProperty(named = "training.check", matches = "true")
  void isHeldAgainstPagesThatItHasNotSeen() throws Exception {
    List<LabelledPage> pages = pages();
    Map<String, List<double[]>> rules = new TreeMap<>();
    Map<String, List<double[]>> model = new TreeMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<LabelledPage> seen = new ArrayList<>();
      List<LabelledPage> unseen = new ArrayList<>();
      for (LabelledPage page : pages) {
        boolean out = Math.floorMod(page.original().hashCode(), FOLDS) == fold;
        (out ? unseen : seen).add(page);
      }
      StoryModel trained = new StoryModel(BlockModel.of(BlockModelTrainer.train(seen)));
      for (LabelledPage page : unseen) {
        if (!page.gold().isEmpty()) {
          rules
              .computeIfAbsent(page.set(), set -> new ArrayList<>())
              .add(page.score(page.look().kept()));
          model
              .computeIfAbsent(page.set(), set -> new ArrayList<>())
              .add(page.score(trained.decide(page.look())));
        }
      }
    }

    model.forEach(
        (set, scores) ->
            System.out.printf(
                Locale.ROOT,
                "%s: %d pages, rules %s, model %s%n",
                set,
                scores.size(),
                mean(rules.getOrDefault(set, List.of())),
                mean(scores)));
    assertThat(model).isNotEmpty();
  }

  private static String mean(List<double[]> scores) {
    double p = scores.stream().mapToDouble(score -> score[0]).average().orElse(0);
    double r = scores.stream().mapToDouble(score -> score[1]).average().orElse(0);
    return String.format(Locale.ROOT, "F1 %.4f P %.4f R %.4f", 2 * p * r / (p + r), p, r);
  }
}
