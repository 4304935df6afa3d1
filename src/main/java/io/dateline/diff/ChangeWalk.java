package io.dateline.diff;

import io.dateline.diff.rows.Cells;
import io.dateline.diff.rows.RecordCursor;
import io.dateline.diff.rows.RecordSorter;
import io.dateline.source.ManifestOrder;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what differs in the order of the files, reads those rows again, and tells each
 * change. Not safe for use by several threads.
 */
final class ChangeWalk {

  /** Longest text on the page, in UTF-16 code units. */
  static final int PAGE_TEXT = 1_500;

  private static final int CHECK_EVERY = 256;

  /** Takes the changes in order. */
  @FunctionalInterface
  interface Listener {
    void change(Change change) throws IOException;
  }

  /** Two articles, or one, with the file that they stand in, as far as that matters. */
  private record Next(Candidate candidate, String collection, String path) {}

  private final SideRows before;
  private final SideRows after;
  private final ComparedFields fields;
  private final Tallies tallies;
  private final Samples samples;
  private final Listener listener;
  private final Runnable checkpoint;
  private long steps;

  ChangeWalk(
      SideRows before,
      SideRows after,
      ComparedFields fields,
      Tallies tallies,
      Samples samples,
      Listener listener,
      Runnable checkpoint) {
    this.before = before;
    this.after = after;
    this.fields = fields;
    this.tallies = tallies;
    this.samples = samples;
    this.listener = listener;
    this.checkpoint = checkpoint;
  }

  /**
   * Walks.
   *
   * @param changedOrVanished candidates by their old rows
   * @param appeared candidates by their new rows; in each file they come after the others
   */
  void run(RecordSorter changedOrVanished, RecordSorter appeared) throws IOException {
    boolean both = changedOrVanished.size() > 0 && appeared.size() > 0;
    RecordCursor olds = changedOrVanished.sorted();
    RecordCursor nows = appeared.sorted();
    Next old = next(olds, both);
    Next now = next(nows, both);
    while (old != null || now != null) {
      if (steps++ % CHECK_EVERY == 0) {
        checkpoint.run();
      }
      if (now == null || (old != null && compare(old, now) <= 0)) {
        tell(old == null ? now : old);
        old = next(olds, both);
      } else {
        tell(now);
        now = next(nows, both);
      }
    }
  }

  private static int compare(Next a, Next b) {
    return ManifestOrder.compare(a.collection(), a.path(), b.collection(), b.path());
  }

  private @Nullable Next next(RecordCursor cursor, boolean named) throws IOException {
    byte[] record = cursor.next();
    if (record == null) {
      return null;
    }
    Candidate candidate = Candidate.of(record);
    if (!named) {
      return new Next(candidate, "", "");
    }
    SideRows side = candidate.oldRow().isEmpty() ? after : before;
    Cells cells =
        side.article(candidate.oldRow().isEmpty() ? candidate.newRow() : candidate.oldRow());
    return new Next(candidate, cells.text(side.collection), cells.text(side.path));
  }

  private void tell(@Nullable Next next) throws IOException {
    if (next != null) {
      Candidate candidate = next.candidate();
      if (candidate.newRow().isEmpty()) {
        vanished(candidate);
      } else if (candidate.oldRow().isEmpty()) {
        appeared(candidate);
      } else {
        compare(candidate);
      }
    }
  }

  private void vanished(Candidate candidate) throws IOException {
    Cells cells = before.article(candidate.oldRow());
    String rejection = after.rejection(candidate.rejection());
    alone(ChangeKind.VANISHED, before, cells, cells.text(before.headline), rejection, rejection);
  }

  private void appeared(Candidate candidate) throws IOException {
    Cells cells = after.article(candidate.newRow());
    String rejection = before.rejection(candidate.rejection());
    alone(ChangeKind.APPEARED, after, cells, rejection, cells.text(after.headline), rejection);
  }

  private void alone(
      ChangeKind kind, SideRows side, Cells cells, String old, String now, String rejection)
      throws IOException {
    String field = rejection.isEmpty() ? "" : Change.REJECTION;
    emit(kind, field, side, cells, old, now);
    samples.offer(
        kind, "", cells.text(side.id), () -> sample(side, cells, old, now, PAGE_TEXT, rejection));
  }

  private void compare(Candidate candidate) throws IOException {
    Cells old = before.article(candidate.oldRow());
    Cells now = after.article(candidate.newRow());
    Tally tally = tallies.of(candidate.publisher());
    tally.differing++;
    for (int i = 0; i < before.fields.length; i++) {
      String was = old.text(before.fields[i]);
      String is = now.text(after.fields[i]);
      if (!was.equals(is)) {
        changed(tally, i, ChangeKind.of(was, is), now, was, is);
      }
    }
    if (fields.hasQuotes()) {
      List<String> spokenBefore = before.quotes(candidate.oldQuotes());
      List<String> spokenAfter = after.quotes(candidate.newQuotes());
      if (!spokenBefore.equals(spokenAfter)) {
        ChangeKind kind =
            spokenBefore.isEmpty()
                ? ChangeKind.FILLED
                : spokenAfter.isEmpty() ? ChangeKind.EMPTIED : ChangeKind.CHANGED;
        changed(
            tally,
            before.fields.length,
            kind,
            now,
            QuoteTexts.without(spokenBefore, spokenAfter),
            QuoteTexts.without(spokenAfter, spokenBefore));
      }
    }
  }

  private void changed(Tally tally, int field, ChangeKind kind, Cells now, String was, String is)
      throws IOException {
    String name = fields.names().get(field);
    tally.count(kind, field);
    emit(kind, name, after, now, was, is);
    samples.offer(kind, name, now.text(after.id), () -> sample(after, now, was, is, PAGE_TEXT, ""));
  }

  private void emit(
      ChangeKind kind, String field, SideRows side, Cells cells, String old, String now)
      throws IOException {
    Excerpt excerpt = Excerpt.of(old, now, Excerpt.CELL);
    listener.change(
        new Change(
            cells.text(side.id),
            cells.text(side.path),
            cells.text(side.entry),
            field,
            excerpt.before(),
            excerpt.after(),
            kind));
  }

  private static Sample sample(
      SideRows side, Cells cells, String old, String now, int most, String rejection) {
    Excerpt excerpt = Excerpt.of(old, now, most);
    return new Sample(
        cells.text(side.id),
        cells.text(side.collection),
        cells.text(side.path),
        cells.text(side.entry),
        Excerpt.cut(cells.text(side.publisher), Excerpt.CELL),
        Excerpt.cut(cells.text(side.headline), Excerpt.CELL),
        excerpt.before(),
        excerpt.after(),
        Excerpt.cut(rejection, Excerpt.CELL));
  }
}
