package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTableTests {

  @Test
  void findsAWordByItsCharactersInsideAText() {
    SectionTable table = new SectionTable(Map.of("said", 5L, "the", 2L));
    String text = "Rain fell, the keeper said.";

    int place = table.find(text, 22, 26);

    assertThat(table.word(place)).isEqualTo("said");
    assertThat(table.sections(place)).isEqualTo(5);
    assertThat(table.find(text, 22, 25)).isEqualTo(SectionTable.NONE);
    assertThat(table.find(text, 0, 4)).isEqualTo(SectionTable.NONE);
  }

  @Test
  void tellsWordsOfOneHashApart() {
    SectionTable table = new SectionTable(Map.of("Aa", 1L, "BB", 2L));

    assertThat("Aa").hasSameHashCodeAs("BB");
    assertThat(table.sections("Aa")).isEqualTo(1);
    assertThat(table.sections("BB")).isEqualTo(2);
    assertThat(table.word(table.find("xBBx", 1, 3))).isEqualTo("BB");
  }

  @Test
  void findsEveryWordOfALongList() {
    Map<String, Long> words = new HashMap<>();
    for (long i = 0; i < 5_000; i++) {
      words.put("w" + i, i);
    }

    SectionTable table = new SectionTable(words);

    words.forEach((word, sections) -> assertThat(table.sections(word)).isEqualTo(sections));
    assertThat(table.sections("w5000")).isZero();
  }

  @Test
  void listsNothingWithoutWords() {
    SectionTable table = new SectionTable(Map.of());

    assertThat(table.sections("said")).isZero();
    assertThat(table.find("said", 0, 4)).isEqualTo(SectionTable.NONE);
  }
}
