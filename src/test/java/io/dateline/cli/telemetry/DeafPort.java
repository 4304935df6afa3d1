package io.dateline.cli.telemetry;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A port of this machine that is taken and refuses connections, as long as it is held. */
public final class DeafPort implements Closeable {

  /** Bound, and told neither to listen nor to connect. */
  private final Socket socket = new Socket();

  /** Takes a port that nobody else has. */
  public DeafPort() throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** An address below it. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
