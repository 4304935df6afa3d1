package io.dateline.batch.settings;

import io.dateline.source.PathPattern;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that is a {@link PathPattern}. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WildcardPattern.Check.class)
public @interface WildcardPattern {

  /** What is wrong, filled in by the check. */
  String message() default "";

  /** Required of every constraint; unused. */
  Class<?>[] groups() default {};

  /** Required of every constraint; unused. */
  Class<? extends Payload>[] payload() default {};

  /** Reads the pattern and says what is wrong with it. */
  final class Check implements ConstraintValidator<WildcardPattern, String> {
    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      try {
        PathPattern.of(text);
        return true;
      } catch (IllegalArgumentException e) {
        context.disableDefaultConstraintViolation();
        // Braces would be taken for a parameter of the message.
        String reason = String.valueOf(e.getMessage()).replace("{", "\\{").replace("}", "\\}");
        context.buildConstraintViolationWithTemplate(reason).addConstraintViolation();
        return false;
      }
    }
  }
}
