package io.dateline.batch.workers;

import io.dateline.batch.run.RunFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

/**
 * A broker in the process that hands work out. Keeps nothing on disk: it lives as long as that
 * process, and what is to be done stands in the database, from where the next process hands it out
 * again.
 */
final class EmbeddedBroker implements AutoCloseable {

  /** For the process itself, past the network and whatever guards it. */
  static final String OWN_URL = "vm://0";

  private static final String EVERY_ADDRESS = "#";

  /**
   * Only notices expire, and may; the broker warns of each queue whose messages could not go on.
   */
  private static final SimpleString NOWHERE = SimpleString.of("dateline.nowhere");

  /** Between two looks for clients that were not heard of. */
  private static final long TTL_CHECK_MS = 1_000;

  private final ActiveMQServer server;

  private EmbeddedBroker(ActiveMQServer server) {
    this.server = server;
  }

  /**
   * Starts a broker.
   *
   * @throws RunFailure of kind CONFIGURATION if others could reach it and it would ask nobody, of
   *     kind BROKER if its port is taken
   */
  static EmbeddedBroker start(BrokerAddress address, BrokerLogin login) {
    if (address.open() && !login.hasPassword()) {
      throw new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The broker at "
              + address
              + " would let in anybody; give it a password by DATELINE_BROKER_PASSWORD, the same as"
              + " the workers have.",
          null);
    }
    requireFree(address);
    try {
      ActiveMQServer server =
          ActiveMQServers.newActiveMQServer(
              configuration(address, login), null, new OneUser(login), false);
      server.start();
      requireListening(server, address);
      return new EmbeddedBroker(server);
    } catch (RunFailure e) {
      throw e;
    } catch (Exception e) {
      throw notStarted(address, e);
    }
  }

  private static Configuration configuration(BrokerAddress address, BrokerLogin login)
      throws Exception {
    return new ConfigurationImpl()
        .setPersistenceEnabled(false)
        .setJMXManagementEnabled(false)
        .setSecurityEnabled(login.hasPassword())
        .setConnectionTtlCheckInterval(TTL_CHECK_MS)
        .addAcceptorConfiguration("workers", address.url())
        .addAcceptorConfiguration("own", OWN_URL)
        .addAddressSetting(
            EVERY_ADDRESS,
            // How often a partition is tried is for the workers to count, whatever the broker.
            new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setAutoDeleteQueues(false)
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE));
  }

  /** The server passes over a port that it cannot have, and says that it listens there. */
  private static void requireFree(BrokerAddress address) {
    try (ServerSocket wanted = new ServerSocket()) {
      wanted.bind(new InetSocketAddress(address.host(), address.port()));
    } catch (IOException e) {
      throw notStarted(address, e);
    }
  }

  /** Where a port is lost in between, it may be logged alone, and the server run without it. */
  private static void requireListening(ActiveMQServer server, BrokerAddress address)
      throws Exception {
    if (!server.getRemotingService().isStarted()
        || server.getRemotingService().getAcceptor("workers") == null
        || !server.getRemotingService().getAcceptor("workers").isStarted()) {
      server.stop();
      throw notStarted(address, null);
    }
  }

  private static RunFailure notStarted(BrokerAddress address, @Nullable Exception cause) {
    return new RunFailure(
        RunFailure.Kind.BROKER,
        "The broker cannot listen at "
            + address
            + (cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage())
            + "; is another run with workers at it? Name another port: --broker embedded:61617.",
        cause);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop", e);
    }
  }

  /** Lets in whoever knows what this process knows. */
  private record OneUser(BrokerLogin login) implements ActiveMQSecurityManager {

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
      return login.user() != null
          && login.user().equals(user)
          && login.password() != null
          && login.password().equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        @Nullable String user, @Nullable String password, Set<Role> roles, CheckType type) {
      return validateUser(user, password);
    }
  }
}
