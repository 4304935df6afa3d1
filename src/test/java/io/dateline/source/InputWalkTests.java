package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InputWalkTests {

  private static final Selection EVERYTHING =
      Selection.of(List.of("*"), List.of(".*"), Long.MAX_VALUE);

  @TempDir Path folder;

  @Test
  void ordersSiblingsByTheirBytesWithASlashAppendedToFolders() throws IOException {
    for (String name :
        List.of("a/z.txt", "a.txt", "a-b.txt", "a0.txt", "B.txt", "\u00e9.txt", "z.txt")) {
      file(name);
    }

    assertThat(paths(walk("news")))
        .containsExactly("B.txt", "a-b.txt", "a.txt", "a/z.txt", "a0.txt", "z.txt", "\u00e9.txt");
  }

  @Test
  void ordersCollectionsByTheirNamesWhateverTheOrderOfTheOptions() throws IOException {
    file("x/one.txt");
    file("y/two.txt");

    InputWalk walk =
        new InputWalk(
            List.of(
                new InputRoot("zeta", folder.resolve("x")),
                new InputRoot("alpha", folder.resolve("y"))),
            EVERYTHING);

    assertThat(paths(walk)).containsExactly("two.txt", "one.txt");
  }

  @Test
  void countsWhatIsNoDocumentByItsNature() throws IOException {
    file(".hidden");
    file(".git/config");
    file("real.txt");
    Files.createSymbolicLink(folder.resolve("twin.txt"), Path.of("real.txt"));

    InputWalk walk = walk("news");

    assertThat(paths(walk)).containsExactly("real.txt");
    assertThat(walk.ignored()).containsEntry("hidden", 2L).containsEntry("link", 1L);
  }

  @Test
  void leavesOutWhatAnExcludePatternFitsAFolderWithAllBelowIt() throws IOException {
    for (String name :
        List.of("a.txt", "a.part", "x/b.part", "__MACOSX/c.txt", "x/old/d.txt", "old/e.txt")) {
      file(name);
    }
    Selection selection =
        Selection.of(List.of("*"), List.of("*.part", "__MACOSX", "x/old"), Long.MAX_VALUE);

    InputWalk walk = walk("news", selection);

    assertThat(paths(walk)).containsExactly("a.txt", "old/e.txt");
    assertThat(walk.ignored()).isEqualTo(Map.of("excluded", 4L));
  }

  @Test
  void readsOnlyWhatAnIncludePatternFits() throws IOException {
    for (String name : List.of("a.txt", "a.csv", "x/b.html", "x/c.txt")) {
      file(name);
    }

    InputWalk walk =
        walk("news", Selection.of(List.of("*.html", "a.*"), List.of(), Long.MAX_VALUE));

    assertThat(paths(walk)).containsExactly("a.csv", "a.txt", "x/b.html");
    assertThat(walk.ignored()).isEqualTo(Map.of("excluded", 1L));
  }

  @Test
  void leavesFilesThatAreStillBeingWrittenForAnotherRun() throws IOException {
    file("old.txt");
    file("young.txt");
    Files.setLastModifiedTime(folder.resolve("old.txt"), FileTime.from(100, TimeUnit.SECONDS));
    Selection selection = Selection.of(List.of("*"), List.of(), TimeUnit.SECONDS.toNanos(100));

    InputWalk walk = walk("news", selection);

    assertThat(walk.next()).extracting(FoundFile::tooYoung).isEqualTo(false);
    assertThat(walk.next()).extracting(FoundFile::tooYoung).isEqualTo(true);
    assertThat(walk.ignored()).isEqualTo(Map.of("too-young", 1L));
  }

  @Test
  void saysNothingOfTheSizeOfAFolderThatCannotBeNamed() throws Exception {
    assertThat(
            new ProcessBuilder("sh", "-c", "mkdir \"$(printf 'dir\\377')\"")
                .directory(folder.toFile())
                .start()
                .waitFor())
        .isZero();

    assertThat(walk("news").next())
        .isEqualTo(new FoundFile("news", "dir%FF/", 0, 0, false, RejectionReason.UNREADABLE_NAME));
  }

  @Test
  void followsNoLinkOutOfTheRootAndNoLinkToNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("away"), Path.of("/etc"));
    Files.createSymbolicLink(folder.resolve("broken"), Path.of("nowhere"));

    assertThat(reasons(walk("news")))
        .containsExactly(RejectionReason.LINK_OUT_OF_INPUT, RejectionReason.LINK_OUT_OF_INPUT);
  }

  @Test
  @Timeout(10)
  void neitherBlocksOnAPipeNorRunsInCirclesOnALink() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor())
        .isZero();
    Files.createSymbolicLink(folder.resolve("circle"), folder);

    InputWalk walk = walk("news");

    assertThat(reasons(walk)).containsExactly(RejectionReason.NOT_A_FILE);
    assertThat(walk.ignored()).containsEntry("link", 1L);
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  private InputWalk walk(String collection) {
    return walk(collection, EVERYTHING);
  }

  private InputWalk walk(String collection, Selection selection) {
    return new InputWalk(List.of(new InputRoot(collection, folder)), selection);
  }

  private static List<String> paths(InputWalk walk) throws IOException {
    List<String> paths = new ArrayList<>();
    for (FoundFile file = walk.next(); file != null; file = walk.next()) {
      paths.add(file.sourcePath());
    }
    return paths;
  }

  private static List<RejectionReason> reasons(InputWalk walk) throws IOException {
    List<RejectionReason> reasons = new ArrayList<>();
    for (FoundFile file = walk.next(); file != null; file = walk.next()) {
      reasons.add(file.unreadable());
    }
    return reasons;
  }
}
