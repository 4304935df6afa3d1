package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import org.junit.jupiter.api.Test;

class LettersTests {

  @Test
  void tellWhereSmallLettersEnd() {
    assertThat(Letters.endOfSmall("The ferry", 1)).isEqualTo(3);
    assertThat(Letters.endOfSmall("The ferry", 0)).isEqualTo(0);
    assertThat(Letters.endOfSmall("The ferry", 4)).isEqualTo(9);
    assertThat(Letters.endOfSmall("fähre", 0)).isEqualTo(1);
  }

  /** Behind ASCII they ask the tables themselves. */
  private static final int LAST = 0x250;

  @Test
  void sayOfACharacterWhatTheTablesOfUnicodeSay() {
    for (int c = 0; c <= LAST; c++) {
      assertThat(Letters.isLetter(c)).as("letter %x", c).isEqualTo(UCharacter.isLetter(c));
      assertThat(Letters.isDigit(c)).as("digit %x", c).isEqualTo(UCharacter.isDigit(c));
      assertThat(Letters.isLetterOrDigit(c))
          .as("letter or digit %x", c)
          .isEqualTo(UCharacter.isLetterOrDigit(c));
      assertThat(Letters.isUpper(c)).as("capital %x", c).isEqualTo(UCharacter.isUUppercase(c));
      assertThat(Letters.isLower(c)).as("small %x", c).isEqualTo(UCharacter.isULowercase(c));
      assertThat(Letters.small((char) c))
          .as("small letter of %x", c)
          .isEqualTo((char) (c < 0x80 ? UCharacter.toLowerCase(c) : c));
      assertThat(Letters.isWhiteSpace(c)).as("space %x", c).isEqualTo(UCharacter.isUWhiteSpace(c));
    }
  }
}
