package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.extract.body.Phrases.Kind;
import io.dateline.extract.body.Phrases.Phrase;
import io.dateline.extract.text.Folding;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTests {

  private final Phrases phrases = new Phrases();

  private Optional<Kind> kind(String text) {
    return phrases.in(text, Folding.fold(text)).map(Phrase::kind);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Add new comment                                  | END
          ADD NEW COMMENT!                                 | END
          Enter the characters shown in the image.         | END
          Añadir nuevo comentario                          | END
          Related articles                                 | BREAK
          Lire aussi                                       | BREAK
          Anzeige                                          | DROP
          Sign up for our morning letter                   | DROP
          This site uses cookies: read our cookie policy   | DROP
          続きを読む                                          | BREAK
          """)
  void knowsWhatPagesPrintAroundTheirStories(String text, Kind kind) {
    assertThat(kind(text)).contains(kind);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "More than forty boats left the harbour.",
        "Watch out for ice on the quay, the office said.",
        "Commentators were surprised.",
        "The home team won.",
      })
  void takesNoSentenceForAPhraseThatItStartsLike(String sentence) {
    assertThat(kind(sentence)).isEmpty();
  }
}
