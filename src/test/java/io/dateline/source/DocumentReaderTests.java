package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.article.RawDocument;
import io.dateline.article.RejectionReason;
import io.dateline.article.SourceItem;
import io.dateline.article.Unreadable;
import io.dateline.source.FileEntry.Item;
import io.dateline.source.FileEntry.PassedOver;
import io.dateline.source.container.ContainerLimits;
import io.dateline.source.container.Containers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTests {

  private static final long MAX_BYTES = 64;

  @TempDir Path folder;
  private DocumentReader reader;

  @BeforeEach
  void aReader() {
    reader =
        new DocumentReader(
            List.of(new InputRoot("papers", folder)),
            Selection.of(List.of("*"), List.of(), Long.MAX_VALUE),
            MAX_BYTES,
            new FakeContainer());
  }

  @Test
  void aPlainFileIsOneEntryWithTheHashOfItsBytes() throws Exception {
    ManifestFile file = file("a.txt", "Rain fell.");

    try (FileEntries entries = reader.open(file, 0)) {
      assertThat(entries.hasEnded()).isFalse();
      assertThat(entries.expectedBytes()).isEqualTo(10);
      RawDocument document = (RawDocument) item(entries.next());
      assertThat(document.ordinal()).isEqualTo(7_000_000_000L);
      assertThat(new String(document.content(), StandardCharsets.UTF_8)).isEqualTo("Rain fell.");
      assertThat(entries.hasEnded()).isTrue();
      assertThat(entries.next()).isNull();
      assertThat(entries.contentSha256()).isEqualTo(Hashes.ofFile(folder.resolve("a.txt")));
    }
  }

  @Test
  void aContainerGivesWhatItHoldsInOrderHoweverLongItIs() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\none\n-folders\n" + "x".repeat(100) + "\n");

    List<FileEntry> read = all(file, 0);

    assertThat(file.sizeBytes()).isGreaterThan(MAX_BYTES);
    assertThat(read).hasSize(3);
    assertThat(item(read.get(0)).id().entryName()).isEqualTo("one");
    assertThat(item(read.get(0)).ordinal()).isEqualTo(7_000_000_000L);
    assertThat(read.get(1)).isEqualTo(new PassedOver("folders"));
    assertThat(item(read.get(2)).ordinal()).isEqualTo(7_000_000_002L);
  }

  @Test
  void aContainerGoesOnWhereAnEarlierAttemptStopped() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\none\n-folders\ntwo\nthree\n");

    List<FileEntry> read = all(file, 2);

    assertThat(read)
        .extracting(entry -> item(entry).id().entryName())
        .containsExactly("two", "three");
    assertThat(item(read.get(0)).ordinal()).isEqualTo(7_000_000_002L);
  }

  @Test
  void anEntryThatIsPassedOverKeepsItsNumber() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\none\ntwo\n");

    try (FileEntries entries = reader.open(file, 0)) {
      entries.skip();
      assertThat(item(entries.next()).ordinal()).isEqualTo(7_000_000_001L);
      assertThat(entries.next()).isNull();
      assertThat(entries.contentSha256()).hasSize(64);
    }
  }

  @Test
  void aContainerThatChangesMeanwhileIsOneRejectionMoreAndHasNoHash() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\none\n~two\n");

    try (FileEntries entries = reader.open(file, 0)) {
      assertThat(item(entries.next())).isInstanceOf(RawDocument.class);
      assertThat(item(entries.next())).isInstanceOf(RawDocument.class);
      Unreadable last = (Unreadable) item(entries.next());
      assertThat(last.rejection().reason()).isEqualTo(RejectionReason.SOURCE_CHANGED);
      assertThat(last.ordinal()).isEqualTo(7_000_000_002L);
      assertThat(last.id().entryName()).isEmpty();
      assertThat(entries.next()).isNull();
      assertThat(entries.contentSha256()).isEmpty();
    }
  }

  @Test
  void aContainerThatChangedBetweenTwoAttemptsIsOneRejectionAtTheNextPlace() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\none\ntwo\n");
    Files.writeString(folder.resolve("a.fake"), "no container any more");

    List<FileEntry> read = all(file, 1);

    assertThat(read).hasSize(1);
    assertThat(item(read.get(0)).ordinal()).isEqualTo(7_000_000_001L);
    assertThat(((Unreadable) item(read.get(0))).rejection().reason())
        .isEqualTo(RejectionReason.SOURCE_CHANGED);
  }

  @Test
  void aDiskThatFailsInsideAContainerEndsItWithARejection() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\none\n!bad sector\ntwo\n");

    List<FileEntry> read = all(file, 0);

    assertThat(read).hasSize(2);
    assertThat(((Unreadable) item(read.get(1))).rejection().reason())
        .isEqualTo(RejectionReason.UNREADABLE_FILE);
  }

  @Test
  void aDefectOfAFormatsReaderEndsItsContainerAndNotTheRun() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\none\n?\ntwo\n");

    List<FileEntry> read = all(file, 0);

    assertThat(read).hasSize(2);
    assertThat(((Unreadable) item(read.get(1))).rejection().reason())
        .isEqualTo(RejectionReason.CONTAINER_DAMAGED);
  }

  @Test
  void aShortageInsideAContainerIsNoFaultOfTheContainer() throws Exception {
    ManifestFile file = file("a.fake", "FAKE\n!/tmp/x: No space left on device\n");

    try (FileEntries entries = reader.open(file, 0)) {
      assertThatThrownBy(entries::next).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aThreadThatIsToldToStopBlamesNoContainer() throws Exception {
    DocumentReader real =
        new DocumentReader(
            List.of(new InputRoot("papers", folder)),
            Selection.of(List.of("*"), List.of(), Long.MAX_VALUE),
            64,
            new Containers(ContainerLimits.DEFAULTS));
    ManifestFile file = file("a.jsonl", "{\"title\": \"one\", \"text\": \"two\"}\n");

    Thread.currentThread().interrupt();

    try {
      assertThatThrownBy(() -> real.open(file, 0)).isInstanceOf(IOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aPlainFileAboveTheLimitIsRejectedUnread() throws Exception {
    ManifestFile file = file("a.txt", "x".repeat(65));

    Unreadable rejected = (Unreadable) item(all(file, 0).get(0));

    assertThat(rejected.rejection().reason()).isEqualTo(RejectionReason.TOO_LARGE);
  }

  private List<FileEntry> all(ManifestFile file, long from) throws IOException {
    List<FileEntry> read = new ArrayList<>();
    try (FileEntries entries = reader.open(file, from)) {
      for (FileEntry entry = entries.next(); entry != null; entry = entries.next()) {
        read.add(entry);
      }
      assertThat(entries.hasEnded()).isTrue();
    }
    return read;
  }

  private static SourceItem item(FileEntry entry) {
    return ((Item) entry).item();
  }

  private ManifestFile file(String name, String content) throws IOException {
    Path path = Files.writeString(folder.resolve(name), content);
    return new ManifestFile(
        7,
        "papers",
        name,
        Files.size(path),
        Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS),
        null,
        null);
  }
}
