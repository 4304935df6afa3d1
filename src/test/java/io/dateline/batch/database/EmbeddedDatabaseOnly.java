package io.dateline.batch.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test that has no meaning on PostgreSQL, and why; the build leaves it out there by its tag. */
@Tag("embedded-database")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface EmbeddedDatabaseOnly {
  /** The reason, as a phrase. */
  String value();
}
