package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationScannerTests {

  /** Paragraphs are separated by ¶, the stretches found by |. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      textBlock =
          """
          straight                        ^ She said "yes" and "no." ^ yes|no.
          curly                           ^ She said “yes” and “no.” ^ yes|no.
          a space before the closing mark ^ It was "longer than usual, "local radio said. ^ longer than usual,
          a space after the opening mark  ^ She said " not now" and left. ^ not now
          no space before the mark        ^ She said:"Not now." Then she left. ^ Not now.
          opened curly, closed straight   ^ She said “not now" and left. ^ not now
          French guillemets               ^ Elle dit « pas ici » et part. ^ pas ici
          inward guillemets               ^ Sie sagte »nicht hier« und ging. ^ nicht hier
          Swedish guillemets              ^ Hon sade »inte här» och gick. ^ inte här
          Swedish curly                   ^ Hon sade ”inte här” och gick. ^ inte här
          German low marks                ^ Sie sagte „nicht hier“ und ging. ^ nicht hier
          German single marks             ^ Sie sagte ‚nicht hier‘ und ging. ^ nicht hier
          Polish low marks                ^ Powiedziała „nie tutaj” i wyszła. ^ nie tutaj
          corner brackets                 ^ 彼女は「ここではない」と言った。 ^ ここではない
          white corner brackets           ^ 他說『不在這裡』。 ^ 不在這裡
          Chinese curly marks             ^ 她说：“不在这里。”然后离开。 ^ 不在这里。
          a quote inside a quote          ^ "He told me "no" twice," she said. ^ He told me "no" twice,
          single marks inside double ones ^ “He told me ‘no’ twice,” she said. ^ He told me ‘no’ twice,
          British single marks            ^ ‘We won’t go,’ she said, ‘not now.’ ^ We won’t go,|not now.
          straight single marks           ^ 'We won't go,' she said. ^ We won't go,
          a plural owner inside           ^ ‘The workers’ hall is shut,’ she said. ^ The workers’ hall is shut,
          an opening mark too many        ^ "She left early. "We won't go," she said. ^ We won't go,
          a closing mark too many         ^ "We won't go," she said." ^ We won't go,
          an opening mark typed twice     ^ ““We won’t go,” she said. “Not now.” ^ We won’t go,|Not now.
          inches                          ^ The 27" screen cost less, "far less," he said. ^ far less,
          """)
  void findsWhatStandsBetweenMarks(String what, String story, String found) {
    assertThat(scan(story)).as(what).containsExactly(found.split("\\|", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      textBlock =
          """
          The workers’ hall and the nurses’ home are shut.
          It was the summer of ’68, rock ’n’ roll and all.
          He is 6' 2" tall.
          'Twas the night before the vote.
          – an item of a list, said nobody
          """)
  void takesApostrophesMeasuresAndListsForNoQuotes(String story) {
    assertThat(scan(story)).isEmpty();
  }

  @Test
  void joinsTheParagraphsOfAQuoteThatEachReopenWithAMark() {
    List<Quotation> found =
        scanner().scan(List.of("“One,", "“two,", "“three,” she said.", "“Four,” he said."));

    assertThat(found).hasSize(2);
    assertThat(found.get(0).paragraph()).isZero();
    assertThat(found.get(0).endParagraph()).isEqualTo(2);
    assertThat(found.get(1).paragraph()).isEqualTo(3);
  }

  @Test
  void endsAQuoteThatIsNeverClosedWithItsParagraph() {
    List<Quotation> found = scanner().scan(List.of("She said: “One thing", "Rain fell."));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).endParagraph()).isZero();
  }

  @Test
  void readsTwoApostrophesAsAMarkOnlyWhereAskedTo() {
    List<String> story = List.of("She said ''not now'' and left.");

    assertThat(scanner().scan(story)).isEmpty();
    assertThat(new QuotationScanner(Lexicon.of("en", story), true).scan(story)).hasSize(1);
  }

  private static QuotationScanner scanner() {
    return new QuotationScanner(Lexicon.of("en", List.of()), false);
  }

  private static List<String> scan(String story) {
    List<String> paragraphs = Arrays.asList(story.split("¶", -1));
    return scanner().scan(paragraphs).stream()
        .map(q -> paragraphs.get(q.paragraph()).substring(q.start(), q.end()).strip())
        .toList();
  }
}
