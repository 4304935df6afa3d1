package io.dateline.extract.body;

import io.dateline.article.Block;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page of which is known which blocks are its story.
 *
 * @param set the set it is from
 * @param look what the rules see
 * @param levels of each block
 * @param truth of each block
 * @param gold the story, folded; empty where only parts of it are known
 */
record LabelledPage(String set, Look look, List<int[]> levels, List<Truth> truth, String gold) {

  /** Whether a block stands in the story. */
  enum Truth {
    IN,
    OUT,
    UNKNOWN
  }

  private static final int SHINGLE = 4;

  static LabelledPage of(String set, Look look, List<Truth> truth, List<String> gold) {
    List<Truth> possible = new ArrayList<>(truth);
    look.barred().stream().forEach(i -> possible.set(i, Truth.OUT));
    return new LabelledPage(
        set,
        look,
        List.of(SignReader.read(look)),
        List.copyOf(possible),
        Folding.fold(String.join("\n", gold)));
  }

  /** Tells pages apart that are of one original, whatever set they are in. */
  String original() {
    String longest =
        look.features().stream()
            .map(BlockFeatures::folded)
            .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    return longest.substring(0, Math.min(60, longest.length()));
  }

  /** What of the blocks stands in a story that is given by its paragraphs. */
  static List<Truth> truth(List<Block> blocks, List<String> gold) {
    Set<String> paragraphs = new HashSet<>();
    gold.forEach(paragraph -> paragraphs.add(Folding.fold(paragraph)));
    Set<String> shingles = new HashSet<>();
    addShingles(Folding.fold(String.join("\n", gold)), shingles);
    List<Truth> truth = new ArrayList<>();
    List<String> texts = blocks.stream().map(block -> Folding.fold(block.text())).toList();
    for (String text : texts) {
      List<String> own = new ArrayList<>();
      addShingles(text, own);
      long found = own.stream().filter(shingles::contains).count();
      boolean in = paragraphs.contains(text) || (!own.isEmpty() && found * 2 >= own.size());
      truth.add(in ? Truth.IN : Truth.OUT);
    }
    return oneOfEach(texts, truth);
  }

  /** Of blocks with one text, only the one among most others of the story belongs to it. */
  private static List<Truth> oneOfEach(List<String> texts, List<Truth> truth) {
    Map<String, Integer> best = new HashMap<>();
    for (int i = 0; i < truth.size(); i++) {
      if (truth.get(i) == Truth.IN && texts.get(i).length() > 20) {
        Integer other = best.get(texts.get(i));
        if (other == null || company(truth, i) > company(truth, other)) {
          best.put(texts.get(i), i);
        }
      }
    }
    List<Truth> left = new ArrayList<>(truth);
    for (int i = 0; i < truth.size(); i++) {
      if (best.getOrDefault(texts.get(i), i) != i) {
        left.set(i, Truth.OUT);
      }
    }
    return left;
  }

  private static long company(List<Truth> truth, int at) {
    return truth.subList(Math.max(0, at - 4), Math.min(truth.size(), at + 5)).stream()
        .filter(Truth.IN::equals)
        .count();
  }

  /** What of the blocks is known where only pieces of the story and of the rest are given. */
  static List<Truth> truth(List<Block> blocks, List<String> inside, List<String> outside) {
    return blocks.stream()
        .map(
            block -> {
              String text = ' ' + Folding.fold(block.text()) + ' ';
              if (holdsAny(text, outside)) {
                return Truth.OUT;
              }
              return holdsAny(text, inside) ? Truth.IN : Truth.UNKNOWN;
            })
        .toList();
  }

  private static boolean holdsAny(String text, List<String> pieces) {
    return pieces.stream().anyMatch(piece -> text.contains(' ' + Folding.fold(piece) + ' '));
  }

  private static void addShingles(String folded, Collection<String> to) {
    List<String> words = folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      to.add(String.join(" ", words.subList(i, i + SHINGLE)));
    }
  }

  /** Precision and recall of four-word shingles, if these blocks are taken for the story. */
  double[] score(BitSet kept) {
    String text =
        String.join(" ", kept.stream().mapToObj(i -> look.features().get(i).folded()).toList());
    List<String> have = new ArrayList<>();
    List<String> want = new ArrayList<>();
    addShingles(text, have);
    addShingles(gold, want);
    Map<String, Integer> open = new HashMap<>();
    want.forEach(shingle -> open.merge(shingle, 1, Integer::sum));
    double hits = have.stream().filter(s -> open.merge(s, -1, Integer::sum) >= 0).count();
    return new double[] {
      have.isEmpty() ? 0 : hits / have.size(), want.isEmpty() ? 1 : hits / want.size()
    };
  }
}
