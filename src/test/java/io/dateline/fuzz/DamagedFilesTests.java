package io.dateline.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.dateline.source.container.ContainerSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of any bytes, of whole files that are cut or of which bits are flipped. */
@Timeout(60)
class DamagedFilesTests {

  /** Where newsrooms' documents of our own are. */
  private static final String NEWSROOM = "golden/newsroom/";

  private static final int FLIPS = 50;

  /** So far apart that extraction, a hundred times slower than reading, is tried at some places. */
  private static final int STEP = 401;

  static Stream<Arguments> containers() {
    return rows(ContainerSamples.all());
  }

  /** All but WARC, of which WebArchiveDamageTests cut one at each byte. */
  static Stream<Arguments> records() {
    return rows(ContainerSamples.records())
        .filter(row -> !row.get()[0].toString().contains("warc"));
  }

  private static Stream<Arguments> rows(Map<String, byte[]> files) {
    return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
  }

  static Stream<Arguments> newsroom() throws IOException {
    return Inputs.samples().entrySet().stream()
        .filter(sample -> sample.getKey().replace('\\', '/').contains(NEWSROOM))
        .map(sample -> Arguments.of(folder(sample.getKey()), sample.getValue()));
  }

  private static String folder(String file) {
    return String.valueOf(Path.of(file).getParent().getFileName());
  }

  /** What archives give when they are cut is known for each byte: see HostileContainersTests. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void aFileOfRecordsMayBeCutAtAnyByte(String name, byte[] file) {
    cut(file, Door.CONTAINER, 1);
    cut(file, Door.DOCUMENT, STEP);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void anyBitsOfAContainerMayBeFlipped(String name, byte[] file) {
    flip(file, Door.CONTAINER, FLIPS);
    flip(file, Door.DOCUMENT, 2);
  }

  /** One of each format. */
  static Stream<Arguments> someNewsroom() throws IOException {
    return newsroom()
        .filter(row -> row.get()[0].toString().matches("nitf-.*|ninjs-2-.*|newsml-.*-prefixes-.*"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("someNewsroom")
  void aNewsroomsDocumentMayBeCutAtAnyByte(String name, byte[] file) {
    cut(file, Door.NEWSROOM, 1);
    cut(file, Door.DOCUMENT, STEP);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("newsroom")
  void anyBitsOfANewsroomsDocumentMayBeFlipped(String name, byte[] file) {
    flip(file, Door.NEWSROOM, FLIPS);
    flip(file, Door.DOCUMENT, 2);
  }

  /** All of the above at each byte and for each bit, to the end of the pipeline. */
  @Tag("long")
  @Timeout(1800)
  @ParameterizedTest(name = "{0}")
  @MethodSource({"containers", "newsroom"})
  void eachByteMayBeTheLastAndEachBitAnother(String name, byte[] file) {
    cut(file, Door.CONTAINER, 1);
    cut(file, Door.NEWSROOM, 1);
    cut(file, Door.DOCUMENT, 1);
    for (int bit = 0; bit < 8 * file.length; bit++) {
      byte[] changed = file.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      check(Door.CONTAINER, changed, "bit " + bit);
      check(Door.NEWSROOM, changed, "bit " + bit);
    }
    for (int at = 0; at < file.length; at++) {
      byte[] changed = file.clone();
      changed[at] ^= 0x10;
      check(Door.DOCUMENT, changed, "byte " + at);
    }
  }

  private static void cut(byte[] file, Door door, int step) {
    for (int length = 0; length < file.length; length += step) {
      check(door, Arrays.copyOf(file, length), "cut at " + length);
    }
  }

  private static void flip(byte[] file, Door door, int times) {
    Random random = new Random(20_261_128);
    for (int i = 0; i < times; i++) {
      byte[] changed = file.clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        changed[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      check(door, changed, "flip " + i);
    }
  }

  private static void check(Door door, byte[] input, String change) {
    assertThatCode(() -> door.check(input)).as(change).doesNotThrowAnyException();
  }
}
