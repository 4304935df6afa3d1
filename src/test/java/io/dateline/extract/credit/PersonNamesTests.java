package io.dateline.extract.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTests {

  private final PersonNames names = new PersonNames(new Agencies());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Example                              | Ann Example
          Ann Example and Ben Sample               | Ann Example;Ben Sample
          Ann Example, Ben Sample and Cy Muster    | Ann Example;Ben Sample;Cy Muster
          Anna Beispiel und Bernd Muster           | Anna Beispiel;Bernd Muster
          Ana Ejemplo y Benito Muestra             | Ana Ejemplo;Benito Muestra
          Dr. Ann Example                          | Ann Example
          Ann Example Redakteurin                  | Ann Example
          Ann Example -                            | Ann Example
          Ann Example, Chief Economist, Harbour Bank | Ann Example
          Ann Example, Senior Reporter, and Ben Sample, Columnist | Ann Example;Ben Sample
          ANN EXAMPLE                              | ANN EXAMPLE
          Jan van der Voorbeeld                    | Jan van der Voorbeeld
          Ann O'Example                            | Ann O'Example
          Ann Example, Staff Writer                | Ann Example
          Ann Example (Reuters)                    | Ann Example
          Ann Example in Rome and Ben Sample in Beirut | Ann Example;Ben Sample
          Ann Example in Rome, Ben Sample in Beirut and Cy Muster in Bonn | Ann Example;Ben Sample;Cy Muster
          Ann Example in Rome and New York         | Ann Example
          Ana Ejemplo en Madrid y Luis Muestra en París | Ana Ejemplo;Luis Muestra
          Anne Exemple (à Dijon) et Claude Modèle  | Anne Exemple;Claude Modèle
          ANN EXAMPLE and BEN SAMPLE Staff Writers | ANN EXAMPLE;BEN SAMPLE
          Anna Beispiel (Text) und Bernd Muster (Fotos) | Anna Beispiel
          José Ejemplo y Muestra                   | José Ejemplo y Muestra
          王小明                                     | 王小明
          """)
  void readsPeopleInReadingOrder(String text, String people) {
    assertThat(names.in(text)).containsExactly(people.split(";"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Reuters",
        "The Associated Press",
        "Staff",
        "Example Herald Staff",
        "Our Special Correspondent",
        "News Desk",
        "admin",
        "Redaktion",
        "Madonna",
        "5 September 2016",
        "rain falls",
        "https://a.example/ann",
      })
  void leavesTheAuthorsEmptyRatherThanGuess(String text) {
    assertThat(names.in(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Ann, Ann", "ann example, ann example", "Ann Example, Ann Example"})
  void takesASingleOrUncapitalisedNameWhereItIsStated(String text, String person) {
    assertThat(names.stated(text)).containsExactly(person);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"annexample", "Admin", "Staff", "AP", "REUTERS", "harbour team", "Jo"})
  void takesNoUserNameOfficeOrAgencyForAPersonEvenWhereItIsStated(String text) {
    assertThat(names.stated(text)).isEmpty();
  }

  @Test
  @Timeout(10)
  void looksAtEachPieceOnceHoweverManyConjunctionsJoinWhatIsNobodysName() {
    String joined = " and b1 und b2 y b3 e b4 et b5".repeat(3).replaceFirst("^ and ", "a0 and ");

    for (int i = 0; i < 50; i++) {
      assertThat(names.in(joined + " " + i)).isEmpty();
    }
  }
}
