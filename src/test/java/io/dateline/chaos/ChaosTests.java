package io.dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The second promise against the real launcher and SIGKILL. Parameters are system properties:
 * {@code chaos.seed}, {@code chaos.kills}, {@code chaos.rounds}, {@code chaos.documents}, {@code
 * chaos.threads}, and {@code chaos.database}: {@code hsqldb}, or the address of a PostgreSQL server
 * up to its last slash, with the user and password of the environment.
 *
 * <p>A round is an archive of its own on two nights, the second with changed, removed and new
 * files, each killed again and again.
 */
@Tag("chaos")
class ChaosTests {

  private static final String JOB =
      """
      chunk-size: 25
      partition: {files: 150}
      removed-limit: 1.0
      """;

  private static final int NIGHTS = 2;

  private final long seed = Long.getLong("chaos.seed", 1);
  private final int kills = Integer.getInteger("chaos.kills", 5);
  private final int rounds = Integer.getInteger("chaos.rounds", 1);
  private final int documents = Integer.getInteger("chaos.documents", 600);
  private final int threads = Integer.getInteger("chaos.threads", 2);
  private final String server = System.getProperty("chaos.database", "hsqldb");

  @TempDir Path folder;

  @Test
  void whateverKillsARunTheNextOnesLeaveTheSameBytesAndRows() throws Exception {
    Toll toll = new Toll();
    List<String> results = new ArrayList<>();

    // A night may be faster than its killers; then another round has to make up for it.
    for (int round = 0; toll.kills() < kills && round < 2 * rounds + 2; round++) {
      int before = toll.kills();
      round(seed + round, toll, Math.max(1, kills * (round + 1) / rounds - before));
      results.add(
          "seed " + (seed + round) + ": " + (toll.kills() - before) + " kills, all identical");
      report(toll, results);
    }

    assertThat(toll.kills()).isGreaterThanOrEqualTo(kills);
  }

  private void round(long roundSeed, Toll toll, int wanted) throws Exception {
    Path place = Files.createDirectories(folder.resolve("round-" + roundSeed));
    Files.writeString(Files.createDirectories(place.resolve("jobs")).resolve("nightly.yml"), JOB);
    Archive archive = new Archive(place.resolve("papers"), roundSeed, documents);
    Random random = new Random(roundSeed);
    Site whole = site(place, "whole", roundSeed);
    Site broken = site(place, "broken", roundSeed);
    int before = toll.kills();

    try (LatestReader reader = new LatestReader(broken.job())) {
      for (int night = 1; night <= NIGHTS; night++) {
        Killer undisturbed = killer(place, whole, night, random);
        Killer.End end = undisturbed.letRun(false);
        assertThat(end.exitCode()).as(end.said()).isZero();

        int more = (wanted - (toll.kills() - before)) / (NIGHTS - night + 1);
        killRepeatedly(killer(place, broken, night, random), more, whole, broken, night, toll);

        assertThat(broken.state()).isEqualTo(whole.state());
        assertThat(reader.looks()).isPositive();
        archive.passADay(documents / 5);
      }
    }
    Site.delete(place);
  }

  private void killRepeatedly(
      Killer killer, int wanted, Site whole, Site broken, int night, Toll toll) throws Exception {
    RunLog usual = RunLog.of(whole.job().resolve("logs").resolve(run(night) + ".log"));
    Site.Standing standing = Site.Standing.NOT_BEGUN;
    List<Aim> aims = killer.aims(wanted);
    if (night == 1 && !aims.isEmpty()) {
      // While the database itself is made.
      aims.set(0, Aim.START);
    }
    for (Aim aim : aims) {
      if (standing == Site.Standing.ENDED) {
        break;
      }
      boolean begun = standing != Site.Standing.NOT_BEGUN;
      Killer.End end = killer.kill(aim, run(night), begun, usual);
      if (end.killed()) {
        toll.count(end.step(), end.step().equals("extractStep") && broken.isInsideChunk(night));
      } else {
        // It was faster than its killer.
        assertThat(end.exitCode()).as(end.said()).isIn(0, 143);
      }
      standing = broken.standing(night);
    }
    if (standing != Site.Standing.ENDED) {
      Killer.End last = killer.letRun(standing != Site.Standing.NOT_BEGUN);
      assertThat(last.exitCode()).as(last.said()).isZero();
    }
  }

  private Killer killer(Path place, Site site, int night, Random random) {
    List<Object> words = new ArrayList<>();
    words.addAll(
        List.of(Path.of("dateline").toAbsolutePath(), "run", place.resolve("jobs/nightly.yml")));
    words.addAll(List.of("--input", place.resolve("papers"), "--output", site.output()));
    words.addAll(List.of("--date", date(night), "--threads", threads));
    words.addAll(site.database().arguments());
    return new Killer(words.stream().map(Object::toString).toList(), site.output(), random);
  }

  private Site site(Path place, String name, long roundSeed) throws SQLException {
    Path output = place.resolve(name);
    return new Site(
        output,
        server.equals("hsqldb")
            ? new ChaosDatabase.Embedded(output)
            : ChaosDatabase.PostgreSql.create(server, "chaos_" + name + "_" + roundSeed));
  }

  private static String date(int night) {
    return "2020-01-0" + night;
  }

  private static String run(int night) {
    return date(night) + "-000" + night;
  }

  private void report(Toll toll, List<String> results) throws IOException {
    String heading =
        "Chaos: "
            + server
            + ", "
            + documents
            + " documents, "
            + threads
            + " threads\n"
            + String.join("\n", results);
    Files.writeString(Path.of("target/chaos.txt"), toll.report(heading));
  }
}
