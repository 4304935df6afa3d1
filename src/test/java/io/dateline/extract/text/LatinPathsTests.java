package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shortcuts for Latin letters and their punctuation come to what Unicode's rules come to. */
class LatinPathsTests {

  /** Latin letters, then combining marks, for which there are no shortcuts. */
  private static final int LATIN = 0x310;

  private static final int PUNCTUATION = 0x2000;
  private static final int END_OF_PUNCTUATION = 0x2040;

  @Test
  void everyCharacterIsLoweredAndFoldedAsUnicodeDoes() {
    for (char c = 0; c < END_OF_PUNCTUATION; c++) {
      if (c < LATIN || c >= PUNCTUATION) {
        assertSame(String.valueOf(c));
        assertSame("Ab" + c + "Yz");
      }
    }
  }

  @Test
  void anyTextIsLoweredAndFoldedAsUnicodeDoes() {
    Random random = new Random(3);
    int[] ends = {0x80, 0x100, LATIN};
    for (int i = 0; i < 6_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        boolean sign = random.nextInt(10) == 0;
        int c = sign ? PUNCTUATION + random.nextInt(0x40) : random.nextInt(ends[i % ends.length]);
        text.append((char) c);
      }
      assertSame(text.toString());
    }
    assertThat(LowerCase.of("plain")).isEqualTo("plain");
  }

  private static void assertSame(String text) {
    assertThat(LowerCase.of(text)).isEqualTo(UCharacter.toLowerCase(Locale.ROOT, text));
    assertThat(Folding.fold(text)).isEqualTo(Folding.foldAny(text));
  }
}
