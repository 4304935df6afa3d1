package io.dateline.batch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.EntryId;
import io.dateline.summary.report.SlowDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestDocumentsTests {

  @TempDir Path work;

  private static void add(SlowestDocuments documents, long millis) {
    long nanos = millis * 1_000_000;
    if (documents.wants(nanos)) {
      documents.add(nanos, 7, EntryId.ofFile("papers", millis + ".txt"), "article");
    }
  }

  @Test
  void keepsTheSlowestOfAllPartitions() throws Exception {
    SlowestDocuments first = new SlowestDocuments();
    SlowestDocuments second = new SlowestDocuments();
    for (int i = 1; i <= 50; i++) {
      add(i % 2 == 0 ? first : second, i);
    }
    first.write(SlowestDocuments.file(work, 0, "3"));
    second.write(SlowestDocuments.file(work, 1, "4"));
    Files.writeString(work.resolve("articles.p00000.a3"), "a,b\r\n");

    assertThat(SlowestDocuments.in(work))
        .hasSize(SlowestDocuments.MOST)
        .extracting(SlowDocument::sourcePath)
        .startsWith("50.txt", "49.txt", "48.txt")
        .endsWith("41.txt");
  }

  @Test
  void leavesOutWhatCannotBeRead() throws Exception {
    SlowestDocuments documents = new SlowestDocuments();
    add(documents, 5);
    documents.write(SlowestDocuments.file(work, 0, "1"));
    Files.writeString(SlowestDocuments.file(work, 1, "2"), "{\"documents\": [{");

    assertThat(SlowestDocuments.in(work))
        .containsExactly(new SlowDocument(0.005, 7, "5.txt", "", "article"));
  }

  @Test
  void hasNoneWhereNothingWasRead() throws Exception {
    new SlowestDocuments().write(SlowestDocuments.file(work, 0, "1"));

    assertThat(SlowestDocuments.in(work)).isEmpty();
    assertThat(SlowestDocuments.in(work.resolve("missing"))).isEmpty();
  }
}
