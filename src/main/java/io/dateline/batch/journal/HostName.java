package io.dateline.batch.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, the same for the process that writes it and the one that asks. */
public final class HostName {

  /** Asked first: Java's own way asks the network, which may take seconds to say no. */
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** The name, or {@code localhost} if the machine has none. */
  public static String get() {
    try {
      return Files.readString(KERNEL).strip();
    } catch (IOException e) {
      return fromNetwork();
    }
  }

  private static String fromNetwork() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
