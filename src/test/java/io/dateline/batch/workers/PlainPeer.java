package io.dateline.batch.workers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;

/**
 * A broker of AMQP 1.0 that lets everybody in and knows no transactions: whoever asks for one has
 * its session ended, as RabbitMQ does.
 */
final class PlainPeer implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  PlainPeer() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          try {
            while (true) {
              Socket client = server.accept();
              threads.execute(() -> serve(client));
            }
          } catch (IOException e) {
            // It was closed.
          }
        });
  }

  String address() {
    return "amqp://127.0.0.1:" + server.getLocalPort();
  }

  private static void serve(Socket client) {
    try (client) {
      Connection connection = Proton.connection();
      Collector events = Proton.collector();
      connection.collect(events);
      Transport transport = Proton.transport();
      Sasl sasl = transport.sasl();
      sasl.server();
      sasl.setMechanisms("ANONYMOUS");
      transport.bind(connection);
      byte[] bytes = new byte[4_096];
      int length = 0;
      while (length >= 0) {
        transport.tail().put(bytes, 0, length);
        transport.process();
        if (sasl.getRemoteMechanisms().length > 0) {
          sasl.done(Sasl.SaslOutcome.PN_SASL_OK);
        }
        for (Event event = events.peek(); event != null; event = events.peek()) {
          answer(event);
          events.pop();
        }
        send(transport, client);
        length = client.getInputStream().read(bytes);
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void answer(Event event) {
    switch (event.getType()) {
      case CONNECTION_REMOTE_OPEN -> event.getConnection().open();
      case CONNECTION_REMOTE_CLOSE -> event.getConnection().close();
      case SESSION_REMOTE_OPEN -> event.getSession().open();
      case SESSION_REMOTE_CLOSE -> event.getSession().close();
      case LINK_REMOTE_OPEN -> {
        if (event.getLink().getRemoteTarget() instanceof Coordinator) {
          Session session = event.getSession();
          session.setCondition(
              new ErrorCondition(
                  Symbol.valueOf("amqp:not-implemented"), "Transactions not supported"));
          session.close();
        } else {
          event.getLink().open();
        }
      }
      default -> {
        // Of no interest.
      }
    }
  }

  private static void send(Transport transport, Socket client) throws IOException {
    for (int pending = transport.pending(); pending > 0; pending = transport.pending()) {
      ByteBuffer head = transport.head();
      byte[] bytes = new byte[head.remaining()];
      head.get(bytes);
      client.getOutputStream().write(bytes);
      transport.pop(bytes.length);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
