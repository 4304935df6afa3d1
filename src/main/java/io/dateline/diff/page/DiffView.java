package io.dateline.diff.page;

import io.dateline.diff.ChangeKind;
import io.dateline.diff.Comparison;
import io.dateline.diff.DiffReport;
import io.dateline.diff.FieldChanges;
import io.dateline.diff.PublisherChanges;
import io.dateline.diff.Sample;
import io.dateline.diff.Sampled;
import io.dateline.summary.report.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that the template names, in words and figures. */
final class DiffView {

  private record Figure(String label, String value, String note, String sum) {}

  private record FieldRow(
      String field, String emptied, String changed, String filled, String before, String after) {}

  private record PublisherRow(
      String name, String compared, String differing, String appeared, String vanished) {}

  private record Card(
      String headline,
      String publisher,
      String path,
      String entry,
      String command,
      String rejection,
      boolean beforeIsEmpty,
      boolean afterIsEmpty,
      List<WordMarks.Part> before,
      List<WordMarks.Part> after) {}

  private record KindView(String title, String count, String note, List<Card> cards) {}

  private record FieldView(String id, String title, boolean isField, List<KindView> kinds) {}

  private DiffView() {}

  static Map<String, Object> of(Comparison comparison, Map<String, String> roots, String job) {
    DiffReport report = comparison.report();
    Map<String, Object> view = new HashMap<>();
    view.put(
        "title",
        report.before().name() + " \u2192 " + report.after().name() + " \u00B7 Dateline diff");
    view.put("old", report.before().name());
    view.put("new", report.after().name());
    view.put("oldPlace", report.before().folder());
    view.put("newPlace", report.after().folder());
    view.put("lead", DiffSentences.lead(report));
    view.put("gates", report.broken().stream().map(DiffSentences::gate).toList());
    view.put("notes", DiffSentences.notes(report));
    view.put("figures", figures(report));
    List<FieldRow> fields = fields(report);
    view.put("hasFields", !fields.isEmpty());
    view.put("fields", fields);
    view.put("untouched", DiffSentences.untouched(report));
    view.put("hasPublishers", !comparison.publishers().isEmpty());
    view.put("publishers", comparison.publishers().stream().map(DiffView::publisher).toList());
    List<FieldView> sampled = sampled(comparison, roots, job);
    view.put("hasSampled", !sampled.isEmpty());
    view.put("sampled", sampled);
    view.put("seed", String.valueOf(report.seed()));
    return view;
  }

  private static List<Figure> figures(DiffReport report) {
    long differing = report.compared() - report.same();
    List<Figure> list = new ArrayList<>();
    list.add(new Figure("Compared", Figures.number(report.compared()), "articles of both", "main"));
    list.add(
        new Figure(
            "The same",
            Figures.number(report.same()),
            Figures.share(report.same(), report.compared()),
            ""));
    list.add(
        new Figure(
            "Differ",
            Figures.number(differing),
            Figures.share(differing, report.compared()),
            differing == 0 ? "" : "thrown"));
    list.add(
        new Figure(
            "Vanished",
            Figures.number(report.vanished()),
            report.vanishedIntoRejected() == 0
                ? ""
                : Figures.number(report.vanishedIntoRejected()) + " rejected now",
            report.vanished() == 0 ? "" : "thrown"));
    list.add(
        new Figure(
            "Appeared",
            Figures.number(report.appeared()),
            report.appearedFromRejected() == 0
                ? ""
                : Figures.number(report.appearedFromRejected()) + " rejected before",
            ""));
    return list;
  }

  private static List<FieldRow> fields(DiffReport report) {
    return report.fields().stream()
        .filter(FieldChanges::hasChanges)
        .map(
            field ->
                new FieldRow(
                    field.field(),
                    withShare(field.emptied(), field.filledBefore()),
                    withShare(field.changed(), field.compared()),
                    withShare(field.filled(), field.compared() - field.filledBefore()),
                    Figures.number(field.filledBefore()),
                    Figures.number(field.filledAfter())))
        .toList();
  }

  private static String withShare(long count, long of) {
    return count == 0 ? "0" : Figures.number(count) + " (" + Figures.share(count, of) + ")";
  }

  private static PublisherRow publisher(PublisherChanges publisher) {
    return new PublisherRow(
        publisher.publisher().isEmpty() ? "(none named)" : publisher.publisher(),
        Figures.number(publisher.compared()),
        withShare(publisher.differing(), publisher.compared()),
        Figures.number(publisher.appeared()),
        Figures.number(publisher.vanished()));
  }

  private static List<FieldView> sampled(
      Comparison comparison, Map<String, String> roots, String job) {
    Map<String, List<KindView>> byField = new LinkedHashMap<>();
    for (Sampled sampled : comparison.sampled()) {
      if (!sampled.samples().isEmpty()) {
        byField
            .computeIfAbsent(sampled.field(), f -> new ArrayList<>())
            .add(kind(sampled, roots, job));
      }
    }
    List<FieldView> views = new ArrayList<>();
    byField.forEach(
        (field, kinds) ->
            views.add(
                field.isEmpty()
                    ? new FieldView("articles", "Whole articles", false, kinds)
                    : new FieldView("field-" + field, field, true, kinds)));
    return views;
  }

  private static KindView kind(Sampled sampled, Map<String, String> roots, String job) {
    boolean article = sampled.field().isEmpty();
    return new KindView(
        DiffSentences.kind(sampled.kind()),
        Figures.count(sampled.count(), "articles"),
        sampled.count() > sampled.samples().size()
            ? Figures.number(sampled.samples().size()) + " of them, drawn by seed"
            : "",
        sampled.samples().stream()
            .map(sample -> card(sample, article, sampled.kind(), roots, job))
            .toList());
  }

  private static Card card(
      Sample sample, boolean article, ChangeKind kind, Map<String, String> roots, String job) {
    boolean oneSided = article || kind != ChangeKind.CHANGED;
    WordMarks marks =
        oneSided
            ? new WordMarks(whole(sample.before()), whole(sample.after()))
            : WordMarks.of(sample.before(), sample.after());
    return new Card(
        sample.headline().isEmpty() ? "(no headline)" : sample.headline(),
        sample.publisher(),
        Figures.path(sample.sourcePath()),
        Figures.path(sample.entryName()),
        InspectLine.of(sample, roots, job),
        sample.rejection(),
        sample.before().isEmpty(),
        sample.after().isEmpty(),
        marks.before(),
        marks.after());
  }

  private static List<WordMarks.Part> whole(String text) {
    return text.isEmpty() ? List.of() : List.of(new WordMarks.Part(text, true));
  }
}
