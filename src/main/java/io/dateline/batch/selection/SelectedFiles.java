package io.dateline.batch.selection;

import io.dateline.batch.run.RunFailure;
import io.dateline.source.KnownFile;
import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Those files of the ledger that hold selected rows, in the ledger's order. One of which not every
 * row is selected comes out as a file in part.
 *
 * <p>Asks the database for the rows of up to a thousand files at once, by keyset pages. Not safe
 * for use by several threads.
 */
public final class SelectedFiles implements Iterator<KnownFile> {

  /** Most files whose rows are asked for at once. */
  private static final int MAX_FILES = 1_000;

  private final Iterator<KnownFile> ledger;
  private final RowSelector selector;
  private final ArchivedRows rows;
  private final Set<String> collections;
  private final Deque<KnownFile> selected = new ArrayDeque<>();
  private @Nullable KnownFile head;
  private long documents;

  /**
   * The selected files of a job.
   *
   * @param ledger what is current
   * @param collections names of the input roots, below which all of the files must lie
   * @throws RunFailure of kind CONFIGURATION if the selection names a run that is none of the job's
   */
  public SelectedFiles(
      JdbcClient jdbc,
      String jobName,
      RowSelector selector,
      Set<String> collections,
      Iterator<KnownFile> ledger) {
    this.ledger = ledger;
    this.selector = selector;
    this.collections = Set.copyOf(collections);
    this.rows = new ArchivedRows(jdbc, jobName, selector, false);
    this.head = readLedger();
  }

  /** Selected rows of the files so far. */
  public long documents() {
    return documents;
  }

  @Override
  public boolean hasNext() {
    while (selected.isEmpty() && head != null) {
      select(range());
    }
    return !selected.isEmpty();
  }

  @Override
  public KnownFile next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more files are selected");
    }
    return selected.remove();
  }

  private static RunFailure unknownRoot(KnownFile file) {
    return new RunFailure(
        RunFailure.Kind.INPUT,
        "What is selected lies in the collection `"
            + file.collection()
            + "`, which is no input of this run; add it with --input "
            + file.collection()
            + "=FOLDER, or narrow the selection with --path.",
        null);
  }

  /** Files that follow each other in the manifest of one run. */
  private List<KnownFile> range() {
    List<KnownFile> range = new ArrayList<>();
    while (head != null && range.size() < MAX_FILES && (range.isEmpty() || follows(range))) {
      range.add(head);
      head = readLedger();
    }
    return range;
  }

  private boolean follows(List<KnownFile> range) {
    LedgerKey last = range.get(range.size() - 1).key();
    LedgerKey next = head == null ? null : head.key();
    return next != null
        && next.runId() == last.runId()
        && next.fileNumber() == last.fileNumber() + 1;
  }

  private @Nullable KnownFile readLedger() {
    while (ledger.hasNext()) {
      KnownFile file = ledger.next();
      if (!file.isClosedFolder() && selector.acceptsPath(file.sourcePath())) {
        return file;
      }
    }
    return null;
  }

  /** How many rows a file has, and how many of them are selected. */
  private static final class Tally {
    private long rows;
    private long selected;
  }

  private void select(List<KnownFile> range) {
    LedgerKey first = range.get(0).key();
    Map<Long, Tally> tallies = new HashMap<>();
    long from = ManifestFile.firstOrdinal(first.fileNumber());
    long end = ManifestFile.firstOrdinal(first.fileNumber() + range.size());
    Consumer<ArchivedRow> count =
        row -> {
          Tally tally = tallies.computeIfAbsent(row.fileNumber(), n -> new Tally());
          tally.rows++;
          tally.selected += row.selected() ? 1 : 0;
        };
    rows.forEachRejection(first.runId(), from, end, count);
    if (selector.asksForRejections() && tallies.values().stream().allMatch(t -> t.selected == 0)) {
      return;
    }
    rows.forEachArticle(first.runId(), from, end, count);
    for (KnownFile file : range) {
      Tally tally = tallies.getOrDefault(file.key().fileNumber(), new Tally());
      if (tally.selected > 0 || (tally.rows == 0 && selector.isOfFiles())) {
        documents += tally.selected;
        if (!collections.contains(file.collection())) {
          throw unknownRoot(file);
        }
        // What could not be read to its end is worth another try as a whole.
        boolean whole =
            tally.selected == tally.rows || file.retry() || tally.rows > ArchivedFile.MAX_ROWS;
        selected.add(whole ? file : file.inPart());
      }
    }
  }
}
