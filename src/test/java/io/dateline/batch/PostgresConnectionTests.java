package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server is told of each connection. */
@BothDatabases
class PostgresConnectionTests {

  @TempDir Path folder;

  @Test
  void haveANameAndLoseTheirTransactionWhenTheirProcessIsFrozen() throws Exception {
    Path output = Files.createDirectories(folder.resolve("out"));
    try (ConfigurableApplicationContext context =
        BatchApplication.start(TestDatabases.postgres(output), output, new LaunchOptions(1, 50))) {
      JdbcClient jdbc = context.getBean(JdbcClient.class);

      assertThat(jdbc.sql("SHOW application_name").query(String.class).single())
          .isEqualTo("dateline");
      assertThat(jdbc.sql("SHOW idle_in_transaction_session_timeout").query(String.class).single())
          .isEqualTo("5min");
      // A server shows them as they are for the connection at hand.
      assertThat(jdbc.sql("SHOW tcp_keepalives_idle").query(String.class).single()).isEqualTo("20");
      if (OS.LINUX.isCurrentOs()) {
        // Systems that know no such limit show 0.
        assertThat(jdbc.sql("SHOW tcp_user_timeout").query(String.class).single())
            .isEqualTo("60000");
      }
    }
  }
}
