package io.dateline.batch.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.source.KnownFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileRangesTests {

  @Test
  void putTogetherWhatFollowsEachOtherInOneRun() {
    FileRanges ranges =
        ranges(file(1, 0), file(1, 1), file(2, 0), file(1, 2), file(1, 4), file(2, 1));

    assertThat(ranges)
        .toIterable()
        .containsExactly(
            new FileRange(1, 0, 1),
            new FileRange(2, 0, 0),
            new FileRange(1, 2, 2),
            new FileRange(1, 4, 4),
            new FileRange(2, 1, 1));
  }

  @Test
  void growToTheirLimitAndNoFurther() {
    FileRanges ranges =
        ranges(
            LongStream.range(0, 2L * FileRanges.MAX_FILES + 1)
                .mapToObj(number -> file(7, number))
                .toArray(KnownFile[]::new));

    assertThat(ranges)
        .toIterable()
        .containsExactly(
            new FileRange(7, 0, FileRanges.MAX_FILES - 1),
            new FileRange(7, FileRanges.MAX_FILES, 2L * FileRanges.MAX_FILES - 1),
            new FileRange(7, 2L * FileRanges.MAX_FILES, 2L * FileRanges.MAX_FILES));
  }

  @Test
  void ofNothingAreNone() {
    assertThat(ranges()).isExhausted();
  }

  private static FileRanges ranges(KnownFile... files) {
    List<KnownFile> all = new ArrayList<>();
    Stream.of(files).forEach(all::add);
    return new FileRanges(all.iterator());
  }

  private static KnownFile file(long run, long number) {
    return new KnownFile("papers", "a.txt", 1, 1, null, new LedgerKey(run, number), false, null);
  }
}
