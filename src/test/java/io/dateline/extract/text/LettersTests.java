package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import org.junit.jupiter.api.Test;

class LettersTests {

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
      assertThat(Letters.isWhiteSpace(c)).as("space %x", c).isEqualTo(UCharacter.isUWhiteSpace(c));
    }
  }
}
