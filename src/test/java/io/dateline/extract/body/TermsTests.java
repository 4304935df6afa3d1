package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the ferry sailed | the,ferry,sailed
          渡船再次航行        | 渡船再,船再次,再次航,次航行
          2026年渡船再次     | 2026,年渡船,渡船再,船再次
          渡船 sails        | 渡船,sails
          เรือข้าม          | เรื,รือ,ือข,อข้,ข้า,้าม
          ''               | ''
          """)
  void areWordsAndInScriptsWithoutSpacesThreeCharactersInARow(String folded, String terms) {
    List<String> found = new ArrayList<>();
    Terms.read(folded, (start, end) -> found.add(folded.substring(start, end)));

    assertThat(String.join(",", found)).isEqualTo(terms);
  }
}
