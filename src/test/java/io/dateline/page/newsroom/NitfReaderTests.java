package io.dateline.page.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NitfReaderTests {

  /** Longer than any limit, with characters of two units each; some end at a limit's half. */
  private static final String LONG = "By A" + "\uD83D\uDE00nn Lee, ".repeat(4_000);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 999, 1_000, 1_001, 50_000})
  void readsTheSameHoweverTheParserCutsTheText(int chunk) {
    assertThat(read(chunk)).isEqualTo(read(1));
    assertThat(read(chunk).toString())
        .doesNotContainPattern("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");
  }

  private static NewsItem read(int chunk) {
    Draft draft = new Draft("body.content");
    NitfReader reader = new NitfReader(draft);
    for (String name : new String[] {"hl1", "byline", "abstract"}) {
      reader.start(name, attribute -> null);
      for (int at = 0; at < LONG.length(); at += chunk) {
        reader.text(LONG.substring(at, Math.min(LONG.length(), at + chunk)));
      }
      reader.end(name);
    }
    reader.finish();
    return draft.finish();
  }
}
