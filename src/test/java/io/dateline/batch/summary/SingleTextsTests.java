package io.dateline.batch.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SingleTextsTests {

  /** Rows that are read at a time. */
  private static final int PAGE = 5_000;

  private final JdbcTemplate jdbc =
      new JdbcTemplate(new DriverManagerDataSource("jdbc:hsqldb:mem:single-texts", "SA", ""));
  private final AtomicInteger pages = new AtomicInteger();
  private final List<Object[]> rows = new ArrayList<>();

  @BeforeEach
  void makeTables() {
    jdbc.execute(
        "CREATE TABLE article_texts (text_key BIGINT, run_id BIGINT, ordinal BIGINT,"
            + " PRIMARY KEY (text_key, run_id, ordinal))");
    jdbc.execute("CREATE TABLE runs (articles BIGINT)");
    jdbc.execute("CREATE TABLE run_partitions (run_id BIGINT, articles BIGINT)");
  }

  @AfterEach
  void dropTables() {
    jdbc.execute("SHUTDOWN");
  }

  @Test
  void tellsTextsOfOneRowFromThoseOfSeveral() {
    insert(7, 1, 1);
    insert(-3, 1, 2);
    insert(-3, 2, 2);
    insert(Long.MAX_VALUE, 1, 4);
    insert(Long.MAX_VALUE, 1, 5);
    insert(Long.MIN_VALUE, 1, 6);
    flush();
    Set<Long> keys = Set.of(7L, -3L, Long.MAX_VALUE, Long.MIN_VALUE);

    assertThat(SingleTexts.askingForEach(jdbc).of(keys))
        .containsExactlyInAnyOrder(7L, Long.MIN_VALUE);
    assertThat(SingleTexts.ofAllRows(jdbc, pages::incrementAndGet).of(keys))
        .containsExactlyInAnyOrder(7L, Long.MIN_VALUE);
  }

  @Test
  void seesThatATextHasAnotherRowOnTheNextPage() {
    for (long key = 1; key < PAGE; key++) {
      insert(key, 1, key);
    }
    insert(PAGE, 1, 90_000);
    insert(PAGE, 1, 90_001);
    insert(PAGE + 1, 1, 90_002);
    flush();

    Set<Long> single =
        SingleTexts.ofAllRows(jdbc, pages::incrementAndGet)
            .of(Set.of(PAGE - 1L, (long) PAGE, PAGE + 1L));

    assertThat(single).containsExactlyInAnyOrder(PAGE - 1L, PAGE + 1L);
    assertThat(pages).hasValue(2);
  }

  @Test
  void passesOverTheRestOfATextThatFillsAPage() {
    for (long ordinal = 0; ordinal < 3 * PAGE; ordinal++) {
      insert(5, 1, ordinal);
    }
    insert(6, 1, 90_000);
    flush();

    Set<Long> single = SingleTexts.ofAllRows(jdbc, pages::incrementAndGet).of(Set.of(5L, 6L));

    assertThat(single).containsExactly(6L);
    assertThat(pages).hasValue(2);
  }

  @Test
  void asksForEachTextWhereMoreAreSharedThanAreRemembered() {
    for (long key = 0; key <= 200_001; key++) {
      insert(key, 1, key);
      insert(key, 2, key);
    }
    insert(900_000, 1, 900_000);
    flush();

    Set<Long> single =
        SingleTexts.ofAllRows(jdbc, pages::incrementAndGet).of(Set.of(199_000L, 900_000L));

    assertThat(single).containsExactly(900_000L);
  }

  @Test
  void readsNoLargeArchiveForTheFewArticlesOfANight() {
    insert(7, 1, 1);
    flush();
    jdbc.update("INSERT INTO runs VALUES (1000)");
    jdbc.update("INSERT INTO run_partitions VALUES (2, 249)");
    jdbc.update("INSERT INTO run_partitions VALUES (3, 250)");

    assertThat(SingleTexts.ofRun(jdbc, 2, pages::incrementAndGet).of(Set.of(7L))).contains(7L);
    assertThat(pages).hasValue(0);

    assertThat(SingleTexts.ofRun(jdbc, 3, pages::incrementAndGet).of(Set.of(7L))).contains(7L);
    assertThat(pages).hasValue(1);
  }

  private void insert(long textKey, long runId, long ordinal) {
    rows.add(LongStream.of(textKey, runId, ordinal).boxed().toArray());
  }

  private void flush() {
    jdbc.batchUpdate("INSERT INTO article_texts VALUES (?, ?, ?)", rows);
  }
}
