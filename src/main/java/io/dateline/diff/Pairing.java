package io.dateline.diff;

import io.dateline.diff.rows.RecordSorter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each article of one side that of the other, as a merge of sorted records, and keeps
 * those that differ or stand alone. Not safe for use by several threads.
 */
final class Pairing implements Closeable {

  /** Pairs between two looks whether somebody wants it to end. */
  private static final int CHECK_EVERY = 4_096;

  private final DiffRequest request;
  private final SideIndex before;
  private final SideIndex after;
  private final Publishers publishers = new Publishers();
  private final int[] numbersBefore;
  private final int[] numbersAfter;
  private final Tallies tallies;
  private final PairingCounts counts = new PairingCounts();
  private final Runnable checkpoint;
  private final RecordSorter changedOrVanished;
  private final RecordSorter appeared;
  private final RejectionCursor rejectionsBefore;
  private final RejectionCursor rejectionsAfter;
  private @Nullable ArticleRecord lastPaired;
  private long steps;

  Pairing(DiffRequest request, SideIndex before, SideIndex after, int fields, Runnable checkpoint)
      throws IOException {
    this.request = request;
    this.before = before;
    this.after = after;
    this.checkpoint = checkpoint;
    numbersBefore = publishers.numbersOf(before.publishers());
    numbersAfter = publishers.numbersOf(after.publishers());
    tallies = new Tallies(fields);
    changedOrVanished = candidates("changed.tmp");
    appeared = candidates("appeared.tmp");
    rejectionsBefore = new RejectionCursor(before.rejections().sorted());
    rejectionsAfter = new RejectionCursor(after.rejections().sorted());
  }

  private RecordSorter candidates(String name) {
    return new RecordSorter(file(name), Candidate.BYTES, Candidate.KEY_BYTES);
  }

  private Path file(String name) {
    return request.folder().resolve("work-" + name);
  }

  Publishers publishers() {
    return publishers;
  }

  Tallies tallies() {
    return tallies;
  }

  PairingCounts counts() {
    return counts;
  }

  /** Pairs that differ and articles that vanished, by the number of the old row. */
  RecordSorter changedOrVanished() {
    return changedOrVanished;
  }

  /** Articles that appeared, by the number of the new row. */
  RecordSorter appeared() {
    return appeared;
  }

  void run() throws IOException {
    ArticleCursor old = new ArticleCursor(before.articles().sorted());
    ArticleCursor now = new ArticleCursor(after.articles().sorted());
    if (request.match() == Match.ID) {
      byFile(old, now);
    } else {
      byKey(old, now);
    }
  }

  private void byFile(ArticleCursor old, ArticleCursor now) throws IOException {
    for (byte[] file = nextFile(old, now); file != null; file = nextFile(old, now)) {
      boolean inOld = old.isIn(file) || rejectionsBefore.isIn(file);
      boolean inNew = now.isIn(file) || rejectionsAfter.isIn(file);
      counts.files(inOld, inNew);
      boolean wanted = (inOld && inNew) || !request.leavesFilesOut();
      while (old.isIn(file) || now.isIn(file)) {
        check();
        ArticleRecord left = old.isIn(file) ? old.peek() : null;
        ArticleRecord right = now.isIn(file) ? now.peek() : null;
        if (!wanted) {
          counts.leftOut(left != null);
          (left != null ? old : now).next();
        } else {
          step(left, right, old, now, this::vanished, this::appeared);
        }
      }
      rejectionsBefore.leave(file);
      rejectionsAfter.leave(file);
    }
  }

  private byte @Nullable [] nextFile(ArticleCursor old, ArticleCursor now) {
    byte[] first = rejectionsBefore.nextFile();
    first = smaller(first, rejectionsAfter.nextFile());
    first = smaller(first, file(old.peek()));
    return smaller(first, file(now.peek()));
  }

  private static byte @Nullable [] file(@Nullable ArticleRecord article) {
    return article == null ? null : article.digest(ArticleRecord.FILE);
  }

  private static byte @Nullable [] smaller(byte @Nullable [] a, byte @Nullable [] b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Arrays.compareUnsigned(a, b) <= 0 ? a : b;
  }

