package io.dateline.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.ArticleField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldCountsTests {

  private static final int FIELDS = ArticleField.values().length;

  private final FieldCounts counts = new FieldCounts();

  @Test
  void everyFieldIsCountedOverAllAndByPublisherTheLargestFirst() {
    add("Courier", ArticleField.PUBLISHER, ArticleField.AUTHORS);
    add("Courier", ArticleField.PUBLISHER);
    add(null, ArticleField.AUTHORS);

    List<FieldFill> fills = counts.fills();

    assertThat(fills)
        .hasSize(3 * FIELDS)
        .contains(
            new FieldFill(FieldFill.ALL, "authors", 3, 2),
            new FieldFill("Courier", "authors", 2, 1),
            new FieldFill("Courier", "publisher", 2, 2),
            new FieldFill("Courier", "image", 2, 0),
            new FieldFill(null, "authors", 1, 1));
    assertThat(fills.get(0).publisher()).isEqualTo(FieldFill.ALL);
    assertThat(fills.get(FIELDS).publisher()).isEqualTo("Courier");
  }

  @Test
  void nothingCountedIsNothing() {
    assertThat(counts.fills()).isEmpty();
  }

  @Test
  void aPublisherThatCallsItselfLikeTheWholeIsPartOfTheWholeAlone() {
    add(FieldFill.ALL, ArticleField.AUTHORS);

    assertThat(counts.fills()).hasSize(FIELDS);
  }

  @Test
  void thePublishersWithTheFewestArticlesAreLeftOut() {
    for (int i = 0; i < FieldCounts.MAX_PUBLISHERS + 50; i++) {
      add("P" + i);
    }
    add("P249");

    List<FieldFill> fills = counts.fills();

    assertThat(fills).hasSize((FieldCounts.MAX_PUBLISHERS + 1) * FIELDS);
    assertThat(fills.get(0).articles()).isEqualTo(FieldCounts.MAX_PUBLISHERS + 51);
    assertThat(fills.get(FIELDS)).isEqualTo(new FieldFill("P249", "url", 2, 0));
  }

  @Test
  void aPublisherOnEachPageCostsNoMoreThanSomeThousandsOfThem() {
    for (int i = 0; i < 4 * FieldCounts.MAX_COUNTED; i++) {
      add("Page " + i);
      add("Courier");
    }

    List<FieldFill> fills = counts.fills();

    assertThat(fills.get(0).articles()).isEqualTo(8L * FieldCounts.MAX_COUNTED);
    assertThat(fills.get(FIELDS).publisher()).isEqualTo("Courier");
    assertThat(fills.get(FIELDS).articles()).isEqualTo(4L * FieldCounts.MAX_COUNTED);
  }

  private void add(String publisher, ArticleField... filled) {
    counts.add(
        new ArticleFacts(
            null, null, null, null, publisher, null, null, "1", Set.of(filled), Map.of()));
  }
}
