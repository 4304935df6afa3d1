package io.dateline.extract.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dateline.extract.language.LanguageFinder.Choice;
import io.dateline.extract.text.WordLists;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageFinderTests {

  private static final String ENGLISH =
      "The ferry across the sound sailed again on Thursday, nine years after it was laid up.";

  private final LanguageFinder finder = new LanguageFinder();

  private String tag(String text, String... declared) {
    return finder.find(text, List.of(declared)).map(Choice::tag).orElse("");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ferry across the sound sailed again on Thursday, nine years after it was laid up.           | en
          Die Fähre über den Sund ist am Donnerstag nach neun Jahren wieder gefahren, sagte der Rat.     | de
          El transbordador volvió a navegar el jueves, nueve años después de quedar amarrado en el puerto. | es
          Le bac a repris la mer jeudi, neuf ans après avoir été désarmé, a annoncé le conseil municipal. | fr
          Паром через пролив снова вышел в море в четверг, спустя девять лет, сообщил городской совет.     | ru
          Порон через протоку знову вийшов у море в четвер, через девять років, повідомила міська рада.    | uk
          市议会周四表示，跨越海峡的渡轮在停航九年之后重新启航。                                                     | zh
          海峡を渡るフェリーが木曜日、九年ぶりに運航を再開したと市議会が発表した。                                     | ja
          해협을 건너는 여객선이 구 년 만에 다시 운항을 시작했다고 시의회가 밝혔다.                                     | ko
          Το πλοίο απέπλευσε ξανά την Πέμπτη, εννέα χρόνια μετά τον παροπλισμό του, είπε ο δήμος.          | el
          """)
  void tellsTheLanguageOfAText(String text, String language) {
    assertThat(tag(text)).isEqualTo(language);
  }

  static Stream<Arguments> paragraphs() {
    return WordLists.table(LanguageFinderTests.class, "paragraphs.tsv", 2).stream()
        .map(line -> arguments(line.get(0), line.get(1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paragraphs")
  void tellsMoreThanNinetyLanguagesWhateverIsDeclared(String language, String text) {
    String another = language.equals("fi") ? "sw" : "fi";

    assertThat(tag(text)).isEqualTo(language);
    assertThat(tag(text, language + "-AQ")).isEqualTo(language + "-AQ");
    assertThat(tag(text, another + "-AQ")).isEqualTo(language);
    assertThat(tag(text, another, language)).isEqualTo(language);
    assertThat(tag(text.toUpperCase(Locale.ROOT))).isEqualTo(language);
  }

  @Test
  void sparesTheDetectorWhereFunctionWordsAreSure() {
    assertThat(finder.find(ENGLISH, List.of("de")).map(Choice::reason))
        .contains("detected by its function words against the declared");
    assertThat(finder.find("Ferry Bridge Harbour Council Thursday Timetable Passengers", List.of()))
        .map(Choice::reason)
        .contains("detected by its letters");
  }

  @Test
  void letsADeclarationDecideBetweenCloseRelatives() {
    String danish =
        "Den gamle færge over sundet sejlede igen torsdag, og den er ikke blevet solgt.";

    assertThat(finder.find(danish, List.of("no")))
        .contains(new Choice("no", 0, "declared; the text is of a close relative"));
  }

  @Test
  void tellsWhichOfTheDeclarationsStands() {
    assertThat(finder.find(ENGLISH, List.of("de", "en_GB", "en-US")))
        .contains(new Choice("en-GB", 1, "declared; the text agrees"));
    assertThat(finder.find(ENGLISH, List.of("en", "en-GB")).map(Choice::declaration)).contains(1);
    assertThat(finder.find(ENGLISH, List.of("de")).map(Choice::declared)).contains(false);
  }

  @Test
  void keepsTheRegionOfADeclarationThatTheTextAgreesWith() {
    assertThat(tag(ENGLISH, "en_gb")).isEqualTo("en-GB");
  }

  @Test
  void doesNotBelieveADeclarationThatTheTextContradicts() {
    assertThat(tag(ENGLISH, "de-DE")).isEqualTo("en");
    assertThat(tag("市议会周四表示，跨越海峡的渡轮重新启航。", "en-US")).isEqualTo("zh");
  }

  @Test
  void takesTheFirstDeclarationWhereThereIsTooLittleText() {
    assertThat(tag("Rain.", "pt-BR", "en")).isEqualTo("pt-BR");
  }

  @Test
  void leavesTheLanguageEmptyRatherThanGuessFromAWord() {
    assertThat(tag("Rain.")).isEmpty();
    assertThat(tag("")).isEmpty();
  }

  @Test
  void prefersTwoLetterCodesAndTheMacroLanguage() {
    assertThat(tag("Rain.", "cmn")).isEqualTo("zh");
    assertThat(tag("Rain.", "deu")).isEqualTo("de");
    assertThat(tag("Rain.", "no such tag")).isEmpty();
  }
}
