package io.dateline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationSettingsTests {

  private static long violations(ValidationSettings settings) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      Validator validator = factory.getValidator();
      return validator.validate(settings).size();
    }
  }

  @Test
  void rejectsByEveryRuleUnlessToldOtherwise() {
    ValidationSettings settings = ValidationSettings.defaults();

    assertThat(violations(settings)).isZero();
    assertThat(settings.actionOf(RejectionReason.NO_HEADLINE)).isEqualTo(RuleAction.REJECT);
  }

  @Test
  void rejectsByWhatIsNoRuleWhateverTheActionsSay() {
    ValidationSettings settings =
        new ValidationSettings(Map.of(RejectionReason.EMPTY, RuleAction.OFF), 25, 0.02);

    assertThat(settings.actionOf(RejectionReason.EMPTY)).isEqualTo(RuleAction.REJECT);
  }

  @Test
  void allowsNoNegativeLimits() {
    assertThat(violations(new ValidationSettings(Map.of(), -1, 1.5))).isEqualTo(2);
  }
}
