package io.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;

/** A broker in a process of its own that keeps its messages, as one in production does. */
final class BrokerProcess implements AutoCloseable {

  private static final String READY = "broker ready";

  private final Path folder;
  private final int port;
  private final Class<?> program;
  private Process process;

  /** Apache ActiveMQ Artemis. */
  BrokerProcess(Path folder, int port) throws Exception {
    this(folder, port, BrokerProcess.class);
  }

  /**
   * A broker of some make.
   *
   * @param program is told a folder and the port, and says when it is ready
   */
  BrokerProcess(Path folder, int port, Class<?> program) throws Exception {
    this.folder = folder;
    this.port = port;
    this.program = program;
    start();
  }

  /** Starts it, with what it had before. */
  void start() throws Exception {
    Path log = folder.resolve("broker-" + System.nanoTime() + ".log");
    process =
        new ProcessBuilder(
                List.of(
                    DatelineProcess.javaHome().resolve("bin/java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    program.getName(),
                    folder.resolve("broker").toString(),
                    String.valueOf(port)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.readString(log).contains(READY)) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        throw new IllegalStateException(Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  String address() {
    return "tcp://127.0.0.1:" + port;
  }

  /** For clients that speak AMQP, at the same port. */
  String amqp() {
    return "amqp://127.0.0.1:" + port;
  }

  /** Kills it with SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends a signal by name, such as STOP. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
  }

  /** The process. */
  public static void main(String[] arguments) throws Exception {
    String data = arguments[0];
    ActiveMQServer server =
        ActiveMQServers.newActiveMQServer(
            new ConfigurationImpl()
                .setJournalDirectory(data + "/journal")
                .setBindingsDirectory(data + "/bindings")
                .setLargeMessagesDirectory(data + "/large")
                .setPagingDirectory(data + "/paging")
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(org.apache.activemq.artemis.core.server.JournalType.NIO)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[1]),
            true);
    server.start();
    new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true)
        .println(READY);
    Thread.currentThread().join();
  }
}
