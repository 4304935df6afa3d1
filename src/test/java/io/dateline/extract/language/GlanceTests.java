package io.dateline.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.extract.text.WordLists;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlanceTests {

  private static Glance at(String text) {
    return Glance.at(text, FunctionWords.shipped());
  }

  @Test
  void isSureOfNearlyEveryLanguageOfWhichItHasWords() {
    List<List<String>> known =
        WordLists.table(GlanceTests.class, "paragraphs.tsv", 2).stream()
            .filter(line -> FunctionWords.shipped().languages().contains(line.get(0)))
            .toList();

    List<List<String>> told =
        known.stream().filter(line -> line.get(0).equals(at(line.get(1)).language())).toList();

    assertThat(known).hasSizeGreaterThan(75);
    assertThat(told).hasSizeGreaterThanOrEqualTo(known.size() - 2);
  }

  @Test
  void isNeverSureOfAWrongLanguageWhereverATextIsCut() {
    for (List<String> line : WordLists.table(GlanceTests.class, "paragraphs.tsv", 2)) {
      String text = line.get(1);
      for (int end = 20; end < text.length(); end += 7) {
        String cut = text.substring(0, end);
        assertThat(at(cut).language()).as(cut).isIn(null, line.get(0));
      }
    }
  }

  @Test
  void readsCapitalsAsItReadsSmallLetters() {
    String text = "Le bac a repris la mer jeudi, neuf ans après avoir été désarmé, a dit le maire.";

    assertThat(at(text.toUpperCase(Locale.FRENCH)).language()).isEqualTo("fr");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a list of names          | Maria de la Cruz, Jan van der Berg, João da Silva, Ahmed bin Said, Anna von Holm, Li Na
          a table of results       | Holm 3 Sund 1; Vik 2 Nes 2; Berg 0 Fjord 4; Strand 1 Lund 1; Dal 2 Ås 0
          prices                   | Crude 81.20 80.95 +0.31 Gold 2310 2298 +0.52 Copper 9120 9087 Wheat 231 229 Cocoa 7420
          addresses of pages       | https://example.org/a/the-new-ferry-and-the-bridge https://example.com/die/der/das
          two languages by halves  | The ferry sailed again and the council said it was late. Die Fähre ist wieder gefahren und der Rat sagte, dass es spät war.
          nothing                  | …
          """)
  void isSilentWhere(String kind, String text) {
    assertThat(at(text).language()).as(kind).isNull();
  }

  @Test
  void isNotMisledByForeignNamesInATextOfItsOwn() {
    String text =
        "The mayors of Malmö, Łódź, Győr, São João da Madeira and Şanlıurfa met in La Coruña on"
            + " Monday. Jiří Dvořák and María de los Ángeles Núñez said that they would sign the"
            + " agreement before the end of the year.";

    assertThat(at(text).language()).isEqualTo("en");
  }

  @Test
  void upholdsADeclarationWhereOnlyRelativesAreLeft() {
    String text = "Stari trajekt je ponovo bio na moru i nije se više vratio, jer je to sve.";

    assertThat(at(text).language()).isNull();
    assertThat(at(text).family()).isIn("hr", "bs", "sr");
  }

  @Test
  void excludesALanguageOnlyIfItKnowsIt() {
    Glance glance =
        at(
            "The ferry across the sound sailed again on Thursday, and the council said that it would"
                + " carry more than two hundred people every day until the bridge is finished.");

    assertThat(glance.excludes("de")).isTrue();
    assertThat(glance.excludes("tlh")).isFalse();
  }
}
