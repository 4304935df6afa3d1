package io.dateline.extract.headline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleSiteTests {

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Ferry sails again | Harbour Post                   ; Ferry sails again     ; true
          Islands | Ferry sails again                        ; Ferry sails again     ; true
          Open harbour - Why the ferry sails again | The Post ; Why the ferry sails again ; true
          Ferry sails - Harbour Post of the Islands          ; Harbour Post of the Islands ; false
          The ferry sails again today                        ; ferry sails again     ; false
          """)
  void tellsWhichPartOfATitleMayBeTheHeadline(String title, String line, boolean part) {
    assertThat(TitleSite.isPart(title, line)).isEqualTo(part);
  }
}
