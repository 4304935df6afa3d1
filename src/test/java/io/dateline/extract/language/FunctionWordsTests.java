package io.dateline.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.WordLists;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FunctionWordsTests {

  private static final List<List<String>> LINES =
      WordLists.table(FunctionWords.class, "function-words.tsv", 3);

  @Test
  void holdsManyLanguagesOnce() {
    List<String> languages = LINES.stream().map(line -> line.get(0)).toList();

    assertThat(languages).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    assertThat(languages).allSatisfy(code -> assertThat(Tags.normal(code)).isEqualTo(code));
  }

  @Test
  void hasWordsThatATextCanBeSearchedFor() {
    for (List<String> line : LINES) {
      List<String> words = List.of(line.get(2).split(" ", -1));
      assertThat(words).as(line.get(0)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(30);
      for (String word : words) {
        assertThat(word).as(line.get(0)).isEqualTo(word.toLowerCase(Locale.ROOT)).isNotEmpty();
        assertThat(word.chars().allMatch(FunctionWordsTests::isLetterOrMark)).as(word).isTrue();
      }
    }
  }

  private static boolean isLetterOrMark(int c) {
    int type = UCharacter.getType(c);
    return UCharacter.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  @Test
  void weighsAWordTheLessTheMoreLanguagesHaveIt() {
    FunctionWords words =
        new FunctionWords(
            List.of(
                List.of("aa", "-", "de own"),
                List.of("bb", "ø", "de og"),
                List.of("cc", "-", "der und")));

    int shared = words.words().find("de", 0, 2, "de".hashCode());
    int own = words.words().find("OWN", 0, 3, "own".hashCode());

    assertThat(words.weight(shared)).isPositive().isLessThan(words.weight(own));
    assertThat(words.has(shared, 0)).isTrue();
    assertThat(words.has(shared, 2)).isFalse();
    assertThat(words.isWord(words.letter('ø'))).isFalse();
    assertThat(words.letter('å')).isEqualTo(WordTable.NONE);
  }

  @Test
  void findsAWordOnlyWhole() {
    WordTable table = new WordTable(List.of("the", "then"));

    assertThat(table.find("Then", 0, 4, "then".hashCode())).isEqualTo(1);
    assertThat(table.find("Then", 0, 3, "the".hashCode())).isZero();
    assertThat(table.find("Thee", 0, 4, "thee".hashCode())).isEqualTo(WordTable.NONE);
    assertThat(table.find("thx", 0, 3, "the".hashCode())).isEqualTo(WordTable.NONE);
  }
}
