package io.dateline.diff;

import io.dateline.diff.rows.CsvColumns;
import io.dateline.diff.rows.CsvFileReader;
import io.dateline.summary.FieldFill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two sides: reads each once, sorts small records of their articles, pairs them, and reads
 * again only what differs. Not safe for use by several threads.
 */
public final class Differ {

  /** Publishers that are named on the page. */
  private static final int MAX_PUBLISHERS = 30;

  private static final List<ChangeKind> OF_FIELDS =
      List.of(ChangeKind.EMPTIED, ChangeKind.CHANGED, ChangeKind.FILLED);

  private final DiffRequest request;
  private final Runnable checkpoint;

  private Differ(DiffRequest request, Runnable checkpoint) {
    this.request = request;
    this.checkpoint = checkpoint;
  }

  /**
   * Compares, and writes changes.csv and summary.csv.
   *
   * @param checkpoint called all the time, on several threads; may throw to end the work
   * @throws IOException if a file cannot be read, is damaged, or cannot be written
   */
  public static Comparison compare(DiffRequest request, Runnable checkpoint) throws IOException {
    return new Differ(request, checkpoint).compare();
  }

  private Comparison compare() throws IOException {
    ComparedFields fields =
        ComparedFields.of(
            request.fields(),
            columns(request.before()),
            columns(request.after()),
            Files.isRegularFile(request.before().quotes())
                && Files.isRegularFile(request.after().quotes()));
    try (BothSides sides = BothSides.read(request, fields, checkpoint);
        Pairing pairing =
            new Pairing(
                request, sides.before(), sides.after(), fields.names().size(), checkpoint)) {
      pairing.run();
      Samples samples = new Samples(request.seed(), request.samples());
      long changes = writeChanges(sides, pairing, fields, samples);
      Tally sum = pairing.tallies().sum();
      writeSummary(pairing, fields, sum);
      DiffReport report = report(sides, pairing.counts(), fields, sum, changes);
      return new Comparison(report, publishers(pairing), sampled(report, samples));
    }
  }

  private static CsvColumns columns(DiffSide side) throws IOException {
    try (CsvFileReader reader = CsvFileReader.open(side.articles(), side.guarded())) {
      return reader.columns();
    }
  }

  private long writeChanges(
      BothSides sides, Pairing pairing, ComparedFields fields, Samples samples) throws IOException {
    try (SideRows before = new SideRows(sides.before(), fields);
        SideRows after = new SideRows(sides.after(), fields);
        CsvOutput<Change> file =
            new CsvOutput<>(request.folder().resolve(Change.FILE_NAME), Change.Columns.all())) {
      new ChangeWalk(before, after, fields, pairing.tallies(), samples, file::row, checkpoint)
          .run(pairing.changedOrVanished(), pairing.appeared());
      file.finish();
      return file.rows();
    }
  }

  private void writeSummary(Pairing pairing, ComparedFields fields, Tally sum) throws IOException {
    try (CsvOutput<SummaryRow> file =
        new CsvOutput<>(request.folder().resolve(SummaryRow.FILE_NAME), SummaryRow.Columns.all())) {
      writeSummary(file, FieldFill.ALL, fields, sum);
      for (int publisher : byName(pairing)) {
        checkpoint.run();
        writeSummary(
            file, pairing.publishers().name(publisher), fields, pairing.tallies().of(publisher));
      }
      file.finish();
    }
  }

  private static void writeSummary(
      CsvOutput<SummaryRow> file, String publisher, ComparedFields fields, Tally tally)
      throws IOException {
    file.row(SummaryRow.ofArticles(publisher, tally));
    for (FieldChanges changes : fieldChanges(fields, tally)) {
      file.row(SummaryRow.ofField(publisher, changes));
    }
  }

  /** Numbers of the publishers in the order of their names' bytes. */
  private static List<Integer> byName(Pairing pairing) {
    Publishers publishers = pairing.publishers();
    Comparator<byte[]> bytes = Arrays::compareUnsigned;
    return counted(pairing)
        .sorted(
            Comparator.comparing(
                    (Integer number) -> publishers.name(number).getBytes(StandardCharsets.UTF_8),
                    bytes)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static Stream<Integer> counted(Pairing pairing) {
    return IntStream.range(0, pairing.publishers().size()).filter(pairing.tallies()::has).boxed();
  }

  private static List<FieldChanges> fieldChanges(ComparedFields fields, Tally tally) {
    List<FieldChanges> list = new ArrayList<>();
    for (int i = 0; i < fields.names().size(); i++) {
      list.add(
          new FieldChanges(
              fields.names().get(i),
              tally.compared,
              tally.filledBefore[i],
              tally.filledAfter[i],
              tally.count(i, ChangeKind.FILLED),
              tally.count(i, ChangeKind.EMPTIED),
              tally.count(i, ChangeKind.CHANGED)));
    }
    return list;
  }

  private DiffReport report(
      BothSides sides, PairingCounts counts, ComparedFields fields, Tally sum, long changes) {
    boolean byFile = request.match() == Match.ID;
    return new DiffReport(
        side(sides.before(), byFile ? counts.filesOnlyBefore : null, counts.leftOutBefore),
        side(sides.after(), byFile ? counts.filesOnlyAfter : null, counts.leftOutAfter),
        request.match().label(),
        (byFile ? request.scope() : Scope.ALL).label(),
        byFile ? counts.filesInBoth : null,
        sum.compared,
        sum.compared - sum.differing,
        sum.appeared,
        counts.rejectedBefore,
        sum.vanished,
        counts.rejectedNow,
        counts.ambiguous,
        changes,
        fieldChanges(fields, sum),
        fields.missing(),
        Gates.judge(request.limits(), fields.names(), sum),
        request.seed());
  }

  private static DiffReport.Side side(SideIndex index, @Nullable Long filesOnlyHere, long leftOut) {
    return new DiffReport.Side(
        index.side().name(),
        index.side().place(),
        index.articles().size(),
        index.rejections().size(),
        filesOnlyHere,
        leftOut);
  }

  private static List<PublisherChanges> publishers(Pairing pairing) {
    return counted(pairing)
        .map(
            number -> {
              Tally tally = pairing.tallies().of(number);
              return new PublisherChanges(
                  pairing.publishers().name(number),
                  tally.compared,
                  tally.differing,
                  tally.appeared,
                  tally.vanished);
            })
        .filter(p -> p.differing() + p.appeared() + p.vanished() > 0)
        .sorted(
            Comparator.comparingLong(
                    (PublisherChanges p) -> p.differing() + p.appeared() + p.vanished())
                .reversed()
                .thenComparing(PublisherChanges::publisher))
        .limit(MAX_PUBLISHERS)
        .toList();
  }

  private static List<Sampled> sampled(DiffReport report, Samples samples) {
    List<Sampled> sampled = new ArrayList<>();
    add(sampled, ChangeKind.VANISHED, "", report.vanished(), samples);
    add(sampled, ChangeKind.APPEARED, "", report.appeared(), samples);
    for (FieldChanges field : report.fields()) {
      for (ChangeKind kind : OF_FIELDS) {
        long count =
            switch (kind) {
              case FILLED -> field.filled();
              case EMPTIED -> field.emptied();
              default -> field.changed();
            };
        add(sampled, kind, field.field(), count, samples);
      }
    }
    return sampled;
  }

  private static void add(
      List<Sampled> sampled, ChangeKind kind, String field, long count, Samples samples) {
    if (count > 0) {
      sampled.add(new Sampled(kind, field, count, samples.of(kind, field)));
    }
  }
}
