package io.dateline.batch.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.batch.selection.Facets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFilterTests {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          2016,                   2016-09-05,                true
          2016,                   2016-09-05T23:59:00-08:00, true
          2016,                   2016,                      true
          2016,                   2017-01-01,                false
          2016-09,                2016-09-05,                true
          2016-09,                2016-09,                   true
          2016-09,                2016-10-01,                false
          2016-09,                2016,                      false
          2016-09-05,             2016-09-05T00:00:00Z,      true
          2016-09-05,             2016-09-06,                false
          2016..2017,             2016-01-01,                true
          2016..2017,             2017-12-31T23:00:00Z,      true
          2016..2017,             2018-01-01,                false
          2016-09-05..2016-09-05, 2016-09-05T10:00:00Z,      true
          2016-09..2017,          2016-08-31,                false
          2016-09..2017,          2017-11-11,                true
          2016-09..,              2016-09-01,                true
          2016-09..,              2016-08-31,                false
          2016-09..,              2016,                      false
          2016-09..,              2017,                      true
          ..2016-09,              2016-09-30T22:00:00Z,      true
          ..2016-09,              2016-10-01,                false
          ..2016-09,              2016,                      false
          ..2016-09,              2015,                      true
          ..2016,                 2016,                      true
          """)
  void takesADateByItsPrefixOrByASpanWithBothEnds(String where, String cell, boolean taken)
      throws Exception {
    ArticleFilter filter = ArticleFilter.of(List.of("date_published=" + where));

    assertThat(filter.accepts(new Facets(cell, null, null, null))).isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "en, en, true",
    "en, en-GB, true",
    "EN-gb, en-GB, true",
    "en-GB, en, false",
    "en, enm, false",
    "zh-Hant, zh-Hant-TW, true",
    "*, fr, true"
  })
  void takesALanguageWithItsVarieties(String where, String cell, boolean taken) throws Exception {
    ArticleFilter filter = ArticleFilter.of(List.of("in_language=" + where));

    assertThat(filter.accepts(new Facets(null, null, null, cell))).isEqualTo(taken);
  }

  @Test
  void joinsConditionsOnOneColumnByOrAndColumnsByAnd() throws Exception {
    ArticleFilter filter =
        ArticleFilter.of(List.of("provider=Reuters", "publisher=The Gazette", "provider=AP"));

    assertThat(filter.accepts(new Facets(null, "Reuters", "The Gazette", null))).isTrue();
    assertThat(filter.accepts(new Facets(null, "AP", "The Gazette", null))).isTrue();
    assertThat(filter.accepts(new Facets(null, "AFP", "The Gazette", null))).isFalse();
    assertThat(filter.accepts(new Facets(null, "AP", "The Herald", null))).isFalse();
    assertThat(filter.accepts(new Facets(null, "AP", null, null))).isFalse();
  }

  @Test
  void findsATextWhoseAccentsWereTypedAsSignsOfTheirOwn() throws Exception {
    ArticleFilter filter = ArticleFilter.of(List.of("publisher=El Pai\u0301s=1"));

    assertThat(filter.accepts(new Facets(null, null, "El Pa\u00eds=1", null))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "headline=Ferry, 'date_published, provider, publisher, in_language'",
    "provider, 'date_published, provider, publisher, in_language'",
    "PROVIDER=AP, 'date_published, provider, publisher, in_language'",
    "provider=, no value",
    "date_published=.., neither",
    "date_published=2016-13, no date",
    "date_published=2015-02-29, no date",
    "date_published=16, no date",
    "date_published=2016-9, no date",
    "date_published=2016..2017..2018, no date",
    "date_published=2017..2016-12, ends before it begins",
    "in_language=english!, no language"
  })
  void refusesWhatMakesNoSenseAndSaysWhatWould(String where, String answer) {
    assertThatThrownBy(() -> ArticleFilter.of(List.of(where)))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining(answer);
  }
}
