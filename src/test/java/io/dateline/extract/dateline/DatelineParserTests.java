package io.dateline.extract.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Dateline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineParserTests {

  private static final String STORY =
      "The harbour was closed for a third day while crews looked for the missing ferry.";

  private final DatelineParser parser = new DatelineParser();

  private Optional<DatelineMatch> parse(String paragraph) {
    return parser.parse(List.of(paragraph), null);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QINGDAO, China, Oct. 7 (Xinhua) --       | Qingdao       | China   | 10 | 7  | Xinhua
          KISUMU (Reuters) -                         | Kisumu        |         |    |    | Reuters
          TOKYO-SEOUL, Jan. 4 (Yonhap) --            | Tokyo; Seoul  |         | 1  | 4  | Yonhap
          PORT-AU-PRINCE, Haiti (AP) —               | Port-au-Prince| Haiti   |    |    | AP
          東京　１月４日　ロイター -                   | 東京          |         | 1  | 4  | Reuters
          COEUR D'ALENE, Idaho (AP) —                | Coeur d'Alene | Idaho   |    |    | AP
          WINSTON-SALEM, N.C. —                      | Winston-Salem | N.C.    |    |    |
          KISUMU, Kenya (AP) —                       | Kisumu        | Kenya   |    |    | AP
          TULSA, Okla., Feb 11 -                     | Tulsa         | Okla.   | 2  | 11 |
          NEW YORK (AP) _                            | New York      |         |    |    | AP
          RIO DE JANEIRO –                           | Rio de Janeiro|         |    |    |
          McALLEN, Texas (AP) —                      | McAllen       | Texas   |    |    | AP
          ST. JOHN'S, Nfld. (CP) -                   | St. John's    | Nfld.   |    |    | CP
          WASHINGTON, D.C., March 3 /PRNewswire/ --  | Washington    | D.C.    | 3  | 3  | PR Newswire
          Valparaíso (Chile), 8 abr (EFE).-         | Valparaíso    | Chile   | 4  | 8  | EFE
          PARIS, 5 sept (AFP) -                      | Paris         |         | 9  | 5  | AFP
          LYON, 1er décembre (AFP) -                 | Lyon          |         | 12 | 1  | AFP
          Kiel (dpa) -                               | Kiel          |         |    |    | dpa
          Emden (dpa/lni) -                          | Emden         |         |    |    | dpa
          Berlin (dpa/bb) –                          | Berlin        |         |    |    | dpa
          ROTENBURG (dpa/lhe).                       | Rotenburg     |         |    |    | dpa
          BAD HOMBURG.                               | Bad Homburg   |         |    |    |
          Peniche, Leiria, 11 jun (Lusa) --          | Peniche       | Leiria  | 6  | 11 | Lusa
          Rennes, envoyé spécial. —                  | Rennes        |         |    |    |
          Rennes (correspondance). —                 | Rennes        |         |    |    |
          Graz (APA) –                               | Graz          |         |    |    | APA
          Wien –                                     | Wien          |         |    |    |
          (ANSA) - PALERMO, 9 GIU -                  | Palermo       |         | 6  | 9  | ANSA
          ODESSA, May 4. /TASS/.                     | Odessa        |         | 5  | 4  | TASS
          ТОМСК, 7 мая — РИА Новости.               | Томск         |         | 5  | 7  | РИА Новости
          томск, 7 мая — риа новости.               | Томск         |         | 5  | 7  | РИА Новости
          Lucknow, Mar 11 (PTI)                      | Lucknow       |         | 3  | 11 | PTI
          Jakarta, berita.example :                  | Jakarta       |         |    |    | berita.example
          Medan (ANTARA) -                           | Medan         |         |    |    | ANTARA
          OSLO, May 4, 2014 (AFP)  -                 | Oslo          |         | 5  | 4  | AFP
          NAIROBI:                                   | Nairobi       |         |    |    |
          Томск. 10 февраля. INTERFAX.RU -           | Томск         |         | 2  | 10 | Interfax
          Szeged, 2019. március 7., csütörtök (MTI) -| Szeged        |         | 3  | 7  | MTI
          NICE, le 5 septembre 2020 (AFP) -          | Nice          |         | 9  | 5  | AFP
          CHICAGO--(BUSINESS WIRE)--                 | Chicago       |         |    |    | Business Wire
          TULSA, OK / ACCESSWIRE / March 7, 2019 /   | Tulsa         | OK      | 3  | 7  | ACCESSWIRE
          TEMPO.EXAMPLE, Medan -                     | Medan         |         |    |    | TEMPO.EXAMPLE
          बनारस, 5 सितंबर (भाषा)                       | बनारस         |         | 9  | 5  | PTI
          عمان، 4 مايو (رويترز) -                  | عمان          |         | 5  | 4  | Reuters
          """)
  void readsTheFormsOfTheWires(
      String dateline,
      String place,
      @Nullable String region,
      @Nullable Integer month,
      @Nullable Integer day,
      @Nullable String agency) {
    Optional<DatelineMatch> match = parse(dateline + " " + STORY);

    assertThat(match).isPresent();
    Dateline found = match.orElseThrow().dateline();
    assertThat(String.join("; ", found.places())).isEqualTo(place);
    assertThat(found.region()).isEqualTo(region);
    assertThat(found.month()).isEqualTo(month);
    assertThat(found.day()).isEqualTo(day);
    assertThat(found.agency()).isEqualTo(agency);
    assertThat((dateline + " " + STORY).substring(match.orElseThrow().prefixLength()))
        .isEqualTo(STORY);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By Jane Example, NAIROBI, Jan. 4 (Xinhua) --  | By Jane Example
          By JANE EXAMPLE, NAIROBI (Reuters) -           | By JANE EXAMPLE
          By Jane Example NAIROBI (Reuters) -            | By Jane Example
          NAIROBI, Jan. 4 (Xinhua) --                    |
          """)
  void keepsTheBylineThatStandsBeforeThePlace(String opening, @Nullable String byline) {
    DatelineMatch match = parse(opening + " " + STORY).orElseThrow();

    assertThat(match.byline()).isEqualTo(byline);
    assertThat(match.dateline().raw()).startsWith("NAIROBI").doesNotContain("Jane");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          新华社兰州3月4日电 记者从气象部门了解到           | 兰州      | 3  | 4  | Xinhua
          新华社兰州１１月１４日电记者从气象部门了解到         | 兰州      | 11 | 14 | Xinhua
          胡志明市，5月4日（路透社）- 越南政府周日表示        | 胡志明市   | 5  | 4  | Reuters
          ハノイ、5月4日（ロイター） - ベトナム政府は         | ハノイ     | 5  | 4  | Reuters
          【ハノイ＝共同】ベトナム政府は三日                  | ハノイ     |    |    | Kyodo
          （中央社台南5日電）台南市政府今天                   | 台南      |    |    | 中央社
          (부산=연합뉴스) 홍길동 기자 = 부산시는 오늘          | 부산      |    |    | Yonhap
          """)
  void readsTheFormsOfEastAsia(
      String paragraph,
      String place,
      @Nullable Integer month,
      @Nullable Integer day,
      String agency) {
    assertThat(parse(paragraph))
        .map(DatelineMatch::dateline)
        .hasValueSatisfying(
            found -> {
              assertThat(found.places()).containsExactly(place);
              assertThat(found.month()).isEqualTo(month);
              assertThat(found.day()).isEqualTo(day);
              assertThat(found.agency()).isEqualTo(agency);
            });
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Rain fell on Accra — again, and the gutters of the old town could not carry it away.",
        "Poll: Voters in three states are tired of the campaign, and say so to anyone who asks.",
        "The Latest: Storm reaches the coast, and thousands of households are without power.",
        "A note — the figures in this story were collected in May by two universities of the region.",
        "UPDATE — The figures in this story were collected in May by two universities of the region.",
        "Paris — once the world's capital of fashion — has lost its place, the trade's own figures say.",
        "HARBOUR CLOSED FOR THIRD DAY - FERRY STILL MISSING",
        "LONDON COCOA CLOSES HIGHER - MARCH 12",
        "The harbour, the mayor said — and she should know — was closed for a third day on Monday.",
        "FLORIDA - Naples",
        "Tue Mar 4",
        "IRAN - The harbour of the island was built in the 1950s with the help of the United States.",
        "Victoria, May 5: a day like any other, she said, and then again not a day like any other.",
        "UPDATE, May 5 - The figures in this story were collected by two universities of the region.",
        "(AP) — Jane Example — the figures in this story were collected by two universities.",
        "APA/AFP/Jane Example",
        "(Reuters) - The harbour was closed for a third day while crews looked for the old ferry.",
        "Emden (alt/neu) - ein Vergleich der Fahrpläne, den der Verein am Montag vorgelegt hat.",
        "Example, Leiria, 11 Jahre alt - so stand es auf dem Schild, das am Montag am Hafen hing.",
        "Jane Example, special correspondent. The harbour was closed for a third day on Monday.",
        "【速報】港は月曜日に三日続けて閉鎖され、行方不明の渡し船の捜索が続いていると市が発表した。",
        "【日本】港は月曜日に三日続けて閉鎖され、行方不明の渡し船の捜索が続いていると市が発表した。",
        "【函館】の港",
        "By Jane Example, M.D. April 7, 2019",
        "Jane Example, The Washington Post: \"The harbour was closed for a third day while crews looked.\"",
        "Hamburg - Street 11 - 20095 - Phone 0123456789 - everything else about us stands in the imprint.",
        "May 5 was the day on which the harbour was closed for a third day while crews looked for it.",
        "",
        "—",
        "1996",
      })
  void leavesTheDatelineEmptyWhereTheParagraphOpensWithSomethingElse(String paragraph) {
    assertThat(parse(paragraph)).isEmpty();
  }

  @Test
  void acceptsASmallLetterBehindAPlaceInCapitals() {
    assertThat(
            parse("WASHINGTON — a story that begins with a small letter is a story all the same."))
        .isPresent();
  }

  @Test
  void keepsSeveralPlacesInPrintedOrder() {
    assertThat(parse("ESTELÍ, Nicaragua/NEW YORK, May 4 (Reuters) - " + STORY))
        .map(match -> match.dateline().places())
        .contains(List.of("Estelí", "New York"));
    assertThat(parse("Bonn/Genf – " + STORY))
        .map(match -> match.dateline().places())
        .contains(List.of("Bonn", "Genf"));
    assertThat(parse("PARIS and LONDON (AP) — " + STORY))
        .map(match -> match.dateline().places())
        .contains(List.of("Paris", "London"));
  }

  @Test
  void readsThePlaceBehindTheWritersName() {
    assertThat(parse("By IANS, Lucknow: " + STORY))
        .map(DatelineMatch::dateline)
        .hasValueSatisfying(
            found -> {
              assertThat(found.raw()).isEqualTo("Lucknow");
              assertThat(found.agency()).isEqualTo("IANS");
            });
    assertThat(parse("By JANE EXAMPLE, KISUMU, Kenya, May 3 (AP) — " + STORY))
        .map(match -> match.dateline().places())
        .contains(List.of("Kisumu"));
  }

  @Test
  void readsThePlaceWhoseCapitalsFollowTheWritersName() {
    assertThat(parse("By Jane Example KISUMU (Reuters) - " + STORY))
        .map(match -> match.dateline().raw())
        .contains("KISUMU (Reuters)");
  }

  @Test
  void knowsTheHouseStylesOfALanguage() {
    assertThat(parser.parse(List.of("Berlin. " + STORY), "de")).isPresent();
    assertThat(parser.parse(List.of("Berlin. " + STORY), "fr")).isEmpty();
    assertThat(parser.parse(List.of("Mumbai: " + STORY), "en-IN")).isPresent();
    assertThat(parser.parse(List.of("Mumbai: " + STORY), "de")).isEmpty();
    assertThat(parser.parse(List.of("Springfield: " + STORY), "en")).isEmpty();
  }

  @Test
  void seesTheEndOfADateWhoseLineBreakWasFoldedAway() {
    assertThat(parse("Lucknow, May 4 " + STORY))
        .map(match -> match.dateline().raw())
        .contains("Lucknow, May 4");
    assertThat(parse("LUXOR, Egypt 1997-02-11 " + STORY))
        .map(match -> match.dateline().region())
        .contains("Egypt");
  }

  @Test
  void givesTheDatelineAsPrintedWithoutItsDashAndSaysWhereThePlaceIs() {
    Dateline found = parse("QINGDAO, China, Oct. 7 (Xinhua) -- " + STORY).orElseThrow().dateline();

    assertThat(found.raw()).isEqualTo("QINGDAO, China, Oct. 7 (Xinhua)");
    assertThat(found.country()).isEqualTo("CN");
    assertThat(found.latitude()).isBetween(35.9, 36.3);
    assertThat(found.longitude()).isBetween(120.1, 120.6);
  }

  @Test
  void leavesCoordinatesEmptyWhereTheNameCouldMeanSeveralPlaces() {
    Dateline found = parse("SPRINGFIELD (AP) — " + STORY).orElseThrow().dateline();

    assertThat(found.places()).containsExactly("Springfield");
    assertThat(found.latitude()).isNull();
    assertThat(found.country()).isNull();
  }

  @Nested
  class AmongTheFirstParagraphs {

    @Test
    void standsBehindHeadlineAndByline() {
      List<String> paragraphs =
          List.of("Ferry still missing", "By Jane Example", "TULSA, Okla. (AP) — " + STORY);

      assertThat(parser.parse(paragraphs, "en")).map(DatelineMatch::paragraph).contains(2);
    }

    @Test
    void standsAloneOnItsLine() {
      assertThat(parser.parse(List.of("TALLINN 1997-02-11", STORY), "en"))
          .hasValueSatisfying(
              match -> {
                assertThat(match.dateline().month()).isEqualTo(2);
                assertThat(match.prefixLength()).isEqualTo("TALLINN 1997-02-11".length());
              });
    }

    @Test
    void isWrappedOverTwoLines() {
      List<String> paragraphs = List.of("SANTA CRUZ, Calif.,", "March 5 (AP) - " + STORY);

      assertThat(parser.parse(paragraphs, "en"))
          .hasValueSatisfying(
              match -> {
                assertThat(match.dateline().raw()).isEqualTo("SANTA CRUZ, Calif., March 5 (AP)");
                assertThat(match.firstParagraph()).isZero();
                assertThat(match.paragraph()).isEqualTo(1);
                assertThat(match.prefixLength()).isEqualTo("March 5 (AP) - ".length());
              });
    }
  }

  @Nested
  class TheDayOfFiling {

    private Optional<LocalDate> filed(int month, int day, @Nullable LocalDate published) {
      Dateline dateline =
          new Dateline("OSLO", List.of("Oslo"), null, null, null, null, month, day, null, null);
      return parser.dateCreated(dateline, published);
    }

    @Test
    void hasTheYearNearestToPublication() {
      assertThat(filed(9, 5, LocalDate.of(2016, 9, 6))).contains(LocalDate.of(2016, 9, 5));
      assertThat(filed(12, 31, LocalDate.of(2017, 1, 1))).contains(LocalDate.of(2016, 12, 31));
      assertThat(filed(1, 1, LocalDate.of(2016, 12, 31))).contains(LocalDate.of(2017, 1, 1));
    }

    @Test
    void isTheLeapDayOfTheOneYearThatHasIt() {
      assertThat(filed(2, 29, LocalDate.of(2017, 3, 1))).contains(LocalDate.of(2016, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ACCRA, May 4, 2019 (Reuters) - The ferry has a new owner.",
          "MADRID, 4 de mayo de 2019 (EFE).- El barco tiene dueño.",
          "OSLO 2019-05-04 (NTB) - Fergen har ny eier.",
          "PÉCS, 2019. május 4., szombat (MTI) - A kompnak új gazdája van.",
          "新华社北京2019年5月4日电 渡轮换了主人。"
        })
    void isInThePrintedYearWhateverThePageSays(String paragraph) {
      Dateline dateline = parser.parse(List.of(paragraph), null).orElseThrow().dateline();

      assertThat(parser.dateCreated(dateline, null)).contains(LocalDate.of(2019, 5, 4));
      assertThat(parser.dateCreated(dateline, LocalDate.of(2024, 1, 1)))
          .contains(LocalDate.of(2019, 5, 4));
    }

    @Test
    void isEmptyWithoutAYear() {
      assertThat(filed(9, 5, null)).isEmpty();
    }
  }

  @Test
  void survivesEveryCutOfEveryForm() {
    String longest =
        "(ANSA) - STRATFORD-UPON-AVON/LA PAZ, El Salvador, Mon., Sept. 5, 2016. /TASS/ — Reuters, x. y";
    for (int from = 0; from < longest.length(); from++) {
      for (int to = from; to <= longest.length(); to++) {
        String cut = longest.substring(from, to);
        int length =
            parser.parse(List.of(cut, cut), null).map(DatelineMatch::prefixLength).orElse(0);
        assertThat(length).isBetween(0, cut.length());
      }
    }
  }

  @Test
  void readsAJapanesePlaceInBracketsAndTheWriterBesideIt() {
    String story = "川にかかる橋は冬の初めから通行止めになっており、住民は長い回り道を強いられている。";

    DatelineMatch place = parse("【函館】" + story).orElseThrow();
    assertThat(place.dateline().places()).containsExactly("函館");
    assertThat(place.dateline().country()).isEqualTo("JP");
    assertThat(place.byline()).isNull();
    DatelineMatch writer = parse("【気仙沼=例野健一】" + story).orElseThrow();
    assertThat(writer.dateline().places()).containsExactly("気仙沼");
    assertThat(writer.byline()).isEqualTo("例野健一");
    assertThat(parse("【気仙沼=社会部】" + story).orElseThrow().byline()).isNull();
  }

  @Test
  void knowsTheCountryOfATownWhoseDistrictIsNoRegionOfTheGazetteer() {
    assertThat(parse("Peniche, Leiria, 11 jun (Lusa) -- " + STORY))
        .map(match -> match.dateline().country())
        .contains("PT");
  }
}
