package io.dateline.cli.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that keeps what it is sent, and answers as a test wants. */
public final class Receiver implements Closeable {

  /** A request. */
  public record Received(
      String method, String path, String contentType, String authorization, String body) {}

  /** Answers a request. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws Exception;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private Receiver(Answer answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          received.add(
              new Received(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getPath(),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          try {
            answer.to(exchange);
          } catch (Exception e) {
            throw new IOException(e);
          } finally {
            exchange.close();
          }
        });
    server.start();
  }

  /** Answers with these statuses, one after the other, the last one from then on. */
  public static Receiver answering(int... statuses) throws IOException {
    int[] next = {0};
    return new Receiver(
        exchange -> {
          int status;
          synchronized (next) {
            status = statuses[Math.min(next[0]++, statuses.length - 1)];
          }
          exchange.sendResponseHeaders(status, -1);
        });
  }

  /** Sends everybody elsewhere. */
  static Receiver redirectingTo(URI elsewhere) throws IOException {
    return new Receiver(
        exchange -> {
          exchange.getResponseHeaders().set("Location", elsewhere.toString());
          exchange.sendResponseHeaders(307, -1);
        });
  }

  /** Takes requests and never answers. */
  static Receiver silent() throws IOException {
    Receiver[] self = new Receiver[1];
    self[0] = new Receiver(exchange -> self[0].closed.await());
    return self[0];
  }

  /** Answers at once, with a body that never ends. */
  static Receiver dripping() throws IOException {
    Receiver[] self = new Receiver[1];
    self[0] =
        new Receiver(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (!self[0].closed.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
              }
            });
    return self[0];
  }

  /** An address below the server's. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** What came so far. */
  public List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
