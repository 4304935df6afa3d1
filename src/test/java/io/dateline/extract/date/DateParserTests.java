package io.dateline.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTests {

  private final DateParser parser = new DateParser();

  private String iso(String text, DateHints hints) {
    return parser.parse(text, hints).map(ParsedDate::iso).orElse("none");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019-03-07                        | 2019-03-07
          2019-03-07T08:05:00+08:00         | 2019-03-07T08:05:00+08:00
          2019-03-07T08:05:00+0530          | 2019-03-07T08:05:00+05:30
          2019-03-07T08:05:00.250-05:00     | 2019-03-07T08:05:00-05:00
          2019-03-07T08:05Z                 | 2019-03-07T08:05:00Z
          2019-03-07 08:05:31               | 2019-03-07T08:05:31
          2019/03/07 08:05                  | 2019-03-07T08:05:00
          20190307                          | 2019-03-07
          20190307T080531Z                  | 2019-03-07T08:05:31Z
          20190307080531                    | 2019-03-07T08:05:31
          1551945931                        | 2019-03-07T08:05:31Z
          1551945931000                     | 2019-03-07T08:05:31Z
          Thu, 07 Mar 2019 08:05:31 GMT     | 2019-03-07T08:05:31Z
          Thu, 7 Mar 19 08:05:31 +0100      | none
          Thu, 7 Mar 2019 08:05:31 +0100    | 2019-03-07T08:05:31+01:00
          Thu Mar  7 08:05:31 2019          | 2019-03-07T08:05:31
          Thu Mar 07 08:05:31 +0000 2019    | 2019-03-07T08:05:31+00:00
          """)
  void readsTheFormsOfMachines(String text, String expected) {
    String iso = iso(text, DateHints.NONE);

    assertThat(iso).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7 March 2019                              | 2019-03-07
          March 7th, 2019, 8:05 a.m.                | 2019-03-07T08:05:00
          Mar. 7, 2019 12:05 AM                     | 2019-03-07T00:05:00
          Published: Thursday, March 7, 2019 at 8 pm| 2019-03-07T20:00:00
          8:05 PM EST, Thu March 7, 2019            | 2019-03-07T20:05:00
          the 7th of March 2019                     | 2019-03-07
          7 de marzo de 2019                        | 2019-03-07
          jueves, 7 marzo 2019, 8:05 h              | 2019-03-07T08:05:00
          le 7 mars 2019 à 08h05                    | 2019-03-07T08:05:00
          1er février 2019                          | 2019-02-01
          7. März 2019, 08:05 Uhr                   | 2019-03-07T08:05:00
          7. Jänner 2019                            | 2019-01-07
          7 marzo 2019 alle 08.05                   | 2019-03-07T08:05:00
          7 de março de 2019 às 8h05                | 2019-03-07T08:05:00
          7 maart 2019                              | 2019-03-07
          7 de març de 2019                         | 2019-03-07
          7. mars 2019                              | 2019-03-07
          7. maaliskuuta 2019 klo 8.05              | 2019-03-07T08:05:00
          7 marca 2019                              | 2019-03-07
          7. března 2019                            | 2019-03-07
          2019. március 7.                          | 2019-03-07
          7 martie 2019                             | 2019-03-07
          7 марта 2019 г., 08:05                    | 2019-03-07T08:05:00
          7 березня 2019                            | 2019-03-07
          7 Μαρτίου 2019                            | 2019-03-07
          7 Mart 2019 Perşembe 08:05                | 2019-03-07T08:05:00
          2019 m. kovo 7 d.                         | 2019-03-07
          2019. gada 7. marts                       | 2019-03-07
          7 Maret 2019                              | 2019-03-07
          ngày 7 tháng 3 năm 2019                   | 2019-03-07
          7 มีนาคม 2019                              | 2019-03-07
          7 मार्च 2019                               | 2019-03-07
          7 مارس 2019                               | 2019-03-07
          ٧ آذار ٢٠١٩                               | 2019-03-07
          2019年3月7日 08:05                         | 2019-03-07T08:05:00
          2019年3月7日下午3时05分                     | 2019-03-07T15:05:00
          2019년 3월 7일 오후 3:05                   | 2019-03-07T15:05:00
          07-Mar-19                                 | 2019-03-07
          March 7, 20198:05 AM                      | 2019-03-07T08:05:00
          7. März 20199. April 2020                 | 2019-03-07
          7 March 2019 08:05 (UTC+3)                | 2019-03-07T08:05:00+03:00
          """)
  void readsTheFormsOfPeople(String text, String expected) {
    String iso = iso(text, DateHints.NONE);

    assertThat(iso).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "31/02/2019", "2019-13-01", "29 February 2019", "March 2019", "7 March", "12:30",
        "version 1.2.3.4", "00/00/0000", "2019", "call 555-12-2016", "", "May be later, 2019"
      })
  void leavesTheDateEmptyWhereTheCalendarHasNoneOrAPartIsMissing(String text) {
    assertThat(parser.parse(text, DateHints.NONE)).isEmpty();
  }

  @Nested
  class TheOrderOfDayAndMonth {

    @Test
    void isDecidedByANumberAboveTwelve() {
      assertThat(iso("13/09/2016", DateHints.of("en-US"))).isEqualTo("2016-09-13");
      assertThat(iso("09/13/2016", DateHints.of("en-GB"))).isEqualTo("2016-09-13");
    }

    @Test
    void isMonthFirstOnlyWhereTheRegionWritesItSo() {
      assertThat(iso("05/09/2016", DateHints.of("en-US"))).isEqualTo("2016-05-09");
      assertThat(iso("05/09/2016", DateHints.of("en-GB"))).isEqualTo("2016-09-05");
      assertThat(iso("05/09/2016", DateHints.NONE)).isEqualTo("2016-09-05");
    }

    @Test
    void isWhatOtherDatesOfThePageHaveShown() {
      DateHints shown = new DateHints("en-GB", DateHints.Order.MONTH_FIRST);

      assertThat(iso("05/09/2016", shown)).isEqualTo("2016-05-09");
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
      "en-US, MONTH_FIRST, REGION",
      "es-PH, MONTH_FIRST, REGION",
      "en_GB, DAY_FIRST, REGION",
      "es-419, DAY_FIRST, REGION",
      "fil, MONTH_FIRST, LANGUAGE",
      "en, DAY_FIRST, NOTHING",
      "es, DAY_FIRST, LANGUAGE",
      "zh-Hant, DAY_FIRST, LANGUAGE"
    })
    void isAGuessInEnglishOfNoRegion(String language, DateHints.Order order, OrderBasis basis) {
      assertThat(parser.parse("05/09/2016", DateHints.of(language)))
          .hasValueSatisfying(
              date -> {
                assertThat(date.order()).isEqualTo(new DateHints.Choice(order, basis));
                assertThat(date.isOrderAssumed()).isEqualTo(basis == OrderBasis.NOTHING);
              });
    }

    @Test
    void isToldToBeAGuessOnlyWhereItIsOne() {
      assertThat(parser.parse("05/09/2016", DateHints.NONE))
          .hasValueSatisfying(date -> assertThat(date.ambiguousOrder()).isTrue());
      assertThat(parser.parse("05/05/2016", DateHints.NONE))
          .hasValueSatisfying(date -> assertThat(date.ambiguousOrder()).isFalse());
      assertThat(parser.parse("13/09/2016", DateHints.NONE))
          .hasValueSatisfying(date -> assertThat(date.ambiguousOrder()).isFalse());
    }
  }

  @Test
  void asksForTheLanguageWhereLanguagesNameDifferentMonthsAlike() {
    assertThat(parser.parse("5 listopada 2016", DateHints.NONE)).isEmpty();
    assertThat(iso("5 listopada 2016", DateHints.of("pl"))).isEqualTo("2016-11-05");
    assertThat(iso("5 listopada 2016", DateHints.of("hr"))).isEqualTo("2016-10-05");
  }

  @Test
  void findsEachDateOfALineWithItsPlace() {
    String line = "Von Eva Beispiel | 5. September 2016, 10:15 Uhr | geändert am 6.9.2016";

    List<DateMatch> matches = parser.find(line, DateHints.NONE);

    assertThat(matches)
        .extracting(match -> match.date().iso())
        .containsExactly("2016-09-05T10:15:00", "2016-09-06");
    assertThat(matches)
        .extracting(match -> line.substring(match.start(), match.end()))
        .containsExactly("5. September 2016, 10:15 Uhr", "6.9.2016");
  }

  @Test
  void keepsTheDayAsPrintedWhateverTheOffset() {
    assertThat(parser.parse("2016-09-05T23:30:00-08:00", DateHints.NONE))
        .map(ParsedDate::date)
        .contains(LocalDate.of(2016, 9, 5));
  }

  @Test
  void staysCalmWithALineOfAMillionDigits() {
    String digits = "1".repeat(1_000_000);

    assertThat(parser.find(digits, DateHints.NONE)).isEmpty();
    assertThat(parser.parse(digits, DateHints.NONE)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Published on 10 February 2006 | 10 February 2006
          ons. 10. februar 2006         | ons. 10. februar 2006
          Wed 10 February 2006          | Wed 10 February 2006
          On 10. februar 2006           | On 10. februar 2006
          """)
  void keepsTheWeekdayBesideTheDateAsPrintedAndNoPreposition(String text, String raw) {
    assertThat(parser.parse(text, DateHints.NONE)).map(ParsedDate::raw).contains(raw);
  }
}
