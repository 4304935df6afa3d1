package io.dateline.diff;

import static io.dateline.diff.Folders.id;
import static io.dateline.diff.Folders.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.diff.rows.DamagedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferTests {

  @TempDir Path folder;
  private Folders old;
  private Folders now;

  @BeforeEach
  void twoSides() {
    old = new Folders(folder.resolve("old"));
    now = new Folders(folder.resolve("new"));
  }

  @Nested
  class Fields {

    @Test
    void areFilledEmptiedOrChangedAndInTheOrderOfTheFilesAndColumns() throws Exception {
      old.article("b.txt", "", "headline", "Ferry", "byline", "Moss", "date_published", "2016")
          .article("a.txt", "", "headline", "Tram", "provider", "AFP");
      now.article("a.txt", "", "headline", "Tram", "provider", "Reuters", "image", "x.png")
          .article("b.txt", "", "headline", "=Ferry", "byline", "", "date_published", "2016");

      DiffReport report = compare(Match.ID, Scope.FILES).report();

      assertThat(changes())
          .containsExactly(
              id("b.txt", "") + "|b.txt||headline|Ferry|=Ferry|changed",
              id("b.txt", "") + "|b.txt||byline|Moss||emptied",
              id("a.txt", "") + "|a.txt||provider|AFP|Reuters|changed",
              id("a.txt", "") + "|a.txt||image||x.png|filled");
      assertThat(report.compared()).isEqualTo(2);
      assertThat(report.same()).isZero();
      assertThat(report.changes()).isEqualTo(4);
      assertThat(field(report, "byline")).isEqualTo(new FieldChanges("byline", 2, 1, 0, 0, 1, 0));
      assertThat(field(report, "date_published").hasChanges()).isFalse();
    }

    @Test
    void thatFollowFromOthersAreComparedOnlyWhereSomebodyAsks() throws Exception {
      old.article("a.txt", "", "word_count", "7", "extractor_version", "1", "warnings", "X");
      now.article("a.txt", "", "word_count", "8", "extractor_version", "2", "warnings", "");

      compare(Match.ID, Scope.FILES);
      assertThat(changes()).isEmpty();

      compare(request(Match.ID, Scope.FILES, FieldChoice.of("+warnings"), List.of()));
      assertThat(changes()).containsExactly(id("a.txt", "") + "|a.txt||warnings|X||emptied");
    }

    @Test
    void ofQuotesShowWhoSaidWhatOnThatSideAlone() throws Exception {
      old.article("a.txt", "")
          .article("b.txt", "")
          .article("c.txt", "")
          .quote("a.txt", "", "Ada Moss", "We wait")
          .quote("a.txt", "", "", "It is late")
          .quote("c.txt", "", "Ada Moss", "Gone");
      now.article("a.txt", "")
          .article("b.txt", "")
          .article("c.txt", "")
          .quote("a.txt", "", "Ada Moss", "We wait")
          .quote("a.txt", "", "Ben Oyelaran", "It is late")
          .quote("b.txt", "", "Ada Moss", "New");

      DiffReport report = compare(Match.ID, Scope.FILES).report();

      assertThat(changes())
          .containsExactly(
              id("a.txt", "") + "|a.txt||quotes|“It is late”|Ben Oyelaran: “It is late”|changed",
              id("b.txt", "") + "|b.txt||quotes||Ada Moss: “New”|filled",
              id("c.txt", "") + "|c.txt||quotes|Ada Moss: “Gone”||emptied");
      assertThat(field(report, "quotes")).isEqualTo(new FieldChanges("quotes", 3, 2, 2, 1, 1, 1));
    }

    @Test
    void thatOneSideDoesNotHaveAreNamedAndNotCompared() throws Exception {
      old.article("a.txt", "", "provider", "AFP").write();
      now.article("a.txt", "", "provider", "AFP").write();
      Path file = folder.resolve("old/articles.csv");
      Files.writeString(file, Files.readString(file).replaceFirst("provider", "agency"));
      Files.delete(folder.resolve("new/quotes.csv"));

      DiffReport report =
          run(request(Match.ID, Scope.FILES, FieldChoice.usual(), List.of())).report();

      assertThat(report.notCompared()).containsExactly("provider", "quotes");
      assertThat(report.hasNoChanges()).isTrue();
    }

    @Test
    void areTheSameWhetherOneSideGuardsThemAgainstFormulasOrNot() throws Exception {
      old.article("a.txt", "", "headline", "-5 degrees", "byline", "'tis").write();
      now.article("a.txt", "", "headline", "-5 degrees", "byline", "'tis").write();
      Path file = folder.resolve("new/articles.csv");
      Files.writeString(file, Files.readString(file).replace("'-5", "-5"));
      Files.writeString(
          folder.resolve("new/datapackage.json"), "{\"formula_guard\": {\"enabled\": false}}");

      assertThat(
              run(request(Match.ID, Scope.FILES, FieldChoice.usual(), List.of()))
                  .report()
                  .hasNoChanges())
          .isTrue();
    }
  }

  @Nested
  class Articles {

    @Test
    void thatAppearOrVanishBearTheRejectionOfTheOtherSide() throws Exception {
      old.article("a.zip", "1", "headline", "One")
          .article("a.zip", "2", "headline", "Two")
          .article("b.zip", "1", "headline", "Three")
          .rejection("a.zip", "3", "TOO_SHORT");
      now.article("a.zip", "3", "headline", "Four")
          .rejection("a.zip", "2", "NOT_AN_ARTICLE")
          .rejection("b.zip", "", "CONTAINER_DAMAGED");

      DiffReport report = compare(Match.ID, Scope.FILES).report();

      assertThat(changes())
          .containsExactly(
              id("a.zip", "1") + "|a.zip|1||One||vanished",
              id("a.zip", "2")
                  + "|a.zip|2|rejection|Two|NOT_AN_ARTICLE: why NOT_AN_ARTICLE|vanished",
              id("a.zip", "3") + "|a.zip|3|rejection|TOO_SHORT: why TOO_SHORT|Four|appeared",
              id("b.zip", "1")
                  + "|b.zip|1|rejection|Three|CONTAINER_DAMAGED: why CONTAINER_DAMAGED|vanished");
      assertThat(report.vanished()).isEqualTo(3);
      assertThat(report.vanishedIntoRejected()).isEqualTo(2);
      assertThat(report.appearedFromRejected()).isEqualTo(1);
    }

    @Test
    void ofFilesThatOneSideAloneHasReadAreLeftOutUnlessAllAreWanted() throws Exception {
      old.article("a.txt", "").article("b.txt", "").rejection("c.txt", "", "TOO_SHORT");
      now.article("b.txt", "").article("d.txt", "").article("e.txt", "");

      DiffReport report = compare(Match.ID, Scope.FILES).report();

      assertThat(changes()).isEmpty();
      assertThat(report.filesInBoth()).isEqualTo(1);
      assertThat(report.before().filesOnlyHere()).isEqualTo(2);
      assertThat(report.before().articlesLeftOut()).isEqualTo(1);
      assertThat(report.after().filesOnlyHere()).isEqualTo(2);
      assertThat(report.after().articlesLeftOut()).isEqualTo(2);

      compare(Match.ID, Scope.ALL);
      assertThat(changes())
          .extracting(
              row -> row.split("\\|", -1)[1] + " " + row.substring(row.lastIndexOf('|') + 1))
          .containsExactly("a.txt vanished", "d.txt appeared", "e.txt appeared");
    }

    @Test
    void thatAReadingOfSomeEntriesDidNotMeetAreLeftOutWhenAsked() throws Exception {
      old.article("a.zip", "1").article("a.zip", "2").article("a.zip", "3");
      now.article("a.zip", "1").rejection("a.zip", "2", "TOO_SHORT");

      DiffReport report = compare(Match.ID, Scope.ENTRIES).report();

      assertThat(changes()).hasSize(1).first().asString().contains("a.zip|2|rejection");
      assertThat(report.before().articlesLeftOut()).isEqualTo(1);
    }

    @Test
    void areFoundByTheirAddressWhereverTheyAre() throws Exception {
      old.article("a.zip", "1", "url", "https://x/1", "headline", "One")
          .article("a.zip", "2", "url", "", "headline", "Two")
          .article("a.zip", "3", "url", "https://x/3", "headline", "Three");
      now.article("z.warc", "9", "url", "https://x/3", "headline", "3")
          .article("z.warc", "8", "url", "", "headline", "Two")
          .article("z.warc", "7", "url", "https://x/1", "headline", "One");

      DiffReport report = compare(Match.URL, Scope.ALL).report();

      assertThat(changes())
          .containsExactly(
              id("a.zip", "2") + "|a.zip|2||Two||vanished",
              id("z.warc", "9") + "|z.warc|9|headline|Three|3|changed",
              id("z.warc", "8") + "|z.warc|8|||Two|appeared");
      assertThat(report.compared()).isEqualTo(2);
      assertThat(report.ambiguous()).isZero();
      assertThat(report.filesInBoth()).isNull();
    }

    @Test
    void withOneKeyArePairedInOrderAndCountedAsAmbiguous() throws Exception {
      old.article("a.zip", "1", "content_sha256", "aa", "byline", "A")
          .article("a.zip", "2", "content_sha256", "aa", "byline", "B")
          .article("a.zip", "3", "content_sha256", "bb");
      now.article("b.zip", "1", "content_sha256", "aa", "byline", "A")
          .article("b.zip", "2", "content_sha256", "aa", "byline", "C")
          .article("b.zip", "3", "content_sha256", "aa", "headline", "More")
          .article("b.zip", "4", "content_sha256", "bb");

      DiffReport report = compare(Match.CONTENT, Scope.ALL).report();

      assertThat(changes())
          .containsExactly(
              id("b.zip", "2") + "|b.zip|2|byline|B|C|changed",
              id("b.zip", "3") + "|b.zip|3|||More|appeared");
      assertThat(report.ambiguous()).isEqualTo(2);
    }
  }

  /** Against a comparison that holds everything in memory. */
  @ParameterizedTest
  @EnumSource(Match.class)
  void anyTwoSidesGiveWhatASimpleComparisonGivesAndTheSameBytesAgain(Match match) throws Exception {
    Map<String, String[]> expectedOld = new TreeMap<>();
    Map<String, String[]> expectedNew = new TreeMap<>();
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      String path = String.format("%03d.zip", i / 12);
      String key = "k" + i;
      String value = "v" + random.nextInt(4);
      if (random.nextInt(10) > 0) {
        add(old, expectedOld, path, i, key, random.nextInt(9) == 0 ? "" : value);
      }
      if (random.nextInt(10) > 0) {
        boolean changes = random.nextInt(5) == 0;
        add(now, expectedNew, path, i, key, changes ? "w" + random.nextInt(2) : value);
      }
    }

    compare(match, Scope.ALL);

    List<String> expected = new ArrayList<>();
    expectedOld.forEach(
        (key, cells) -> {
          String[] other = expectedNew.get(key);
          if (other == null) {
            expected.add(cells[0] + "|" + cells[1] + "|" + cells[2] + "||h" + key + "||vanished");
          } else if (!other[3].equals(cells[3])) {
            String kind = ChangeKind.of(cells[3], other[3]).label();
            expected.add(
                String.join("|", other[0], other[1], other[2], "byline", cells[3], other[3], kind));
          }
        });
    expectedNew.forEach(
        (key, cells) -> {
          if (!expectedOld.containsKey(key)) {
            expected.add(cells[0] + "|" + cells[1] + "|" + cells[2] + "|||h" + key + "|appeared");
          }
        });
    assertThat(expected).hasSizeGreaterThan(900);
    assertThat(changes()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(changes()).extracting(row -> row.split("\\|", -1)[1]).isSorted();
    byte[] first = Files.readAllBytes(folder.resolve("diff/changes.csv"));
    byte[] summary = Files.readAllBytes(folder.resolve("diff/summary.csv"));
    compare(match, Scope.ALL);
    assertThat(folder.resolve("diff/changes.csv")).hasBinaryContent(first);
    assertThat(folder.resolve("diff/summary.csv")).hasBinaryContent(summary);
    assertThat(folder.resolve("diff")).isDirectoryNotContaining("glob:**.tmp");
  }

  private static void add(
      Folders side, Map<String, String[]> expected, String path, int i, String key, String value) {
    String entry = String.valueOf(i);
    side.article(
        path, entry, "url", key, "content_sha256", key, "headline", "h" + key, "byline", value);
    expected.put(key, new String[] {Folders.id(path, entry), path, entry, value});
  }

  @Test
  void summaryCountsEachFieldForEachPublisherAndAllTogether() throws Exception {
    old.article("a.txt", "", "publisher", "The Gull", "byline", "A")
        .article("b.txt", "", "publisher", "The Gull", "byline", "B")
        .article("c.txt", "", "byline", "C");
    now.article("a.txt", "", "publisher", "The Gull", "byline", "")
        .article("b.txt", "", "publisher", "Gull Online", "byline", "BB")
        .rejection("c.txt", "", "TOO_SHORT");

    compare(Match.ID, Scope.FILES);

    assertThat(rows(folder.resolve("diff/summary.csv")))
        .contains(
            "*|article|2|||||2|0|1",
            "*|byline|2|2|1|0|1|1||",
            "|article|0|||||0|0|1",
            "The Gull|article|2|||||2|0|0",
            "The Gull|publisher|2|2|2|0|0|1||")
        .noneMatch(row -> row.startsWith("Gull Online"));
  }

  @Test
  void aRunThatIsComparedWithItselfIsTheSame() throws Exception {
    old.article("a.txt", "", "headline", "Ferry").rejection("b.txt", "", "TOO_SHORT").write();
    DiffSide side = old.side();

    DiffReport report =
        run(new DiffRequest(
                "nightly",
                side,
                side,
                Match.ID,
                Scope.ALL,
                FieldChoice.usual(),
                1,
                10,
                List.of(),
                target()))
            .report();

    assertThat(report.hasNoChanges()).isTrue();
    assertThat(report.compared()).isEqualTo(1);
    assertThat(changes()).isEmpty();
  }

  @Test
  void aFileThatIsCutOffIsNamedWithItsByte() throws Exception {
    old.article("a.txt", "", "headline", "Ferry, late").write();
    now.article("a.txt", "").write();
    Path file = folder.resolve("old/articles.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("late\"[\\s\\S]*", "la"));

    assertThatThrownBy(() -> run(request(Match.ID, Scope.FILES, FieldChoice.usual(), List.of())))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("old/articles.csv is damaged")
        .hasMessageContaining("a quotation mark is not closed");
    assertThat(folder.resolve("diff")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void quotesThatBelongToNoArticleAreNoQuotesOfThisRun() throws Exception {
    old.article("a.txt", "").quote("b.txt", "", "Ada Moss", "Lost").write();
    now.article("a.txt", "").write();

    assertThatThrownBy(() -> run(request(Match.ID, Scope.FILES, FieldChoice.usual(), List.of())))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining("quotes.csv does not go with articles.csv");
  }

  @Test
  void aFileThatIsNotAsLongAsItsDescriptionSaysIsRefused() throws Exception {
    old.article("a.txt", "").write();
    Files.writeString(
        folder.resolve("old/datapackage.json"),
        "{\"resources\": [{\"path\": \"articles.csv\", \"bytes\": 7}]}");

    assertThatThrownBy(old::side)
        .isInstanceOf(DiffRefusedException.class)
        .hasMessageContaining("was changed after it was written");
  }

  @Test
  void whoeverWantsItToEndEndsItOnAllThreads() throws Exception {
    old.article("a.txt", "").write();
    now.article("a.txt", "").write();
    IllegalStateException stop = new IllegalStateException("stop");

    assertThatThrownBy(
            () ->
                Differ.compare(
                    request(Match.ID, Scope.FILES, FieldChoice.usual(), List.of()),
                    () -> {
                      throw stop;
                    }))
        .isSameAs(stop);
    assertThat(target()).isEmptyDirectory();
  }

  @Nested
  class GatesOfAComparison {

    @Test
    void holdCountsAgainstSharesOfThoseThatHadTheField() throws Exception {
      old.article("a.txt", "", "byline", "A")
          .article("b.txt", "", "byline", "B")
          .article("c.txt", "");
      now.article("a.txt", "", "byline", "")
          .article("b.txt", "", "byline", "BB")
          .article("c.txt", "");

      assertThat(broken("50%", GateLimit.Kind.MAX_EMPTIED)).isEmpty();
      assertThat(broken("49.9%", GateLimit.Kind.MAX_EMPTIED))
          .containsExactly("MAX_EMPTIED byline 1/2");
      assertThat(broken("33.4%", GateLimit.Kind.MAX_CHANGED)).isEmpty();
      assertThat(broken("33.3%", GateLimit.Kind.MAX_CHANGED))
          .containsExactly("MAX_CHANGED byline 1/3");
      assertThat(broken("byline=100%", GateLimit.Kind.MAX_EMPTIED)).isEmpty();
      assertThat(broken("0%", GateLimit.Kind.MAX_VANISHED)).isEmpty();
    }

    @Test
    void areBrokenWhenNothingWasCompared() throws Exception {
      old.article("a.txt", "");
      now.article("b.txt", "");

      assertThat(broken("1%", GateLimit.Kind.MAX_VANISHED)).containsExactly("NOTHING_COMPARED 0/0");
    }

    private List<String> broken(String limit, GateLimit.Kind kind) throws Exception {
      old.write();
      now.write();
      DiffReport report =
          run(request(
                  Match.ID, Scope.FILES, FieldChoice.usual(), List.of(GateLimit.of(kind, limit))))
              .report();
      return report.broken().stream().map(g -> g.name() + " " + g.count() + "/" + g.of()).toList();
    }
  }

  private static FieldChanges field(DiffReport report, String name) {
    return report.fields().stream().filter(f -> f.field().equals(name)).findFirst().orElseThrow();
  }

  private List<String> changes() throws IOException {
    return rows(folder.resolve("diff/changes.csv"));
  }

  private Path target() throws IOException {
    return Files.createDirectories(folder.resolve("diff"));
  }

  private DiffRequest request(Match match, Scope scope, List<String> fields, List<GateLimit> limits)
      throws Exception {
    return new DiffRequest(
        "nightly", old.side(), now.side(), match, scope, fields, 1, 10, limits, target());
  }

  private Comparison compare(Match match, Scope scope) throws Exception {
    old.write();
    now.write();
    return run(request(match, scope, FieldChoice.usual(), List.of()));
  }

  private void compare(DiffRequest request) throws IOException {
    run(request);
  }

  private Comparison run(DiffRequest request) throws IOException {
    Files.deleteIfExists(request.folder().resolve("changes.csv"));
    Files.deleteIfExists(request.folder().resolve("summary.csv"));
    return Differ.compare(request, () -> {});
  }
}
