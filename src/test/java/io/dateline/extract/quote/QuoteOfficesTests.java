package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offices and trades before a name: language, paragraphs, speaker, description. */
class QuoteOfficesTests {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          en | “It leaks,” said Chief Executive Ana Ruiz. | Ana Ruiz | Chief Executive
          en | “It leaks,” said Chief Constable Owen Pryce. | Owen Pryce | Chief Constable
          en | “It leaks,” said Town Clerk Ana Ruiz. | Ana Ruiz | Town Clerk
          en | “It leaks,” said Harbour Master Solveig Brekke. | Solveig Brekke | Harbour Master
          en | “It leaks,” Selectman Tom Orr said. | Tom Orr | Selectman
          en | “It leaks,” said Labour MP Ana Ruiz. | Ana Ruiz | Labour MP
          en | “It leaks,” said First Lady Ana Ruiz. | Ana Ruiz | First Lady
          en | First Minister Ana Ruiz said it “leaks.” | Ana Ruiz | First Minister
          en | “It leaks,” said Lock Keeper Ana Ruiz. | Ana Ruiz | Lock Keeper
          en | “It leaks,” said John Constable.¶“It is old,” Constable said. | John Constable | -
          de | „Wir warten“, sagte die Passagierin Uta Ahlers. | Uta Ahlers | Passagierin
          de | „Wir warten“, sagte Stadtplanerin Rieke Thoms. | Rieke Thoms | Stadtplanerin
          de | „Wir warten“, sagte die Architektin Rieke Thoms. | Rieke Thoms | Architektin
          de | „Wir warten“, sagte Severin Ahlers Thoms. | Severin Ahlers Thoms | -
          de | „Wir warten“, sagte Christin Ahlers Thoms. | Christin Ahlers Thoms | -
          de | Als Baureferent Ludwig Sterr kam, wurde es still. „Wir bauen“, sagte er. | Ludwig Sterr | Baureferent
          de | Den Plan zeigte Baureferent Ludwig Sterr.¶„Wir bauen“, so der Baureferent. | Ludwig Sterr | Baureferent
          """)
  void areNoPartOfTheName(String language, String story, String speaker, String description) {
    Quote quote = LastQuote.of(story, language);

    assertThat(quote.speaker()).isEqualTo(speaker);
    assertThat(quote.speakerDescription()).isEqualTo(description);
  }
}
