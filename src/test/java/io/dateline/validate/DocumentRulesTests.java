package io.dateline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.TextDocument;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentRulesTests {

  private final DocumentRules rules = new DocumentRules(ValidationSettings.defaults());

  private static TextDocument document(String text, String mediaType, int replaced, long bytes) {
    return new TextDocument(
        EntryId.ofFile("tests", "a.txt"),
        text,
        mediaType,
        "UTF-8",
        replaced,
        bytes,
        Capture.UNKNOWN);
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | text/plain               | 0  | 0   | EMPTY
          ' '           | text/plain               | 0  | 1   | EMPTY
          ''            | application/pdf          | 0  | 900 | UNSUPPORTED_FORMAT
          ''            | application/octet-stream | 0  | 900 | NOT_TEXT
          'Rain ???'    | text/plain               | 3  | 8   | UNDECODABLE
          '123 456'     | text/plain               | 0  | 7   | NO_LETTERS
          """)
  void rejectsWhatIsNoDocument(
      String text, String mediaType, int replaced, long bytes, RejectionReason reason) {
    Verdict verdict = rules.check(document(text, mediaType, replaced, bytes));

    assertThat(verdict.rejection()).extracting(Rejection::reason).isEqualTo(reason);
    assertThat(verdict.rejection()).extracting(Rejection::sizeBytes).isEqualTo(bytes);
  }

  @Test
  void namesTheFormatThatIsNotRead() {
    Verdict verdict = rules.check(document("", "application/pdf", 0, 900));

    assertThat(verdict.rejection())
        .extracting(Rejection::message)
        .isEqualTo("The format application/pdf is not read.");
  }

  @Test
  void warnsOfAFewCharactersThatCouldNotBeDecoded() {
    Verdict verdict = rules.check(document("Rain fell. ".repeat(100), "text/plain", 2, 1100));

    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.warnings()).containsExactly("REPLACEMENT_CHARACTERS");
  }

  @Test
  void letsARuleWarnOrBeOffAndKeepsWhatAlwaysRejects() {
    DocumentRules lenient =
        new DocumentRules(
            new ValidationSettings(
                Map.of(
                    RejectionReason.NO_LETTERS, RuleAction.WARN,
                    RejectionReason.UNDECODABLE, RuleAction.OFF,
                    RejectionReason.EMPTY, RuleAction.OFF),
                25,
                0.02));

    assertThat(lenient.check(document("123", "text/plain", 3, 3)).warnings())
        .containsExactly("NO_LETTERS", "REPLACEMENT_CHARACTERS");
    assertThat(lenient.check(document("", "text/plain", 0, 0)).passes()).isFalse();
  }
}
