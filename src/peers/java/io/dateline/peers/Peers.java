package io.dateline.peers;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Has each peer read the pages of a folder on one thread, round after round, prints the median of
 * the pages per second, and writes its bodies as {@code OUTPUT/PEER/articles.csv}, which {@code
 * dateline score} reads.
 */
@Command(name = "Peers", mixinStandardHelpOptions = true)
public final class Peers implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "INPUT", description = "Folder of HTML files.")
  private Path input;

  @Parameters(index = "1", paramLabel = "OUTPUT", description = "Where the tables go.")
  private Path output;

  @Option(names = "--rounds", description = "Rounds: ${DEFAULT-VALUE}.")
  private int rounds = 9;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Peers()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    List<Path> files;
    try (Stream<Path> listed = Files.list(input)) {
      files = listed.filter(Files::isRegularFile).sorted().toList();
    }
    List<byte[]> pages = new ArrayList<>();
    for (Path file : files) {
      pages.add(Files.readAllBytes(file));
    }
    long[] empty = new long[Peer.values().length];
    double[][] rates = new double[Peer.values().length][rounds];
    for (int round = 0; round < rounds; round++) {
      for (Peer peer : Peer.values()) {
        long start = System.nanoTime();
        List<String> bodies = new ArrayList<>();
        for (byte[] page : pages) {
          bodies.add(body(peer, page));
        }
        rates[peer.ordinal()][round] = pages.size() * 1e9 / (System.nanoTime() - start);
        if (round == 0) {
          empty[peer.ordinal()] = bodies.stream().filter(String::isBlank).count();
          write(peer, files, bodies);
        }
      }
    }
    for (Peer peer : Peer.values()) {
      double[] sorted = rates[peer.ordinal()];
      Arrays.sort(sorted);
      System.out.printf(
          Locale.ROOT,
          "%-14s %8.0f pages/s, %d pages without a story%n",
          peer,
          sorted[rounds / 2],
          empty[peer.ordinal()]);
    }
    return 0;
  }

  /** A page over which a peer fails has no story for it. */
  private static String body(Peer peer, byte[] page) {
    try {
      String body = peer.body(page);
      return body == null ? "" : body;
    } catch (Exception e) {
      return "";
    }
  }

  private void write(Peer peer, List<Path> files, List<String> bodies) throws Exception {
    Path folder = output.resolve(peer.name().toLowerCase(Locale.ROOT));
    Files.createDirectories(folder);
    try (Writer out = Files.newBufferedWriter(folder.resolve("articles.csv"));
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      csv.printRecord("source_path", "article_body");
      for (int i = 0; i < files.size(); i++) {
        csv.printRecord(files.get(i).getFileName(), bodies.get(i));
      }
    }
  }
}
