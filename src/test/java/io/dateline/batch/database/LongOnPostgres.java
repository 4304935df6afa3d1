package io.dateline.batch.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that takes half a minute and more on either database: always run on the embedded one, on
 * PostgreSQL only with the long tests.
 */
@Tag("long-on-postgresql")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface LongOnPostgres {}
