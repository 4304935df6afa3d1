package io.dateline.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.ArticleField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityRuleTests {

  private static final QualityRule RULE = new QualityRule(0.2, 20, Set.of());

  @ParameterizedTest(name = "{0} of {1} after {2} of {3}: {4}")
  @CsvSource({
    // The dates of a site are gone.
    "0, 50, 490, 500, true",
    "0, 20, 20, 20, true",
    // As ever, better, or a little worse.
    "49, 50, 490, 500, false",
    "50, 50, 100, 500, false",
    "40, 50, 490, 500, false",
    // A fall of exactly as much as is asked for is one.
    "500, 1000, 7500, 10000, true",
    "551, 1000, 7500, 10000, false",
    // All of it is too little where few articles have the field at all.
    "0, 1000, 1500, 10000, false",
    // Too few articles, now or before.
    "0, 19, 490, 500, false",
    "0, 50, 19, 19, false",
    // A third less, and still within what chance does with so few.
    "9, 20, 15, 20, false",
    "0, 20, 0, 20, false",
  })
  void aDropIsLargeAndOfEnoughArticlesAndMoreThanChance(
      long filled, long articles, long trailingFilled, long trailingArticles, boolean drops) {
    List<QualityDrop> found =
        new QualityRule(articles == 1_000 && filled == 500 ? 0.25 : 0.2, 20, Set.of())
            .drops(
                List.of(new FieldFill("Courier", "date_published", articles, filled)),
                List.of(
                    new FieldFill("Courier", "date_published", trailingArticles, trailingFilled)));

    assertThat(found)
        .isEqualTo(
            drops
                ? List.of(
                    new QualityDrop(
                        "Courier",
                        "date_published",
                        filled,
                        articles,
                        trailingFilled,
                        trailingArticles))
                : List.of());
  }

  @Test
  void theRunsBeforeAreAddedUpHoweverFewArticlesEachOfThemHad() {
    List<FieldFill> before = new ArrayList<>();
    for (int night = 0; night < 10; night++) {
      before.add(new FieldFill(null, "authors", 3, 3));
    }

    assertThat(RULE.drops(List.of(new FieldFill(null, "authors", 20, 2)), before))
        .containsExactly(new QualityDrop(null, "authors", 2, 20, 30, 30));
  }

  @Test
  void aPublisherThatIsNewOrMissingIsNotCompared() {
    FieldFill fallen = new FieldFill("Courier", "authors", 50, 0);

    assertThat(RULE.drops(List.of(fallen), List.of())).isEmpty();
    assertThat(RULE.drops(List.of(fallen), List.of(new FieldFill("Herald", "authors", 50, 50))))
        .isEmpty();
    assertThat(RULE.drops(List.of(), List.of(new FieldFill("Courier", "authors", 50, 50))))
        .isEmpty();
  }

  @Test
  void theWorstComesFirstAndEqualOnesInTheOrderOfTheirNames() {
    List<FieldFill> now =
        List.of(
            new FieldFill("Żagiel", "authors", 100, 0),
            new FieldFill("Ark", "date_published", 100, 0),
            new FieldFill("Ark", "authors", 100, 0),
            new FieldFill(null, "authors", 100, 0),
            new FieldFill("Half", "authors", 100, 50),
            new FieldFill(FieldFill.ALL, "authors", 500, 50));
    List<FieldFill> before =
        now.stream().map(f -> new FieldFill(f.publisher(), f.field(), 500, 500)).toList();

    assertThat(RULE.drops(now, before))
        .extracting(drop -> drop.publisher() + " " + drop.field())
        .containsExactly(
            "null authors",
            "Ark authors",
            "Ark date_published",
            "Żagiel authors",
            "* authors",
            "Half authors");
  }

  @Test
  void onlyTheFieldsThatTheJobNamesAreLookedAt() {
    List<FieldFill> now =
        List.of(new FieldFill("Ark", "authors", 100, 0), new FieldFill("Ark", "keywords", 100, 0));
    List<FieldFill> before =
        List.of(
            new FieldFill("Ark", "authors", 100, 99), new FieldFill("Ark", "keywords", 100, 99));

    assertThat(new QualityRule(0.2, 20, Set.of(ArticleField.KEYWORDS)).drops(now, before))
        .extracting(QualityDrop::field)
        .containsExactly("keywords");
  }

  @Test
  void noMoreThanTheWorstHundredAreKept() {
    List<FieldFill> now = new ArrayList<>();
    List<FieldFill> before = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      now.add(new FieldFill("P" + i, "authors", 1_000, i));
      before.add(new FieldFill("P" + i, "authors", 1_000, 1_000));
    }

    assertThat(RULE.drops(now, before))
        .hasSize(QualityDrop.MAX_KEPT)
        .extracting(QualityDrop::publisher)
        .startsWith("P0", "P1")
        .endsWith("P99");
  }
}
