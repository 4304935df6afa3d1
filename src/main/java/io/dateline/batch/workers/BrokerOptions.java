package io.dateline.batch.workers;

import java.util.Set;

/** What follows the {@code ?} of a broker's address. */
final class BrokerOptions {

  private BrokerOptions() {}

  /** An option that nobody knows. */
  static final class UnknownOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String option;

    private UnknownOptionException(String option) {
      super("There is no option " + option);
      this.option = option;
    }

    String option() {
      return option;
    }
  }

  /**
   * Checks the names of an address's options: Artemis passes over those that it does not know, so
   * that who misspells the one for TLS would speak without.
   *
   * @throws UnknownOptionException if there is one of another name
   */
  static void requireKnown(String url, Set<String> known) {
    int query = url.indexOf('?');
    if (query < 0) {
      return;
    }
    // More hosts may follow, each behind a `#` and with options of its own.
    for (String option : url.substring(query).split("[?&;#]", -1)) {
      int end = option.indexOf('=');
      if (end >= 0 && !known.contains(option.substring(0, end))) {
        throw new UnknownOptionException(option.substring(0, end));
      }
    }
  }
}
