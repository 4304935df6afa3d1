package io.dateline.benchmark;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Outcome;
import io.dateline.article.RawDocument;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.settings.JobSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * Goes through the files of a folder as simply as can be: no plan, no checkpoint, no database, no
 * CSV. What a run takes beyond that is the price of the job.
 *
 * <p>Safe for use by several threads.
 */
public final class Loops {

  private final List<Path> files;

  /** Loops over all files below a folder. */
  public Loops(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** How many files there are. */
  public int files() {
    return files.size();
  }

  /** What is made of a file's bytes, as a number that the compiler cannot leave out. */
  private interface Work {
    long of(int number, Path file, byte[] content) throws IOException;
  }

  /** The bare loop: reads and extracts, and returns how many articles there are. */
  public long articles(int threads, LocalDate runDate) throws Exception {
    ArticlePipeline pipeline = ArticlePipeline.of(JobSettings.defaults(), runDate);
    return sum(
        threads,
        (number, file, content) -> {
          EntryId id = EntryId.ofFile("papers", file.getFileName().toString());
          RawDocument document = new RawDocument(number, id, content, Capture.UNKNOWN);
          return pipeline.process(document) instanceof Outcome.Accepted ? 1 : 0;
        });
  }

  /** Reads, and has jsoup parse each file as HTML; returns how many elements there are. */
  public long elements(int threads) throws Exception {
    return sum(
        threads,
        (number, file, content) ->
            Jsoup.parse(new ByteArrayInputStream(content), null, "").getAllElements().size());
  }

  /** Reads, and returns how many bytes there are. */
  public long bytes(int threads) throws Exception {
    return sum(threads, (number, file, content) -> content.length);
  }

  private long sum(int threads, Work work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Long>> loops = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        loops.add(() -> sum(next, work));
      }
      long sum = 0;
      for (Future<Long> loop : executor.invokeAll(loops)) {
        sum += loop.get();
      }
      return sum;
    } finally {
      executor.shutdownNow();
    }
  }

  private long sum(AtomicInteger next, Work work) throws IOException {
    long sum = 0;
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      Path file = files.get(i);
      sum += work.of(i, file, Files.readAllBytes(file));
    }
    return sum;
  }
}
