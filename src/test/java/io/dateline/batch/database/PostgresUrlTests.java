package io.dateline.batch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.batch.settings.SettingsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTests {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a.example", "a.example:1", "a:5432,b:65535", "[::1]", "[::1]:5432", ""})
  void admitsHostsWithAndWithoutAPort(String hosts) {
    assertThat(PostgresUrl.parse("jdbc:postgresql://" + hosts + "/news", "the job").hosts())
        .isEqualTo(hosts);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"a:0", "a:65536", "a:54x2", "a:", "a:5432,b:", "[::1]:x", "a:99999999999", "a:-1"})
  void refusesAPortThatIsNone(String hosts) {
    assertThatThrownBy(() -> PostgresUrl.parse("jdbc:postgresql://" + hosts + "/news", "the job"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "The database of the job has a port that is no number from 1 to 65535")
        .hasMessageNotContaining("news");
  }
}
