package io.dateline.summary;

import io.dateline.article.ArticleField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often each field is filled in what a run read: over all, and for each of the {@value
 * #MAX_PUBLISHERS} publishers with the most articles. The others are part of the whole alone.
 *
 * <p>An archive may name a publisher of its own on every page, so counts are kept of {@value
 * #MAX_COUNTED} at a time: when there are more, the smaller half is forgotten, and who comes back
 * begins anew. The same articles in the same order give the same counts. Not safe for use by
 * several threads.
 */
public final class FieldCounts {

  /** Publishers of which counts are handed out. */
  public static final int MAX_PUBLISHERS = 200;

  /** Publishers that are counted at a time. */
  static final int MAX_COUNTED = 5_000;

  /** Most articles first, then by the bytes of the name. */
  private static final Comparator<Map.Entry<GroupKey, Counts>> LARGEST_FIRST =
      Comparator.<Map.Entry<GroupKey, Counts>>comparingLong(entry -> -entry.getValue().articles)
          .thenComparing(Map.Entry::getKey);

  private static final class Counts {
    private final Map<ArticleField, Long> filled = new EnumMap<>(ArticleField.class);
    private long articles;

    void add(ArticleFacts facts) {
      articles++;
      facts.filled().forEach(field -> filled.merge(field, 1L, Long::sum));
    }

    void addTo(List<FieldFill> fills, @Nullable String publisher) {
      for (ArticleField field : ArticleField.values()) {
        fills.add(
            new FieldFill(publisher, field.column(), articles, filled.getOrDefault(field, 0L)));
      }
    }
  }

  private final Counts all = new Counts();
  private final Map<GroupKey, Counts> publishers = new HashMap<>();

  /** Counts an article. */
  public void add(ArticleFacts facts) {
    all.add(facts);
    if (FieldFill.ALL.equals(facts.publisher())) {
      // A page may call itself so, and is then part of the whole alone.
      return;
    }
    publishers.computeIfAbsent(GroupKey.of(facts.publisher()), key -> new Counts()).add(facts);
    if (publishers.size() > MAX_COUNTED) {
      publishers.keySet().retainAll(new HashSet<>(largest(MAX_COUNTED / 2)));
    }
  }

  /**
   * The counts: of all publishers together, then of each, those with the most articles first. Each
   * has every field. Empty if nothing was counted.
   */
  public List<FieldFill> fills() {
    List<FieldFill> fills = new ArrayList<>();
    if (all.articles > 0) {
      all.addTo(fills, FieldFill.ALL);
      for (GroupKey key : largest(MAX_PUBLISHERS)) {
        Objects.requireNonNull(publishers.get(key)).addTo(fills, key.first());
      }
    }
    return fills;
  }

  private List<GroupKey> largest(int number) {
    return publishers.entrySet().stream()
        .sorted(LARGEST_FIRST)
        .limit(number)
        .map(Map.Entry::getKey)
        .toList();
  }
}
