package io.dateline.batch.workers;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** Apache ActiveMQ Classic: a broker of another make than ours, which speaks AMQP 1.0 too. */
public final class ClassicBroker {

  private static final int JOURNAL_BYTES = 1 << 20;

  /** As docs/scaling.md asks for: a selector finds nothing behind so many messages. */
  private static final int PAGE_SIZE = 10_000;

  private ClassicBroker() {}

  /** One that keeps nothing. */
  static BrokerService inMemory(int port) throws Exception {
    BrokerService broker = of(port);
    broker.setPersistent(false);
    broker.start();
    broker.waitUntilStarted();
    return broker;
  }

  private static BrokerService of(int port) throws Exception {
    BrokerService broker = new BrokerService();
    broker.setUseJmx(false);
    broker.setUseShutdownHook(false);
    broker.addConnector("amqp://127.0.0.1:" + port);
    PolicyEntry ofQueues = new PolicyEntry();
    ofQueues.setMaxPageSize(PAGE_SIZE);
    PolicyMap policies = new PolicyMap();
    policies.setDefaultEntry(ofQueues);
    broker.setDestinationPolicy(policies);
    return broker;
  }

  /** A process that keeps its messages, in a folder. */
  public static void main(String[] arguments) throws Exception {
    BrokerService broker = of(Integer.parseInt(arguments[1]));
    Path data = Path.of(arguments[0]);
    KahaDBPersistenceAdapter store = new KahaDBPersistenceAdapter();
    store.setDirectory(data.resolve("kahadb").toFile());
    store.setJournalMaxFileLength(JOURNAL_BYTES);
    broker.setDataDirectoryFile(data.toFile());
    broker.setPersistenceAdapter(store);
    broker.start();
    broker.waitUntilStarted();
    new PrintStream(new FileOutputStream(FileDescriptor.out), true).println("broker ready");
    Thread.currentThread().join();
  }
}
