package io.dateline.batch.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.batch.run.RunFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leases of processes that have one database; each connection is a process of its own. */
@Timeout(60)
class JobLeasesTests {

  private DataSource database;
  private JdbcTemplate jdbc;

  @BeforeEach
  void aDatabase() {
    database =
        new DriverManagerDataSource(
            "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "SA", "");
    jdbc = new JdbcTemplate(database);
    ResourceDatabasePopulator schema =
        new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/common/V5__leases.sql"),
            // Where the database commits each statement, a killed process leaves half of them done.
            new ClassPathResource("db/migration/common/V5__leases.sql"));
    schema.execute(database);
  }

  @Test
  void theSecondOfTwoIsRefusedAndToldOfTheFirst() {
    try (HeldLease first = process().take("nightly", JobLeasesTests::nothing)) {
      assertThat(first.takeover()).isEmpty();

      assertThatThrownBy(() -> process().take("nightly", JobLeasesTests::nothing))
          .isInstanceOfSatisfying(
              RunFailure.class, e -> assertThat(e.kind()).isEqualTo(RunFailure.Kind.BUSY))
          .hasMessageContaining("job nightly")
          .hasMessageContaining(System.getProperty("user.name"))
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("last heard of");
    }
  }

  @Test
  void anotherJobIsFree() {
    try (HeldLease first = process().take("nightly", JobLeasesTests::nothing);
        HeldLease second = process().take("weekly", JobLeasesTests::nothing)) {
      assertThat(jdbc.queryForList("SELECT job_name FROM job_leases ORDER BY job_name")).hasSize(2);
      assertThat(Stream.of(first, second)).allSatisfy(lease -> assertThat(lease.loss()).isNull());
    }
  }

  @Test
  void aLeaseThatWasGivenBackIsFree() {
    process().take("nightly", JobLeasesTests::nothing).close();

    try (HeldLease next = process().take("nightly", JobLeasesTests::nothing)) {
      assertThat(next.takeover()).isEmpty();
    }
  }

  @Test
  void ofManyThatComeAtOnceOneGetsTheLease() throws Exception {
    ExecutorService processes = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);

    List<Future<Boolean>> all =
        Stream.generate(
                () ->
                    processes.submit(
                        () -> {
                          start.await();
                          try {
                            return process().take("nightly", JobLeasesTests::nothing).loss()
                                == null;
                          } catch (RunFailure e) {
                            return false;
                          }
                        }))
            .limit(8)
            .toList();
    start.countDown();
    processes.shutdown();
    assertThat(processes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    int taken = 0;
    for (Future<Boolean> one : all) {
      taken += one.get() ? 1 : 0;
    }
    assertThat(taken).isEqualTo(1);
  }

  @Test
  void aProcessOfThisHostThatHasEndedIsReplacedAtOnce() throws Exception {
    Process dead = new ProcessBuilder("sleep", "60").start();
    LeaseOwner owner = owner(dead.pid(), Machine.startOf(dead.pid()));
    insert(owner, "5");
    assertThatThrownBy(() -> process().take("nightly", JobLeasesTests::nothing))
        .isInstanceOf(RunFailure.class);
    dead.destroyForcibly().waitFor();

    try (HeldLease next = process().take("nightly", JobLeasesTests::nothing)) {
      assertThat(next.takeover())
          .contains(
              "Took nightly over from dana on "
                  + owner.host()
                  + " (process "
                  + dead.pid()
                  + "), which is gone.");
    }
  }

  @Test
  void aProcessWhoseNumberIsAnothersByNowHasEnded() {
    long number = ProcessHandle.current().pid();
    insert(owner(number, Machine.startOf(number) - 1), "5");

    try (HeldLease next = process().take("nightly", JobLeasesTests::nothing)) {
      assertThat(next.takeover()).isPresent();
    }
  }

  @Test
  void aContainerOfTheSameNameIsAnotherHost() {
    insert(new LeaseOwner("dana", owner(1, 1).host(), "another boot", 999_999_999, 5), "5");

    assertThatThrownBy(() -> process().take("nightly", JobLeasesTests::nothing))
        .isInstanceOf(RunFailure.class);
  }

  @Test
  void anotherHostIsRespectedUntilItWasSilentForTheTimeOfALease() {
    LeaseOwner foreign = new LeaseOwner("dana", "elsewhere", "another boot", 7, 5);
    insert(foreign, "50");

    assertThatThrownBy(() -> process().take("nightly", JobLeasesTests::nothing))
        .hasMessageContaining("dana on elsewhere (process 7)")
        .hasMessageContaining("last heard of 5");

    insert(foreign, "61");
    try (HeldLease next = process().take("nightly", JobLeasesTests::nothing)) {
      assertThat(next.takeover().orElseThrow()).contains("last heard of 6").contains("elsewhere");
    }
  }

