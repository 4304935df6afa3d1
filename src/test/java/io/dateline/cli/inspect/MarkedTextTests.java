package io.dateline.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.cli.inspect.MarkedText.Part;
import org.junit.jupiter.api.Test;

class MarkedTextTests {

  @Test
  void givesTheWholeTextInPieces() {
    MarkedText text = new MarkedText("The ferry, she said, sails.");

    text.mark("sails", "quote", 0);
    text.mark("she", "speaker", 0);

    assertThat(text.parts())
        .containsExactly(
            new Part("The ferry, ", null),
            new Part("she", "speaker"),
            new Part(" said, ", null),
            new Part("sails", "quote"),
            new Part(".", null));
  }

  @Test
  void takesNoPieceOfAWord() {
    MarkedText text = new MarkedText("Fisheries, she said");

    assertThat(text.mark("she", "speaker", 0)).isEqualTo(14);
    assertThat(text.mark("isher", "speaker", 0)).isEqualTo(-1);
  }

  @Test
  void marksNothingTwice() {
    MarkedText text = new MarkedText("KUMASI, Ghana, March 2 (AP)");

    text.mark("KUMASI, Ghana, March 2 (AP)", "dateline", 0);

    assertThat(text.mark("March 2", "date_published", 0)).isEqualTo(-1);
    assertThat(text.parts()).containsExactly(new Part("KUMASI, Ghana, March 2 (AP)", "dateline"));
  }

  @Test
  void looksNoFurtherBackThanItIsTold() {
    MarkedText text = new MarkedText("yes and yes");

    assertThat(text.mark("yes", "quote", 1)).isEqualTo(11);
    assertThat(text.mark("no", "quote", 0)).isEqualTo(-1);
    assertThat(text.mark("", "quote", 0)).isEqualTo(-1);
  }
}
