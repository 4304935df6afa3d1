package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerMergeTests {

  private final List<String> gone = new ArrayList<>();

  @Test
  void missesWhatTheWalkDidNotMeet() {
    LedgerMerge merge = merge(known("news", "a", "b", "c", "d"));

    assertThat(merge.find(found("b"))).extracting(KnownFile::sourcePath).isEqualTo("b");
    assertThat(merge.find(found("bb"))).isNull();
    merge.finish();

    assertThat(gone).containsExactly("a", "c", "d");
    assertThat(merge.known()).isEqualTo(4);
    assertThat(merge.gone()).isEqualTo(3);
  }

  @Test
  void doesNotMissFilesOfAFolderThatCannotBeEntered() {
    LedgerMerge merge = merge(known("news", "a", "shut/b", "shut/c/d", "shuz", "z"));

    merge.find(found("a"));
    merge.find(found("shut/"));
    merge.find(found("z"));
    merge.finish();

    assertThat(gone).containsExactly("shuz");
  }

  @Test
  void dropsTheEntryOfAFolderThatCanBeEnteredAgainWithoutCountingItAsAFile() {
    LedgerMerge merge = merge(known("news", "shut/", "shut/b"));

    merge.find(found("shut/b"));
    merge.finish();

    assertThat(gone).containsExactly("shut/");
    assertThat(merge.gone()).isZero();
    assertThat(merge.known()).isEqualTo(1);
  }

  @Test
  void doesNotMissFilesOfACollectionThatIsNotRead() {
    LedgerMerge merge = merge(known("elsewhere", "a", "b"));

    merge.finish();

    assertThat(gone).isEmpty();
    assertThat(merge.known()).isZero();
  }

  private LedgerMerge merge(Iterator<KnownFile> ledger) {
    return new LedgerMerge(
        ledger,
        Set.of("news"),
        new LedgerChanges() {
          @Override
          public void gone(KnownFile file) {
            gone.add(file.sourcePath());
          }

          @Override
          public void touched(KnownFile file, long modifiedNanos) {
            throw new AssertionError("nothing was touched");
          }
        });
  }

  private static Iterator<KnownFile> known(String collection, String... paths) {
    return Arrays.stream(paths)
        .map(path -> new KnownFile(collection, path, 1, 1, null, new LedgerKey(1, 1), false, null))
        .iterator();
  }

  private static FoundFile found(String path) {
    return new FoundFile(
        "news", path, 1, 1, false, path.endsWith("/") ? RejectionReason.UNREADABLE_FILE : null);
  }
}
