package io.dateline.extract.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTests {

  private final Gazetteer gazetteer = Gazetteer.get();

  @ParameterizedTest(name = "{0} is in {1}")
  @CsvSource(
      textBlock =
          """
          HANGZHOU,     CN
          Paris,        FR
          ST. LOUIS,    US
          Genf,         CH
          Pékin,        CN
          北京,          CN
          Moscú,        RU
          Londres,      GB
          マニラ,        PH
          Nueva Delhi,  IN
          القاهرة,       EG
          La Paz,       BO
          Athens,       GR
          """)
  void resolvesABareNameThatStandsAloneInDatelines(String name, String country) {
    assertThat(gazetteer.resolve(name, null)).map(Place::country).contains(country);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Springfield", "San José", "Birmingham", "Vitoria", "Cambridge", "Nowhereville"})
  void leavesABareNameEmptyThatCouldMeanSeveralPlacesOrNone(String name) {
    assertThat(gazetteer.resolve(name, null)).isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      textBlock =
          """
          Springfield, Ill.,     US, IL
          PARIS,       Texas,    US, TX
          Cambridge,   Mass.,    US, MA
          CAMBRIDGE,   England,  GB, ENG
          London,      Ont.,     CA, ON
          ATLANTA,     Georgia,  US, GA
          TBILISI,     Georgia,  GE,
          Cartagena,   Colombia, CO,
          Verona,      Italia,   IT,
          Frankfurt,   West Germany, DE,
          """)
  void looksOnlyInsideTheRegionThatIsPrinted(
      String name, String region, String country, @Nullable String code) {
    assertThat(gazetteer.resolve(name, region))
        .hasValueSatisfying(
            place -> {
              assertThat(place.country()).isEqualTo(country);
              assertThat(place.region()).isEqualTo(code);
            });
  }

  @Test
  void givesTheCoordinatesOfGeoNames() {
    Place hangzhou = gazetteer.resolve("Hangzhou", "China").orElseThrow();

    assertThat(hangzhou.latitude()).isCloseTo(30.29, within(0.05));
    assertThat(hangzhou.longitude()).isCloseTo(120.16, within(0.05));
  }

  @Test
  void findsATownStillWhereItsCountryIsNoMore() {
    assertThat(gazetteer.resolve("Prague", "Czechoslovakia")).map(Place::country).contains("CZ");
  }

  @Test
  void knowsTheCountryOfAPlaceThatIsTooSmallToHaveCoordinatesOfItsOwn() {
    assertThat(gazetteer.resolve("Nowhereville", "Kenya")).isEmpty();
    assertThat(gazetteer.countryOf("Nowhereville", "Kenya")).contains("KE");
    assertThat(gazetteer.countryOf("Nowhereville", "Georgia")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Germany,DE",
    "Alemania,DE",
    "Allemagne,DE",
    "Deutschland,DE",
    "Германия,DE",
    "ドイツ,DE",
    "U.S.,US",
    "Holanda,NL",
    "Côte d'Ivoire,CI",
    "S. Korea,KR"
  })
  void knowsCountriesInManyLanguages(String name, String code) {
    assertThat(gazetteer.country(name)).contains(code);
  }

  @Test
  void tellsRegionsFromOtherWords() {
    assertThat(gazetteer.isRegion("N.H.")).isTrue();
    assertThat(gazetteer.isRegion("Kenya")).isTrue();
    assertThat(gazetteer.isRegion("Yesterday")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ST. JOHN'S, saint johns",
    "São Paulo, sao paulo",
    "Port-au-Prince, port au prince",
    "Xi’an, xian",
    "N.Y., ny",
    "Weißenburg, weissenburg",
    "東京, 東京",
    "नई दिल्ली, नई दिलली"
  })
  void foldsANameToTheKeyThatTheTablesHave(String name, String key) {
    assertThat(PlaceKey.of(name)).isEqualTo(key);
  }

  @Test
  void takesNoNameOfAnyLength() {
    assertThat(gazetteer.resolve("a".repeat(100_000), null)).isEmpty();
    assertThat(gazetteer.isKnown("")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"BAD HOMBURG, DE", "Rothenburg ob der Tauber, DE", "函館, JP", "横浜, JP"})
  void knowsTheShortFormOfTheOneTownWhoseNameGoesOnAndTownsInTheirOwnScript(
      String name, String country) {
    assertThat(gazetteer.isPlace(name)).isTrue();
    assertThat(gazetteer.countryOf(name, null)).contains(country);
  }

  @ParameterizedTest
  @CsvSource({"Bath on", "Neustadt bei", "Nowhere", "the bridge"})
  void knowsNoShortFormOfSeveralOrNone(String name) {
    assertThat(gazetteer.isPlace(name)).isFalse();
  }
}