  /** Takes what is unpaired apart, to look for its rejections in their order. */
  private void byKey(ArticleCursor old, ArticleCursor now) throws IOException {
    try (RecordSorter alone = unpaired("vanished.tmp");
        RecordSorter unknown = unpaired("unknown.tmp")) {
      while (old.peek() != null || now.peek() != null) {
        check();
        step(
            old.peek(),
            now.peek(),
            old,
            now,
            article -> alone.add(byFileAndId(article)),
            article -> unknown.add(byFileAndId(article)));
      }
      ArticleCursor lost = new ArticleCursor(alone.sorted());
      while (lost.peek() != null) {
        check();
        vanished(lost.next());
      }
      ArticleCursor found = new ArticleCursor(unknown.sorted());
      while (found.peek() != null) {
        check();
        appeared(found.next());
      }
    }
  }

  private RecordSorter unpaired(String name) {
    return new RecordSorter(file(name), ArticleRecord.BYTES, ArticleRecord.KEY_BYTES);
  }

  private static byte[] byFileAndId(ArticleRecord article) {
    byte[] bytes = article.bytes();
    System.arraycopy(bytes, ArticleRecord.FILE, bytes, ArticleRecord.FIRST, Digests.BYTES);
    System.arraycopy(bytes, ArticleRecord.ID, bytes, ArticleRecord.SECOND, Digests.BYTES);
    return bytes;
  }

  /** Takes an article that stands alone. */
  @FunctionalInterface
  private interface Alone {
    void accept(ArticleRecord article) throws IOException;
  }

  private static boolean isAlone(@Nullable ArticleRecord article, @Nullable ArticleRecord other) {
    return article != null
        && (other == null || article.isKeyless() || article.compareKey(other) < 0);
  }

  /** Takes the next article, or the next two if they are a pair. */
  private void step(
      @Nullable ArticleRecord left,
      @Nullable ArticleRecord right,
      ArticleCursor old,
      ArticleCursor now,
      Alone onlyOld,
      Alone onlyNew)
      throws IOException {
    if (isAlone(left, right)) {
      onlyOld.accept(old.next());
    } else if (left == null || isAlone(right, left)) {
      onlyNew.accept(now.next());
    } else {
      ArticleRecord first = old.next();
      ArticleRecord second = now.next();
      pair(first, second, hasKey(old, first) || hasKey(now, first));
    }
  }

  private static boolean hasKey(ArticleCursor cursor, ArticleRecord of) {
    ArticleRecord next = cursor.peek();
    return next != null && next.sameKey(of);
  }

  private void pair(ArticleRecord old, ArticleRecord now, boolean more) throws IOException {
    ArticleRecord last = lastPaired;
    if (more || (last != null && last.sameKey(old))) {
      counts.ambiguous++;
    }
    lastPaired = old;
    int number = numbersBefore[old.publisher()];
    int publisher = number == Publishers.NONE ? numbersAfter[now.publisher()] : number;
    tallies.of(publisher).pair(old.filled(), now.filled());
    if (!old.sameContent(now)) {
      changedOrVanished.add(Candidate.pair(old, now, publisher).toRecord());
    }
  }

  private void vanished(ArticleRecord old) throws IOException {
    var rejection = rejectionsAfter.find(old);
    if (rejection == null && request.scope() == Scope.ENTRIES) {
      counts.leftOut(true);
      return;
    }
    int publisher = numbersBefore[old.publisher()];
    tallies.of(publisher).vanished++;
    counts.rejectedNow += rejection == null ? 0 : 1;
    changedOrVanished.add(Candidate.vanished(old, publisher, rejection).toRecord());
  }

  private void appeared(ArticleRecord now) throws IOException {
    var rejection = rejectionsBefore.find(now);
    if (rejection == null && request.scope() == Scope.ENTRIES) {
      counts.leftOut(false);
      return;
    }
    int publisher = numbersAfter[now.publisher()];
    tallies.of(publisher).appeared++;
    counts.rejectedBefore += rejection == null ? 0 : 1;
    appeared.add(Candidate.appeared(now, publisher, rejection).toRecord());
  }

  private void check() {
    if (steps++ % CHECK_EVERY == 0) {
      checkpoint.run();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      changedOrVanished.close();
    } finally {
      appeared.close();
    }
  }
}
