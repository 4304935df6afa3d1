package io.dateline.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A host of its own, as far as a process can tell by its network: a namespace with one link to the
 * broker and one to the database. A link that is cut swallows what is sent over it, either way, and
 * tells nobody; so does a switch that has died, or a firewall.
 */
final class NetworkHost implements AutoCloseable {

  /** For tests of networks, and nowhere else in use. */
  static final String NETWORK = "198.18.0.0/15";

  private static final int MAX_SUBNETS = 250;

  /** So {@code ip} says that somebody else has that name. */
  private static final String TAKEN = "File exists";

  private final String name;
  private final Link broker;
  private final Link database;

  /** Makes it, with both links whole. */
  NetworkHost() {
    int number = claim();
    String subnet = "198.18." + number + ".";
    this.name = name(number);
    this.broker = new Link(name, "dlb" + number, subnet + "1", subnet + "2");
    this.database = new Link(name, "dld" + number, subnet + "5", subnet + "6");
    try {
      run("ip", "-n", name, "link", "set", "lo", "up");
      broker.lay();
      database.lay();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** A namespace of a name is made once, so that no other process has the subnet of its number. */
  private static int claim() {
    for (int number = 0; number < MAX_SUBNETS; number++) {
      String obstacle = obstacle("ip", "netns", "add", name(number));
      if (obstacle == null) {
        return number;
      }
      if (!obstacle.contains(TAKEN)) {
        throw new IllegalStateException("ip netns add: " + obstacle);
      }
    }
    throw new IllegalStateException("all subnets of " + NETWORK + " are taken: ip netns list");
  }

  private static String name(int number) {
    return "dateline-" + number;
  }

  /** Skips a test, and says why, where no such host can be made. */
  static void assumePossible() {
    String obstacle = "";
    try (NetworkHost host = new NetworkHost()) {
      host.broker().cut();
      host.broker().mend();
    } catch (IllegalStateException e) {
      obstacle = e.getMessage();
    }
    assumeTrue(
        obstacle.isEmpty(),
        "a network of its own needs root, `ip` (iproute2), `nft` (nftables) and veth: " + obstacle);
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
      run("ip", "link", "add", end(), "type", "veth", "peer", "name", device, "netns", host);
      run("ip", "addr", "add", here + "/30", "dev", end());
      run("ip", "link", "set", end(), "up");
      run("ip", "-n", host, "addr", "add", there + "/30", "dev", device);
      run("ip", "-n", host, "link", "set", device, "up");
    }

    private String end() {
      return "x" + device;
    }

    /** Both ends, if it was laid. */
    private void remove() {
      var unused = obstacle("ip", "-n", host, "link", "delete", device);
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
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
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

  /** Takes the links first: connections of processes that are gone may keep the rest a while. */
  @Override
  public void close() {
    broker.remove();
    database.remove();
    run("ip", "netns", "delete", name);
  }
}
