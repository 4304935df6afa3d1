package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.html;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaczTests {

  private static final byte[] ARTICLE = bytes("Rain fell on the harbour.");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "datapackage-digest.json, WACZ descriptions",
    "indexes/index.cdx.gz, WACZ indexes",
    "indexes/index.idx, WACZ indexes",
    "pages/pages.jsonl, WACZ lists of pages",
    "pages/extraPages.jsonl, WACZ lists of pages",
    "logs/crawl.log, WACZ logs",
  })
  void whatAWaczHasBesideItsArchivesIsPassedOverByItsKind(String name, String kind) {
    byte[] warc = WarcBuilder.gzip().page(1).build();

    Opened opened =
        zip(
            "datapackage.json",
            name,
            "archive/data.warc.gz",
            warc,
            "archive/note.txt",
            "about.txt");

    assertThat(opened.rejections()).isEmpty();
    assertThat(opened.documents())
        .containsExactly(
            "archive/data.warc.gz!/0=" + html(1),
            "archive/note.txt=Rain fell on the harbour.",
            "about.txt=Rain fell on the harbour.");
    assertThat(opened.passedOver()).containsExactly("WACZ descriptions", kind);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "in/pages/pages.jsonl",
        "my-datapackage.json",
        "archive/pages/a.jsonl",
        "pages",
        "data/indexes/a.txt",
      })
  void otherMembersOfAWaczAreRead(String name) {
    byte[] warc = WarcBuilder.plain().page(1).build();

    Opened opened = zip("archive/data.warc", warc, name, "datapackage.json");

    assertThat(opened.documents())
        .containsExactly("archive/data.warc!/0=" + html(1), name + "=Rain fell on the harbour.");
  }

  @ParameterizedTest(name = "beside {0}")
  @ValueSource(strings = {"archive/a.txt", "datapackage.json", "in/archive/data.warc.gz", "a.warc"})
  void inAnotherZipNothingIsPassedOverForSuchAName(String other) {
    Opened opened = zip("pages/pages.jsonl", "indexes/a.txt", "logs/b.txt", other);

    assertThat(opened.documents()).hasSize(4);
    assertThat(opened.passedOver()).isEmpty();
  }

  private static Opened zip(Object... namesAndContents) {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < namesAndContents.length; i++) {
      boolean given = i + 1 < namesAndContents.length && namesAndContents[i + 1] instanceof byte[];
      zip.add((String) namesAndContents[i], given ? (byte[]) namesAndContents[i + 1] : ARTICLE);
      i += given ? 1 : 0;
    }
    return Opened.of(zip.bytes());
  }
}
