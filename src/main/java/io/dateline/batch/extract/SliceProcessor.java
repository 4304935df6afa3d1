package io.dateline.batch.extract;

import io.dateline.article.Outcome;
import io.dateline.article.Outcome.Rejected;
import io.dateline.article.RawDocument;
import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.SourceItem;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.poison.DocumentWatch.Verdict;
import io.dateline.batch.rows.FinishedFile;
import io.dateline.batch.run.IgnoredKinds;
import io.dateline.batch.run.RunFailure;
import io.dateline.source.FileEntry;
import io.dateline.source.ManifestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Reads the entries of a slice and sends each through the stages; whatever is wrong with one comes
 * out as a value.
 *
 * <p>Ends the slice early once its step is to end, or when its documents have come to a few MiB:
 * what is processed by then is committed, and the next slice or attempt goes on from there.
 */
public class SliceProcessor implements ItemProcessor<EntrySlice, ProcessedSlice> {

  /**
   * Documents above this are processed one at a time, whatever the number of threads: text, blocks
   * and tokens take some ten times a document's bytes.
   */
  private static final long LARGE_BYTES = 1 << 20;

  /** Bytes of documents after which a slice ends: what was extracted from them waits in memory. */
  private static final long SLICE_BYTES = 8L << 20;

  /** For each document of a slice, pieces that are none: they cost next to nothing. */
  private static final int PASSED_OVER = 20;

  private final ArticlePipeline pipeline;
  private final KeptEntries kept;
  private final Semaphore largeDocuments;
  private final DocumentWatch watch;
  private final int partition;
  private final StepExecution step;

  public SliceProcessor(
      ArticlePipeline pipeline,
      KeptEntries kept,
      Semaphore largeDocuments,
      DocumentWatch watch,
      int partition,
      StepExecution step) {
    this.pipeline = pipeline;
    this.kept = kept;
    this.largeDocuments = largeDocuments;
    this.watch = watch;
    this.partition = partition;
    this.step = step;
  }

  @Override
  public ProcessedSlice process(EntrySlice slice) throws Exception {
    Work work = new Work(slice.entries());
    for (ManifestFile file = slice.entries().file();
        file != null && work.hasRoom(slice.limit()) && !step.isTerminateOnly();
        file = slice.entries().file()) {
      try {
        work.next(file);
      } catch (InterruptedException | RunFailure e) {
        // Of the surroundings, or of what was published: no fault of the document.
        throw e;
      } catch (Exception | Error e) {
        throw new DocumentFailure(file.collection(), file.sourcePath(), e);
      }
    }
    return work.done();
  }

  /** One slice. */
  private final class Work {
    private final PartitionEntries entries;
    private final List<ProcessedEntry> outcomes = new ArrayList<>();
    private final List<FinishedFile> files = new ArrayList<>();
    private IgnoredKinds ignored = IgnoredKinds.NONE;
    private long passedOver;
    private long bytes;

    Work(PartitionEntries entries) {
      this.entries = entries;
    }

    boolean hasRoom(int limit) {
      return outcomes.size() < limit
          && files.size() < limit
          && passedOver < (long) limit * PASSED_OVER
          && bytes < SLICE_BYTES;
    }

    ProcessedSlice done() {
      return new ProcessedSlice(outcomes, files, ignored, entries.position());
    }

    void next(ManifestFile file) throws Exception {
      long number = entries.entryNumber();
      Verdict verdict = watch.verdict(file, number);
      boolean wasLast =
          verdict == Verdict.INNOCENT
              ? watch.during(file, number, partition, () -> handle(file))
              : setAside(file, number, verdict);
      if (wasLast) {
        files.add(entries.finish());
      }
    }

    /** Returns whether the file has no more entries. */
    private boolean handle(ManifestFile file) throws Exception {
      try (Turn turn = new Turn()) {
        turn.awaitIfLarge(entries.expectedBytes());
        long begun = System.nanoTime();
        FileEntry entry = entries.read();
        long reading = System.nanoTime() - begun;
        if (entry instanceof FileEntry.PassedOver piece) {
          passedOver++;
          ignored = ignored.plus(piece.kind());
          entries.passed(false, null);
        } else if (entry instanceof FileEntry.Item found) {
          SourceItem item = found.item();
          long size = item instanceof RawDocument document ? document.content().length : 0;
          turn.awaitIfLarge(size);
          bytes += size;
          begun = System.nanoTime();
          EntryResult known = kept.of(file, item);
          EntryResult result =
              known == null ? new EntryResult.Extracted(pipeline.process(item)) : known;
          add(new ProcessedEntry(file, result, size, reading + System.nanoTime() - begun));
        }
        return entry == null || entries.hasEnded();
      }
    }

    private boolean setAside(ManifestFile file, long number, Verdict verdict) throws Exception {
      boolean closed = verdict == Verdict.CLOSED;
      if (!closed) {
        watch.whilePassing(
            file,
            number,
            partition,
            () -> {
              entries.skip();
              return file;
            });
      }
      boolean wasLast = closed || entries.hasEnded();
      // Rows that would have been kept behind it are not reached: what is known of the file stays.
      boolean retry = closed && file.partly();
      Rejection rejection = poison(file, entries, closed, wasLast);
      Outcome rejected = new Rejected(file.ordinal(number), rejection);
      add(new ProcessedEntry(file, new EntryResult.Extracted(rejected), 0, 0), retry);
      return wasLast;
    }

    private void add(ProcessedEntry entry) {
      add(entry, false);
    }

    private void add(ProcessedEntry entry, boolean retry) {
      outcomes.add(entry);
      if (entry.result() instanceof EntryResult.Extracted extracted
          && extracted.outcome() instanceof Rejected rejected) {
        entries.passed(retry || rejected.rejection().reason().passes(), rejected.retryOn());
      } else if (entry.result() instanceof EntryResult.KeptRejection rejection) {
        entries.passed(false, rejection.retryOn());
      } else {
        entries.passed(false, null);
      }
    }
  }

  /** The right to process a large document, from when it is asked for to the end. */
  private final class Turn implements AutoCloseable {
    private boolean taken;

    void awaitIfLarge(long documentBytes) throws InterruptedException {
      if (documentBytes > LARGE_BYTES && !taken) {
        largeDocuments.acquire();
        taken = true;
      }
    }

    @Override
    public void close() {
      if (taken) {
        largeDocuments.release();
      }
    }
  }

  private static Rejection poison(
      ManifestFile file, PartitionEntries entries, boolean closed, boolean isLast) {
    String place = entries.place(isLast);
    String message =
        closed
            ? "The memory ran out over "
                + place
                + ", and again when that was to be passed over; the rest was not read."
            : "The memory ran out twice over "
                + place
                + ", the second time with no other document in flight; it was not read again.";
    return new Rejection(
        file.id(), null, RejectionReason.POISON, message, isLast ? file.sizeBytes() : null);
  }
}
