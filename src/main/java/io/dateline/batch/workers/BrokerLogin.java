package io.dateline.batch.workers;

import io.dateline.batch.settings.SettingsLoader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a process is to a broker.
 *
 * @param user null if the broker asks nobody
 * @param password null if the broker asks nobody
 */
public record BrokerLogin(@Nullable String user, @Nullable String password) {

  /** An embedded broker has one user; whoever gives a password alone means that one. */
  private static final String DEFAULT_USER = "dateline";

  /** What the environment says; nothing else may hold a password. */
  public static BrokerLogin of(Map<String, String> environment) {
    String password = environment.get(SettingsLoader.BROKER_PASSWORD_VARIABLE);
    String user = environment.get(SettingsLoader.BROKER_USER_VARIABLE);
    return new BrokerLogin(user == null && password != null ? DEFAULT_USER : user, password);
  }

  boolean hasPassword() {
    return password != null && !password.isEmpty();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "user " + user;
  }
}
