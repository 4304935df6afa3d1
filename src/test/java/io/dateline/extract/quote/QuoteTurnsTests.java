package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has the word where several people are named nearby, or the words name them themselves. */
class QuoteTurnsTests {

  private final QuoteExtractor extractor = new QuoteExtractor();

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"‘No choice’", "“No choice”", "‘We had no choice’"})
  void takeAHeadingInMarksForNobodysQuote(String heading) {
    List<String> story =
        List.of(
            "“I had to go,” said Ruth Amory.",
            heading,
            "The pier is shut.",
            "“It held,” she said.");

    assertThat(extractor.extract(story, "en"))
        .extracting(Quote::text)
        .containsExactly("I had to go", "It held");
  }

  @Test
  void keepAFragmentAloneThatAColonLeadsUpTo() {
    assertThat(LastQuote.of("Ruth Amory put it in two words:¶“No choice”", "en").speaker())
        .isEqualTo("Ruth Amory");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          pt | O tenente Cláudio Reis falou na quinta. O prefeito Zeca Barroso (PSD) veio. Ele disse que "o cais caiu". | Zeca Barroso
          en | “Nobody asked me,” said Tom Bell. “Nobody ever does.” His wife, Joan, agreed. | Tom Bell
          en | “Nobody asked me.” Tom Bell said. | Tom Bell
          en | Maria Orr and her brother Pedro Orr came to the hall. “It leaks,” Orr said. | -
          en | Maria Orr and her brother Pedro Orr came. Maria Orr stayed. “It leaks,” Orr said. | Maria Orr
          en | Maria Orr and her brother Pedro Orr came. “It leaks,” Mr. Orr said. | Pedro Orr
          fr | « On a fermé la route, raconte Solène Roy. Personne ne répondait », ajoute-t-elle. | Solène Roy
          fr | « Il pleut, lui a dit Anne Roy. Rentrons. » | Anne Roy
          it | «Pagheremo - ha detto il sindaco Paolo Ghedini - il prossimo anno». | Paolo Ghedini
          it | «Pagheremo – spiega Ghedini – il prossimo anno». Il sindaco Paolo Ghedini tace. | Paolo Ghedini
          it | «Piove, dice la gente, e nessuno viene». | -
          es | «Pagaremos —ha dicho el alcalde Paco Gil— el año próximo». | Paco Gil
          """)
  void giveTheWordToWhomTheStoryMeans(String language, String story, String speaker) {
    assertThat(LastQuote.of(story, language).speaker()).isEqualTo(speaker);
  }

  @Test
  void goOnWithWhoeverSpokeInsideTheMarks() {
    List<Quote> quotes =
        extractor.extract(
            List.of("« On a fermé la route, raconte Solène Roy. » « Personne ne répondait. »"),
            "fr");

    assertThat(quotes).extracting(Quote::speaker).containsExactly("Solène Roy", "Solène Roy");
  }

  @Test
  void describeNobodyByWhatTheSentenceIsAbout() {
    Quote quote = LastQuote.of("According to Tom Orr, the bridge “is fine”.", "en");

    assertThat(quote.speaker()).isEqualTo("Tom Orr");
    assertThat(quote.speakerDescription()).isNull();
    assertThat(
            LastQuote.of("According to Tom Orr, the mayor, the bridge “is fine”.", "en")
                .speakerDescription())
        .isEqualTo("mayor");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          es | Rosa Quirós llegó tarde. "Es nuestro", agregó. | Es nuestro | -
          en | Opponents in the gallery shouted "shame on you" as the vote was read. | shame on you | Opponents in the gallery
          de | Jens Ahlers hält das Gutachten für „eine reine Gefälligkeit“. | eine reine Gefälligkeit | Jens Ahlers
          """)
  void keepShortQuotesOfWhoeverTheSentenceNames(
      String language, String story, String text, String written) {
    Quote quote = LastQuote.of(story, language);

    assertThat(quote.text()).isEqualTo(text);
    assertThat(quote.speakerAsWritten()).isEqualTo(written.equals("-") ? null : written);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ja | 小野寺正さん(68)は「橋はもう直らないと思っていました」と話した。 | 小野寺正 | 小野寺正
          ja | 「橋はもう直らないと思っていました」と小野寺正さん（68）は話した。 | 小野寺正 | 小野寺正
          zh | “学校没事。”校长李秀兰女士说。¶她说：“码头明年就会修好。” | 李秀兰 | 她
          zh | “学校没事。”校长李秀兰女士说。¶他说：“码头明年就会修好。” | - | 他
          zh | 村民王秀兰今年六十岁。她说：“码头明年就会修好。” | 王秀兰 | 她
          """)
  void tellEastAsianSpeakersByAgeAndPronoun(
      String language, String story, String speaker, String written) {
    List<Quote> quotes = extractor.extract(Arrays.asList(story.split("¶", -1)), language);
    Quote quote = quotes.get(quotes.size() - 1);

    assertThat(quote.speaker()).isEqualTo(speaker);
    assertThat(quote.speakerAsWritten()).isEqualTo(written);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          «الجسر سيفتح في العام القادم»، قال أحمد المنصوري. | الجسر سيفتح في العام القادم | أحمد المنصوري | أحمد المنصوري
          وقال الوزير أحمد المنصوري: «الجسر سيفتح قريبا». | الجسر سيفتح قريبا | أحمد المنصوري | أحمد المنصوري
          قالت ليلى حداد إن الجسر "آمن تماما". | آمن تماما | ليلى حداد | ليلى حداد
          أكدت ليلى حداد ذلك. وأضافت: “لن نغلق الطريق أمام الناس”. | لن نغلق الطريق أمام الناس | - | -
          قالت ليلى حداد: “لا”. وأضافت: “لن نغلق الطريق أمام الناس”. | لن نغلق الطريق أمام الناس | ليلى حداد | -
          قال سامي حداد: “لا”.¶قال حداد: “لن نغلق الطريق أمام الناس”. | لن نغلق الطريق أمام الناس | سامي حداد | حداد
          قال مسؤول محلي: “لن نغلق الطريق أمام الناس”. | لن نغلق الطريق أمام الناس | - | مسؤول محلي
          """)
  void tellArabicSpeakersByTheVerbBeforeThem(
      String story, String text, String speaker, String written) {
    Quote quote = LastQuote.of(story, "ar");

    assertThat(quote.text()).isEqualTo(text);
    assertThat(quote.speaker()).isEqualTo(speaker);
    assertThat(quote.speakerAsWritten()).isEqualTo(written);
  }

  @Test
  void takeAnArabicTitleForNoQuote() {
    assertThat(extractor.extract(List.of("كان الفيلم \"الجسر القديم\" جميلا."), "ar")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "zh, 她说“一”",
    "zh, “一”王秀兰说",
    "zh, 。“一”",
    "ja, 「一」とさん（",
    "ar, قال «ا»",
    "ar, «ا» ",
    "fr, « a - dit b »",
    "it, «a - ha detto A B -»",
    "de, der „A“ ",
    "de, sagte A B der "
  })
  @Timeout(20)
  void areReadInTimeThatGrowsWithTheText(String language, String piece) {
    List<String> story = List.of(piece.repeat(100_000 / piece.length()));

    assertThat(extractor.extract(story, language))
        .hasSizeLessThanOrEqualTo(QuoteExtractor.MAX_QUOTES);
  }
}
