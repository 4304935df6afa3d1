package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Dateline;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import io.dateline.extract.dateline.DatelineParser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedDatelineTests {

  private final DatelineParser parser = new DatelineParser();

  private @Nullable Dateline read(String stated, Source source) {
    Page page = Pages.ofText("The ferry sails again.");
    Metadatum dateline = new Metadatum(source, "dateline", "dateline", stated);
    Page with = new Page(page.document(), List.of(dateline), page.blocks());
    StatedDateline found = StatedDateline.of(with, parser, List.of("The ferry sails again."), "en");
    return found == null ? null : found.dateline();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          VALPARAISO, Chile                | Valparaiso    | Chile  | CL
          Paris                            | Paris         | -      | FR
          HARBOURVILLE, Maine --           | Harbourville  | Maine  | US
          ELLERBY FALLS                    | Ellerby Falls | -      | -
          Ellerby Falls, Sunlit Isles      | Ellerby Falls | Sunlit Isles | -
          """)
  void isReadAsIfItOpenedTheStory(String stated, String place, String region, String country) {
    Dateline dateline = read(stated, Source.NEWSROOM);

    assertThat(dateline).isNotNull();
    assertThat(dateline.places()).containsExactly(place);
    assertThat(dateline.region()).isEqualTo(region);
    assertThat(dateline.country()).isEqualTo(country);
    assertThat(dateline.raw()).isEqualTo(stated.replace(" --", ""));
  }

  @Test
  void namesNoPlaceWhereNobodyCanSayWhichPartIsIt() {
    Dateline dateline = read("Ellerby Falls, Ellerby, Sunlit Isles", Source.RECORD);

    assertThat(dateline).isNotNull();
    assertThat(dateline.places()).isEmpty();
    assertThat(dateline.raw()).isEqualTo("Ellerby Falls, Ellerby, Sunlit Isles");
  }

  @Test
  void isNoneOfAWebPageWhoseDatelineIsAnythingAtAll() {
    assertThat(read("Paris", Source.META)).isNull();
    assertThat(read("4 May", Source.NEWSROOM)).isNull();
  }
}
