package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.extract.body.Phrases.Kind;
import io.dateline.extract.body.Phrases.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasePartsTests {

  private static final PhraseParts PARTS = new PhraseParts();

  static {
    for (String part : new String[] {"our letter", "harbour news", "轮渡通讯", "news"}) {
      PARTS.add(part, new Phrase(Kind.DROP, part));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "read our letter today, our letter",
    "the harbour news of our letter, our letter",
    "news from the harbour, news",
    "all the harbour news, harbour news",
    "请看轮渡通讯吧, 轮渡通讯",
    "news 轮渡通讯, 轮渡通讯"
  })
  void theFirstThatWasAddedIsFoundWhereverItStands(String block, String phrase) {
    assertThat(PARTS.in(block)).isEqualTo(new Phrase(Kind.DROP, phrase));
  }

  @Test
  void partsOfWordsAreNoPhrases() {
    assertThat(PARTS.in("our letters and the harbour newspaper")).isNull();
    assertThat(PARTS.in("")).isNull();
  }
}