  @Test
  void whereTheDatabaseAdmitsOneProcessWhoeverHasTheLeaseIsDead() {
    insert(new LeaseOwner("dana", "elsewhere", "another boot", 7, 5), "0");
    JobLeases alone = new JobLeases(new LeaseTable(jdbc), LeaseTiming.DEFAULT, true);

    try (HeldLease next = alone.take("nightly", JobLeasesTests::nothing)) {
      assertThat(next.takeover()).isPresent();
    }
  }

  @Test
  void anOwnerGivesSignsOfLifeSoThatNobodyTakesOver() throws Exception {
    Duration expiry = Duration.ofMillis(900);
    JobLeases leases = SharedLeases.of(database, Duration.ofMillis(50), expiry);

    try (HeldLease lease = leases.take("nightly", JobLeasesTests::nothing)) {
      Thread.sleep(expiry.toMillis() * 2);

      assertThatThrownBy(
              () ->
                  SharedLeases.of(database, Duration.ofMillis(50), expiry)
                      .take("nightly", JobLeasesTests::nothing))
          .isInstanceOf(RunFailure.class);
      assertThat(lease.loss()).isNull();
    }
  }

  @Test
  void whoLosesItsLeaseIsToldAndCommitsNothingMore() throws Exception {
    JobLeases frozen = SharedLeases.of(database, Duration.ofMillis(50), Duration.ofHours(1));
    CountDownLatch told = new CountDownLatch(1);
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    transactions.addListener(frozen);
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    jdbc.execute("CREATE TABLE work (done INTEGER)");
    String work = "INSERT INTO work VALUES (1)";
    JdbcTemplate own = new JdbcTemplate(database);

    try (HeldLease lease = frozen.take("nightly", told::countDown)) {
      transaction.executeWithoutResult(status -> own.update(work));
      anotherTakesOver();

      assertThatThrownBy(() -> transaction.executeWithoutResult(status -> own.update(work)))
          .isInstanceOfSatisfying(
              RunFailure.class, e -> assertThat(e.kind()).isEqualTo(RunFailure.Kind.BUSY))
          .hasMessageContaining("dana on elsewhere (process 7)");
      assertThatThrownBy(frozen::requireHeld).isInstanceOf(RunFailure.class);
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(lease.loss()).isNotNull();
    }
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM work", Long.class)).isEqualTo(1);
    assertThat(jdbc.queryForObject("SELECT token FROM job_leases", String.class)).isEqualTo("t");
  }

  @Test
  void theHeartFindsOutThatTheLeaseIsAnothers() throws Exception {
    CountDownLatch told = new CountDownLatch(1);

    try (HeldLease lease = process().take("nightly", told::countDown)) {
      anotherTakesOver();

      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(lease.loss().kind()).isEqualTo(RunFailure.Kind.BUSY);
    }
  }

  @Test
  void aTakeoverWaitsForATransactionThatHasLookedAtItsLease() throws Exception {
    JobLeases leases = SharedLeases.of(database, Duration.ofHours(1), Duration.ZERO);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    ExecutorService other = Executors.newSingleThreadExecutor();

    try (HeldLease lease = leases.take("nightly", JobLeasesTests::nothing)) {
      Future<HeldLease> second =
          transaction.execute(
              status -> {
                lease.holdUntilCommit();
                Future<HeldLease> waiting =
                    other.submit(
                        () ->
                            SharedLeases.of(database, Duration.ofHours(1), Duration.ZERO)
                                .take("nightly", JobLeasesTests::nothing));
                assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
                return waiting;
              });

      assertThat(second.get(20, TimeUnit.SECONDS).takeover()).isPresent();
    }
    other.shutdown();
  }

  @Test
  void whenTheDatabaseIsAwayForLongerThanALeaseLastsTheOwnerStops() throws Exception {
    JobLeases leases = SharedLeases.of(database, Duration.ofMillis(50), Duration.ofMillis(400));
    CountDownLatch told = new CountDownLatch(1);

    try (HeldLease lease = leases.take("nightly", told::countDown)) {
      jdbc.execute("ALTER TABLE job_leases RENAME TO away");

      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(lease.loss().kind()).isEqualTo(RunFailure.Kind.DATABASE);
    }
  }

  private static void nothing() {}

  private JobLeases process() {
    return SharedLeases.of(database, Duration.ofMillis(100), LeaseTiming.DEFAULT.expiry());
  }

  private static LeaseOwner owner(long processId, long start) {
    LeaseOwner self = LeaseOwner.self();
    return new LeaseOwner("dana", self.host(), self.machine(), processId, start);
  }

  private void insert(LeaseOwner owner, String secondsOfSilence) {
    jdbc.update("DELETE FROM job_leases");
    new LeaseTable(jdbc).insert("nightly", owner, "t");
    jdbc.execute(
        "UPDATE job_leases SET renewed = renewed - INTERVAL '" + secondsOfSilence + "' SECOND");
  }

  private void anotherTakesOver() {
    LeaseTable table = new LeaseTable(jdbc);
    boolean taken = false;
    while (!taken) {
      taken =
          table.takeOver(
              "nightly",
              table.read("nightly").orElseThrow(),
              new LeaseOwner("dana", "elsewhere", "another boot", 7, 5),
              "t");
    }
  }
}
