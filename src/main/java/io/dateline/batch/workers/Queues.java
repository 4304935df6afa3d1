package io.dateline.batch.workers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The queues of one database: several may share a broker, and their partitions have the same
 * numbers.
 *
 * @param partitions what is to be done
 * @param dead what was tried too often, for a person to look at
 * @param notices what workers have to say
 */
record Queues(String partitions, String dead, String notices) {

  /** Property of a message: the key of its run, 0 if it is about none. */
  static final String RUN = "dateline_run";

  private static final int NAME_DIGITS = 12;

  /** The same from whatever host, by whatever address the database is reached. */
  private static final String IDENTITY =
      "SELECT current_database() || ' ' || current_schema() || ' ' || (SELECT oid FROM pg_database"
          + " WHERE datname = current_database()) || ' ' || MIN(\"installed_on\")"
          + " FROM \"flyway_schema_history\"";

  static Queues of(JdbcTemplate jdbc) {
    String name =
        "dateline." + hash(Objects.requireNonNull(jdbc.queryForObject(IDENTITY, String.class)));
    return new Queues(name + ".partitions", name + ".dead", name + ".notices");
  }

  private static String hash(String identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
