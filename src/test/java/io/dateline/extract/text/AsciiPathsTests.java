package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shortcuts for ASCII come to what Unicode's rules come to. */
class AsciiPathsTests {

  @Test
  void everyCharacterIsLoweredAndFoldedAsUnicodeDoes() {
    for (char c = 0; c < 0x80; c++) {
      assertSame(String.valueOf(c));
      assertSame("Ab" + c + "Yz");
    }
  }

  @Test
  void anyTextIsLoweredAndFoldedAsUnicodeDoes() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append((char) random.nextInt(0x80));
      }
      assertSame(text.toString());
    }
    assertThat(LowerCase.of("ÀB")).isEqualTo("àb");
    assertThat(LowerCase.of("plain")).isEqualTo("plain");
  }

  /** A letter behind it that is none of ASCII sends the same text by the way of Unicode. */
  private static void assertSame(String text) {
    assertThat(LowerCase.of(text)).isEqualTo(UCharacter.toLowerCase(Locale.ROOT, text));
    String folded = Folding.fold(text);
    assertThat(Folding.fold(text + " \u00E9")).isEqualTo((folded + " \u00E9").strip());
  }
}
