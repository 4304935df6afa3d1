package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.source.container.ContainerLimits;
import io.dateline.source.container.Containers;
import io.dateline.source.container.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSplitTests {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} members before each part")
  @ValueSource(longs = {0, 3, 400_000})
  void theNumbersOfPartsAscendAndDoNotMeet(long before) {
    List<Split> splits = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      splits.add(new Split(100L * i, 100L * (i + 1), before * i, 100));
    }

    List<FileSplit> parts = FileSplit.of(splits, "hash");

    assertThat(parts).hasSize(1_000);
    for (int i = 1; i < parts.size(); i++) {
      FileSplit one = parts.get(i - 1);
      // A file that breaks has one entry more than it has members, and one that changed another.
      assertThat(parts.get(i).firstEntry()).isGreaterThan(one.firstEntry() + one.maxEntries() + 2);
      assertThat(one.maxEntries()).isGreaterThan(before + 500_000);
    }
    FileSplit last = parts.get(999);
    assertThat(last.firstEntry() + last.maxEntries() + 2).isLessThan(ManifestFile.MAX_ENTRIES);
  }

  @Test
  void aFileOfTooManyMembersForItsNumbersIsReadAsAWhole() {
    List<Split> splits =
        List.of(new Split(0, 5, 0, 5), new Split(5, 10, ManifestFile.MAX_ENTRIES / 2 + 1, 5));

    assertThat(FileSplit.of(splits, "hash")).isEmpty();
  }

  @Test
  void aLargeFileIsHashedAsItIsCut() throws IOException {
    Path path = lines(50);

    List<FileSplit> parts = splitter(() -> {}).split(file(path), 200);

    assertThat(parts).hasSizeGreaterThan(5);
    assertThat(parts).extracting(FileSplit::contentSha256).containsOnly(Hashes.ofFile(path));
    assertThat(parts).extracting(FileSplit::of).containsOnly(parts.size());
  }

  @Test
  void aFileThatIsNotAsPlannedIsNotCut() throws IOException {
    Path path = lines(50);
    ManifestFile planned = file(path);
    Files.writeString(path, "{\"text\": \"more\"}\n");

    assertThat(splitter(() -> {}).split(planned, 10)).isEmpty();
    Files.delete(path);
    assertThat(splitter(() -> {}).split(planned, 10)).isEmpty();
  }

  @Test
  void whoAsksForAnEndIsHeard() throws IOException {
    ManifestFile file = file(lines(50));
    FileSplitter splitter =
        splitter(
            () -> {
              throw new IllegalStateException("stopped");
            });

    assertThatThrownBy(() -> splitter.split(file, 200)).hasMessage("stopped");
  }

  private Path lines(int count) throws IOException {
    return Files.writeString(
        folder.resolve("a.jsonl"), "{\"text\": \"Rain fell on the harbour.\"}\n".repeat(count));
  }

  private static ManifestFile file(Path path) throws IOException {
    return new ManifestFile(
        0,
        "papers",
        path.getFileName().toString(),
        Files.size(path),
        Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).to(TimeUnit.NANOSECONDS),
        null,
        null);
  }

  private FileSplitter splitter(Runnable between) {
    return new FileSplitter(
        List.of(new InputRoot("papers", folder)),
        Selection.of(List.of("*"), List.of(), Long.MAX_VALUE),
        new Containers(ContainerLimits.DEFAULTS),
        between);
  }
}
