package io.dateline.benchmark;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.archive.ArchiveGenerator.Mix;
import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Invented articles, which a benchmark takes one after the other: its time is that of one. */
@State(Scope.Thread)
public class GeneratedDocuments {

  private static final int NUMBER = 256;
  private static final int STORY_BYTES = 3_000;
  private static final int PAGE_BYTES = 60_000;

  /** Plain texts of 3 KB, or pages of 60 KB with such a story. */
  @Param({"text", "html"})
  public String kind;

  private List<RawDocument> documents = List.of();
  private int next;

  @Setup
  public void generate() {
    documents = of(kind);
  }

  static List<RawDocument> of(String kind) {
    boolean html = kind.equals("html");
    ArchiveGenerator generator =
        new ArchiveGenerator(5, new Mix(0, html ? 1_000 : 0, STORY_BYTES, html ? PAGE_BYTES : 0));
    List<RawDocument> documents = new ArrayList<>();
    for (int i = 0; i < NUMBER; i++) {
      ArchiveGenerator.Document document = generator.next(i);
      documents.add(
          new RawDocument(
              i, EntryId.ofFile("papers", document.name()), document.content(), Capture.UNKNOWN));
    }
    return documents;
  }

  RawDocument next() {
    return documents.get(Math.floorMod(next++, NUMBER));
  }
}
