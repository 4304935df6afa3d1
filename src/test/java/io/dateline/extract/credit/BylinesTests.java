package io.dateline.extract.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTests {

  private final Agencies agencies = new Agencies();
  private final Bylines bylines = new Bylines(new PersonNames(agencies), agencies);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "By Ann Example, Ann Example",
    "BY ANN EXAMPLE, ANN EXAMPLE",
    "ByAnn Example, Ann Example",
    "Von Anna Beispiel, Anna Beispiel",
    "Par Anne Exemple, Anne Exemple",
    "Por Ana Ejemplo, Ana Ejemplo",
    "Di Anna Esempio, Anna Esempio",
    "Text: Anna Beispiel, Anna Beispiel",
    "Von unserem Redakteur Bernd Muster, Bernd Muster",
    "Von unserer Korrespondentin Anna Beispiel, Anna Beispiel",
    "De notre envoyé spécial Claude Modèle, Claude Modèle",
    "From Ann Example in Paris, Ann Example",
  })
  void readsTheWordsThatOpenABylineInManyLanguages(String line, String author) {
    assertThat(bylines.read(line))
        .hasValueSatisfying(b -> assertThat(b.authors()).containsExactly(author));
  }

  @Test
  void tellsAgenciesFromPeople() {
    Bylines.Byline byline = bylines.read("By The Associated Press").orElseThrow();

    assertThat(byline.authors()).isEmpty();
    assertThat(byline.agency()).contains("AP");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Par Anne Exemple avec AFP, Anne Exemple, AFP",
    "Von Anna Beispiel mit dpa, Anna Beispiel, dpa",
    "By Ann Example with Reuters, Ann Example, Reuters",
  })
  void readsThePersonAndTheAgencyThatHelped(String line, String author, String agency) {
    Bylines.Byline byline = bylines.read(line).orElseThrow();

    assertThat(byline.authors()).containsExactly(author);
    assertThat(byline.agency()).contains(agency);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "By Monday",
        "By the river",
        "Bye Bye",
        "Von hier aus",
        "By 2016",
        "From Bad to Worse",
        "From New York to Paris",
        "From Mexico City",
        "From Dusk Till Dawn",
        "From New York in London"
      })
  void takesNoOtherLineThatStartsSo(String line) {
    assertThat(bylines.read(line)).isEmpty();
  }
}
