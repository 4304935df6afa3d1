package io.dateline.batch.extract;

import io.dateline.article.Outcome.Rejected;
import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.source.DocumentReader;
import io.dateline.source.ManifestFile;
import io.dateline.source.ReadEntry;
import java.util.concurrent.Semaphore;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads a file and sends it through the stages; whatever is wrong with it comes out as a value. */
public class EntryProcessor implements ItemProcessor<ManifestFile, ProcessedEntry> {

  /**
   * Documents above this are processed one at a time, whatever the number of threads: text, blocks
   * and tokens take some ten times a document's bytes.
   */
  private static final long LARGE_BYTES = 1 << 20;

  private final Semaphore largeDocuments;
  private final DocumentReader reader;
  private final ArticlePipeline pipeline;
  private final DocumentWatch watch;
  private final int partition;

  public EntryProcessor(
      DocumentReader reader,
      ArticlePipeline pipeline,
      Semaphore largeDocuments,
      DocumentWatch watch,
      int partition) {
    this.watch = watch;
    this.partition = partition;
    this.largeDocuments = largeDocuments;
    this.reader = reader;
    this.pipeline = pipeline;
  }

  @Override
  public ProcessedEntry process(ManifestFile file) throws Exception {
    if (watch.isPoison(file)) {
      return new ProcessedEntry(file, "", poison(file));
    }
    if (file.sizeBytes() <= LARGE_BYTES) {
      return readAndExtract(file);
    }
    largeDocuments.acquire();
    try {
      return readAndExtract(file);
    } finally {
      largeDocuments.release();
    }
  }

  private ProcessedEntry readAndExtract(ManifestFile file) throws Exception {
    return watch.during(
        file,
        partition,
        () -> {
          ReadEntry entry = reader.read(file);
          return new ProcessedEntry(file, entry.contentSha256(), pipeline.process(entry.item()));
        });
  }

  private static Rejected poison(ManifestFile file) {
    return new Rejected(
        file.ordinal(0),
        new Rejection(
            file.id(),
            null,
            RejectionReason.POISON,
            "The memory ran out twice over it, the second time with no other document in flight;"
                + " it was not read again.",
            file.sizeBytes()));
  }
}
