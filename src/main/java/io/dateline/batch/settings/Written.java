package io.dateline.batch.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that has one of the {@link Form}s in which a person writes a setting. */
@Target({ElementType.TYPE_USE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Written.Check.class)
public @interface Written {

  /** How it is written. */
  Form value();

  /** What is wrong, filled in by the check. */
  String message() default "";

  /** Required of every constraint; unused. */
  Class<?>[] groups() default {};

  /** Required of every constraint; unused. */
  Class<? extends Payload>[] payload() default {};

  /** Reads the text and says what is wrong with it; an empty one stands for no value at all. */
  final class Check implements ConstraintValidator<Written, String> {

    private Form form = Form.PATH_PATTERN;

    @Override
    public void initialize(Written written) {
      form = written.value();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (text.isBlank()) {
        return true;
      }
      try {
        return form.read(text) != null;
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
