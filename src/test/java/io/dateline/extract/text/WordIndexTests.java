package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordIndexTests {

  private static final WordIndex INDEX = new WordIndex(List.of("ferry", "BB", "Aa", "to"));

  @Test
  void wordsAreFoundWhereTheyStandByTheirPlaces() {
    assertThat(INDEX.find("a ferry", 2, 7)).isEqualTo(0);
    assertThat(INDEX.find("AaBB", 0, 2)).isEqualTo(2);
    assertThat(INDEX.find("AaBB", 2, 4)).isEqualTo(1);
  }

  @Test
  void partsOfWordsAreNone() {
    assertThat(INDEX.find("ferry", 0, 4)).isEqualTo(WordIndex.NONE);
    assertThat(INDEX.find("ferrys", 0, 6)).isEqualTo(WordIndex.NONE);
    assertThat(INDEX.find("", 0, 0)).isEqualTo(WordIndex.NONE);
  }

  @Test
  void wordsOfATextAreCounted() {
    assertThat(INDEX.countIn("to the ferry to")).isEqualTo(3);
    assertThat(INDEX.countIn("")).isEqualTo(0);
  }

  @Test
  void wordsAreToldInLowerCaseWhateverTheirCapitals() {
    WordIndex index = new WordIndex(List.of("foto", "écran"));

    assertThat(index.holdsLowerCase("Zwei FOTOs", 5, 9)).isTrue();
    assertThat(index.holdsLowerCase("Écran", 0, 5)).isTrue();
    assertThat(index.holdsLowerCase("Zwei FOTOs", 5, 10)).isFalse();
    assertThat(index.holdsLowerCase("", 0, 0)).isFalse();
  }

  @Test
  void theHashOfAPartIsThatOfTheStringAlone() {
    assertThat(WordIndex.hash("the ferry", 4, 9)).isEqualTo("ferry".hashCode());
  }
}
