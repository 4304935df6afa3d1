package io.dateline.batch.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dateline.batch.settings.JobSettings.DatabaseSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A way to the PostgreSQL server of the tests, which can fall silent: then it swallows what is
 * sent, on connections that are there and on new ones, and tells nobody. Other than behind a
 * network that is cut, the two ends themselves still hear that what they send has come.
 */
public final class DatabaseLink implements AutoCloseable {

  private static final int BUFFER_BYTES = 8_192;

  private static final int MAX_WAITING = 50;

  private final ServerSocket door;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean silent;

  /** Opens it. */
  public DatabaseLink() throws IOException {
    door = new ServerSocket(0, MAX_WAITING, InetAddress.getLoopbackAddress());
    begin(this::admit);
  }

  /** URL of a database by this way. */
  public String url(String database) {
    return TestDatabases.urlOf(database, "postgres")
        .replace(
            "//localhost:" + TestDatabases.port(),
            "//" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort());
  }

  /**
   * Connections to a database by this way, as the program makes them.
   *
   * @param patienceMs longest time until one is to be had, or is known to be of no use
   */
  public HikariDataSource pool(String database, int patienceMs) {
    HikariConfig config = new HikariConfig();
    PostgresDatabase.of(new DatabaseSettings(url(database), ""), "a test", null).configure(config);
    config.setConnectionTimeout(patienceMs);
    config.setValidationTimeout(patienceMs);
    return new HikariDataSource(config);
  }

  /** From now on nothing comes through. */
  public void fallSilent() {
    silent = true;
  }

  private void admit() {
    try {
      while (true) {
        Socket client = door.accept();
        ends.add(client);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), TestDatabases.port());
        ends.add(server);
        begin(() -> carry(client, server));
        begin(() -> carry(server, client));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int length = from.getInputStream().read(buffer);
      while (length >= 0) {
        waitWhileSilent();
        to.getOutputStream().write(buffer, 0, length);
        length = from.getInputStream().read(buffer);
      }
      waitWhileSilent();
    } catch (IOException | InterruptedException e) {
      // One end is gone, and so is the other now.
    }
  }

  private void waitWhileSilent() throws InterruptedException {
    if (silent) {
      closed.await();
    }
  }

  private static void begin(Runnable task) {
    Thread thread = new Thread(task, "database-link");
    thread.setDaemon(true);
    thread.start();
  }

  /** Closes all connections. */
  @Override
  public void close() throws IOException {
    door.close();
    for (Socket end : ends) {
      end.close();
    }
    closed.countDown();
  }
}
