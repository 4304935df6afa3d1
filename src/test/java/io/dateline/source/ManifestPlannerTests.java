package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.dateline.source.ManifestFile.LedgerKey;
import io.dateline.source.container.ContainerLimits;
import io.dateline.source.container.Containers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestPlannerTests {

  private static final long MODIFIED = 1_500_000_000L;

  @TempDir Path folder;
  private Path input;
  private Path manifest;

  @BeforeEach
  void anInput() throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    manifest = folder.resolve("manifest.tsv");
  }

  @Test
  void leavesOutWhatTheLedgerKnowsAndNamesWhatAChangedFileReplaces() throws IOException {
    file("changed.txt", 5);
    file("new.txt", 3);
    file("same.txt", 4);
    List<KnownFile> ledger =
        List.of(known("changed.txt", 4, 7), known("gone.txt", 1, 8), known("same.txt", 4, 9));

    ManifestPlanner.Plan plan = plan(planner(1_000, 1_000), ledger, false);

    assertThat(plan.tally().unchanged()).isEqualTo(1);
    assertThat(plan.tally().known()).isEqualTo(3);
    assertThat(plan.tally().gone()).isEqualTo(1);
    assertThat(read())
        .extracting(ManifestFile::sourcePath, ManifestFile::replaces)
        .containsExactly(tuple("changed.txt", new LedgerKey(1, 7)), tuple("new.txt", null));
  }

  @Test
  void readsEverythingWhenAskedAndStillNamesWhatIsReplaced() throws IOException {
    file("same.txt", 4);

    plan(planner(1_000, 1_000), List.of(known("same.txt", 4, 9)), true);

    assertThat(read()).extracting(ManifestFile::replaces).containsExactly(new LedgerKey(1, 9));
  }

  @Test
  void cutsPartitionsAtFilesOrBytesWhicheverComesFirst() throws IOException {
    for (int i = 0; i < 6; i++) {
      file("f" + i + ".txt", i < 2 ? 100 : 1);
    }

    ManifestPlanner.Plan plan = plan(planner(3, 150), List.of(), false);

    assertThat(plan.partitions())
        .extracting(ManifestPlanner.Partition::files)
        .containsExactly(1L, 3L, 2L);
    for (ManifestPlanner.Partition partition : plan.partitions()) {
      try (Manifest.Reader reader = Manifest.open(manifest, partition.offset())) {
        assertThat(reader.next()).isNotNull();
      }
    }
  }

  @Test
  void growsPartitionsSoThatThereAreAtMostAThousand() throws IOException {
    for (int i = 0; i < 2_500; i++) {
      file(i + ".txt", 1);
    }

    ManifestPlanner.Plan plan = plan(planner(1, 1_000_000), List.of(), false);

    assertThat(plan.partitions()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(plan.partitions().stream().mapToLong(ManifestPlanner.Partition::files).sum())
        .isEqualTo(2_500);
  }

  @Test
  void cutsALargeFileIntoPartsOfAQuarterOfAPartition() throws IOException {
    String line = "{\"headline\": \"Ferry\", \"text\": \"%s\"}\n".formatted("x".repeat(470));
    Files.writeString(input.resolve("half.jsonl"), line.repeat(4));
    Files.writeString(input.resolve("larger.jsonl"), line.repeat(40));

    ManifestPlanner.Plan plan = plan(planner(1_000, line.length() * 16L), List.of(), false);

    assertThat(plan.partitions())
        .extracting(
            partition -> partition.split() == null ? 0 : partition.split().of(),
            ManifestPlanner.Partition::files)
        .containsOnly(tuple(0, 1L), tuple(10, 1L))
        .hasSize(11);
  }

  @Test
  void keepsThePartsOfLargeFilesToAThousandAsWell() throws IOException {
    String line = "{\"text\": \"%s\"}\n".formatted("x".repeat(80));
    Files.writeString(input.resolve("long.jsonl"), line.repeat(20_000));

    assertThat(plan(planner(1_000, 400), List.of(), false).partitions()).hasSizeBetween(100, 1_000);
  }

  @Test
  void keepsNamesThatCouldBreakALineOrSteerATerminal() throws IOException {
    String awkward = "tab\there\nline%41\u001b[2J.txt";
    file(awkward, 2);

    plan(planner(10, 10), List.of(), false);

    assertThat(read())
        .extracting(ManifestFile::sourcePath)
        .containsExactly("tab%09here%0Aline%2541%1B[2J.txt");
    assertThat(EntryNames.decode("tab%09here%0Aline%2541%1B[2J.txt")).isEqualTo(awkward);
  }

  @Test
  void hashesTheManifestItWrote() throws IOException {
    file("a.txt", 1);

    ManifestPlanner.Plan plan = plan(planner(10, 10), List.of(), false);

    assertThat(plan.sha256()).isEqualTo(Manifest.sha256(manifest));
  }

  private ManifestPlanner planner(int files, long bytes) {
    return new ManifestPlanner(
        files,
        bytes,
        new FileSplitter(
            List.of(new InputRoot("in", input)),
            Selection.of(List.of("**"), List.of(), Long.MAX_VALUE),
            new Containers(ContainerLimits.DEFAULTS),
            () -> {}));
  }

  private void file(String name, int bytes) throws IOException {
    Path file = Files.write(input.resolve(name), new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.from(MODIFIED, TimeUnit.SECONDS));
  }

  private static KnownFile known(String path, long bytes, long number) {
    return new KnownFile(
        "in", path, bytes, MODIFIED * 1_000_000_000L, null, new LedgerKey(1, number), false, null);
  }

  private ManifestPlanner.Plan plan(ManifestPlanner planner, List<KnownFile> ledger, boolean full)
      throws IOException {
    PlanRequest request =
        new PlanRequest(
            List.of(new InputRoot("in", input)),
            Selection.of(List.of("*"), List.of(), Long.MAX_VALUE),
            full,
            false,
            "2020-01-01",
            false,
            0);
    return planner.plan(request, ledger.iterator(), LedgerChanges.NONE, manifest, () -> {});
  }

  private List<ManifestFile> read() throws IOException {
    List<ManifestFile> files = new ArrayList<>();
    try (Manifest.Reader reader = Manifest.open(manifest, 0)) {
      for (ManifestFile file = reader.next(); file != null; file = reader.next()) {
        files.add(file);
      }
    }
    return files;
  }
}
