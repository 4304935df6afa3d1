package io.dateline.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A host of its own, as far as a process can tell by its network: a namespace with one link to the
 * broker and one to the database. A link that is cut swallows what is sent over it, either way, and
 * tells nobody; so does a switch that has died, or a firewall.
 */
final class NetworkHost implements AutoCloseable {

  /** For tests of networks, and nowhere else in use. */
  static final String NETWORK = "198.18.0.0/15";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final int MAX_SUBNETS = 250;

  private final String name;
  private final Link broker;
  private final Link database;

  /** Makes it, with both links whole. */
  NetworkHost() {
    int number = NUMBER.incrementAndGet();
    long id = ProcessHandle.current().pid();
    this.name = "dateline-" + id + "-" + number;
    String subnet = "198.18." + (id + number) % MAX_SUBNETS + ".";
    run("ip", "netns", "add", name);
    run("ip", "-n", name, "link", "set", "lo", "up");
    this.broker = new Link(name, "dlb" + number + "p" + id, subnet + "1", subnet + "2");
    this.database = new Link(name, "dld" + number + "p" + id, subnet + "5", subnet + "6");
    broker.lay();
    database.lay();
  }

  /** Skips a test, and says why, where no such host can be made. */
  static void assumePossible() {
    String name = "dateline-" + ProcessHandle.current().pid() + "-try";
    String obstacle = obstacle("ip", "netns", "add", name);
    if (obstacle == null) {
      obstacle = obstacle("ip", "netns", "exec", name, "nft", "list", "ruleset");
      run("ip", "netns", "delete", name);
    }
    assumeTrue(
        obstacle == null,
        "network namespaces need root, `ip` (iproute2) and `nft` (nftables): " + obstacle);
  }

  /**
   * A cable between this machine and that host.
   *
   * @param device its end on the host; here its name has an {@code x} in front
   * @param here address of this machine on it
   * @param there address of the host
   */
  record Link(String host, String device, String here, String there) {

    private void lay() {
      String end = "x" + device;
      run("ip", "link", "add", end, "type", "veth", "peer", "name", device, "netns", host);
      run("ip", "addr", "add", here + "/30", "dev", end);
      run("ip", "link", "set", end, "up");
      run("ip", "-n", host, "addr", "add", there + "/30", "dev", device);
      run("ip", "-n", host, "link", "set", device, "up");
    }

    /** From now on nothing comes through, and nobody is told. */
    void cut() {
      nft("add table inet " + device);
      drop("input", "iifname");
      drop("output", "oifname");
    }

    private void drop(String hook, String end) {
      nft(
          "add chain inet %s %s { type filter hook %s priority 0 ; }"
              .formatted(device, hook, hook));
      nft("add rule inet %s %s %s %s drop".formatted(device, hook, end, device));
    }

    /** It is whole again, and what was kept on either side goes through. */
    void mend() {
      nft("delete table inet " + device);
    }

    private void nft(String words) {
      run("ip", "netns", "exec", host, "nft", words);
    }
  }

  Link broker() {
    return broker;
  }

  Link database() {
    return database;
  }

  /** What stands in front of a command that is to run there. */
  List<String> command() {
    return List.of("ip", "netns", "exec", name);
  }

  private static void run(String... command) {
    String obstacle = obstacle(command);
    if (obstacle != null) {
      throw new IllegalStateException(String.join(" ", command) + ": " + obstacle);
    }
  }

  /** Runs a command; null if it did what it was to do. */
  private static String obstacle(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "it did not end";
      }
      return process.exitValue() == 0 ? null : said + " (exit code " + process.exitValue() + ")";
    } catch (IOException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Both links go with it. */
  @Override
  public void close() {
    run("ip", "netns", "delete", name);
  }
}
