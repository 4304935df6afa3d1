package io.dateline.diff;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Keeps some examples of each kind and field, drawn by a digest of the seed, the article and the
 * field: the same each time, whatever comes in which order. Not safe for use by several threads.
 */
final class Samples {

  /** An example with what was drawn for it. */
  private record Drawn(long number, Sample sample) {}

  private static final Comparator<Drawn> LARGEST_FIRST =
      Comparator.comparingLong(Drawn::number)
          .thenComparing(drawn -> drawn.sample().articleId())
          .reversed();

  private final MessageDigest digest = Digests.sha256();
  private final long seed;
  private final int most;
  private final Map<ChangeKind, Map<String, PriorityQueue<Drawn>>> kept =
      new EnumMap<>(ChangeKind.class);

  Samples(long seed, int most) {
    this.seed = seed;
    this.most = most;
  }

  /** Keeps an example if it is drawn; it is made only then. */
  void offer(ChangeKind kind, String field, String articleId, Supplier<Sample> sample) {
    if (most == 0) {
      return;
    }
    long number = Digests.draw(digest, seed, articleId, field);
    PriorityQueue<Drawn> queue =
        kept.computeIfAbsent(kind, k -> new TreeMap<>())
            .computeIfAbsent(field, f -> new PriorityQueue<>(LARGEST_FIRST));
    Drawn largest = queue.peek();
    if (queue.size() < most) {
      queue.add(new Drawn(number, sample.get()));
    } else if (largest != null && number < largest.number()) {
      queue.poll();
      queue.add(new Drawn(number, sample.get()));
    }
  }

  /** The examples of a kind and field, in the order in which they were drawn. */
  List<Sample> of(ChangeKind kind, String field) {
    PriorityQueue<Drawn> queue = kept.getOrDefault(kind, Map.of()).get(field);
    if (queue == null) {
      return List.of();
    }
    List<Drawn> drawn = new ArrayList<>(queue);
    drawn.sort(LARGEST_FIRST.reversed());
    return drawn.stream().map(Drawn::sample).toList();
  }
}
