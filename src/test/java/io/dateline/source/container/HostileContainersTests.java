package io.dateline.source.container;

import static io.dateline.source.container.Packing.concat;
import static io.dateline.source.container.Packing.gzip;
import static io.dateline.source.container.Packing.members;
import static io.dateline.source.container.Packing.sevenZ;
import static io.dateline.source.container.Packing.tar;
import static io.dateline.source.container.Packing.text;
import static io.dateline.source.container.Packing.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: documents and rejections, never an exception, never without end. */
@Timeout(180)
class HostileContainersTests {

  private static final int MIB = 1 << 20;
  private static final int FLIPS = 150;

  @TempDir Path folder;

  static Stream<Arguments> fixtures() {
    return ContainerSamples.packed().entrySet().stream()
        .map(
            sample -> {
              boolean archive =
                  sample.getKey().startsWith("7z") || sample.getKey().matches("(zip|tar).*");
              return Arguments.of(sample.getKey(), sample.getValue(), archive ? 3 : 1);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void whatIsCutAtAnyByteGivesTheDocumentsBeforeItAndOneRejection(
      String format, byte[] file, int documents) {
    List<String> whole = Opened.of(file).lines();
    assertThat(whole).hasSize(documents).noneMatch(line -> line.startsWith("Rejected"));

    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      if (Format.of(cut, RecordFields.DEFAULTS) == null) {
        continue; // a document like any other, which the decoder rejects
      }
      Opened opened = Opened.of(cut);

      List<String> read = opened.lines();
      if (isWholeByChance(format, file, length)) {
        continue;
      }
      assertThat(opened.rejections()).as("cut at %s", length).hasSize(1);
      assertThat(read.subList(0, read.size() - 1))
          .as("cut at %s", length)
          .isEqualTo(whole.subList(0, read.size() - 1));
      assertThat(opened.rejections().get(0).reason().name()).endsWith("_DAMAGED");
    }
  }

  /** Streams may follow each other, and a tar's end mark is followed by what fills the block. */
  private static boolean isWholeByChance(String format, byte[] file, int length) {
    return switch (format) {
      case "gzip of two members" -> length == file.length / 2;
      case "tar" -> length >= 3 * 1024 + 512;
      default -> false;
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void whateverByteIsChangedTheReaderEndsAndReadsTheSameTwice(
      String format, byte[] file, int documents) {
    Random random = new Random(20_261_128);
    for (int i = 0; i < FLIPS; i++) {
      byte[] changed = file.clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        changed[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }

      List<String> lines = Opened.of(changed).lines();

      assertThat(Opened.of(changed).lines()).isEqualTo(lines);
    }
  }

  /** All but tar, which has no checksum of the content. */
  static Stream<Arguments> fixturesWithChecksums() {
    return fixtures().filter(fixture -> !fixture.get()[0].equals("tar"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixturesWithChecksums")
  void aDamagedByteOfTheContentNeverGoesUnnoticed(String format, byte[] file, int documents) {
    List<String> whole = Opened.of(file).lines();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 0x10;

      Opened opened = Opened.of(changed);

      if (Format.of(changed, RecordFields.DEFAULTS) != null && opened.rejections().isEmpty()) {
        assertThat(texts(opened.lines())).as("byte %s", i).isEqualTo(texts(whole));
      }
    }
  }

  private static List<String> texts(List<String> lines) {
    return lines.stream().map(line -> line.substring(line.indexOf('=') + 1)).toList();
  }

  @Test
  void namesNeverBecomePathsAndAreNotChanged() throws Exception {
    List<String> names =
        List.of("../../evil.txt", "/etc/passwd", "C:\\Windows\\x.txt", "..\\x.txt", "\\\\host\\x");
    Map<String, byte[]> members = members(names.toArray(String[]::new));

    assertThat(Opened.of(folder, zip(members)).names()).isEqualTo(names);
    assertThat(Opened.of(folder, tar(members)).names()).isEqualTo(names);
    assertThat(Opened.of(folder, sevenZ(members)).names()).isEqualTo(names);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve("container"));
    }
  }

  @Test
  void controlCharactersAndHalvesOfPairsInNamesArePercentEncoded() throws Exception {
    assertThat(Opened.of(folder, zip(members("a\u001B[2Jb\n.txt", "50%.txt", "\u0085"))).names())
        .containsExactly("a%1B[2Jb%0A.txt", "50%25.txt", "%C2%85");
    assertThat(MemberNames.encode("a\uD800b")).isEqualTo("a%ED%A0%80b");
    assertThat(MemberNames.encode("\uDC00\uD83D\uDE00")).isEqualTo("%ED%B0%80\uD83D\uDE00");
  }

  @Test
  void sixtyThousandMembersOfOneNameHaveSixtyThousandNames() throws Exception {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < 60_000; i++) {
      zip.add("x", new byte[0]);
    }

    List<String> names = Opened.of(folder, zip.bytes()).names();

    assertThat(names).hasSize(60_000).doesNotHaveDuplicates().endsWith("x#60000");
  }

  @Test
  void anEncryptedMemberIsRejectedAndTheNextIsRead() throws Exception {
    ZipBytes.Entry secret = new ZipBytes.Entry("secret", text("Rain."));
    secret.flags |= ZipBytes.ENCRYPTED;
    byte[] zip = new ZipBytes().add(secret).add("open", text("Snow.")).bytes();

    Opened opened = Opened.of(folder, zip);

    assertThat(opened.codes()).containsExactly("secret ENCRYPTED");
    assertThat(opened.documents()).containsExactly("open=Snow.");
  }

  @Test
  void anEncrypted7zIsRejected() throws Exception {
    assertThat(Opened.of(folder, sevenZ(members("a"), "password")).codes())
        .containsExactly("a ENCRYPTED");
  }

  @Test
  void aWrongChecksumIsRejectedAndTheNextIsRead() throws Exception {
    ZipBytes.Entry wrong = new ZipBytes.Entry("wrong", text("Rain."));
    wrong.crc++;
    byte[] inner = new ZipBytes().add(wrong).add("right", text("Snow.")).bytes();

    Opened opened = Opened.of(folder, inner);

    assertThat(opened.codes()).containsExactly("wrong MEMBER_DAMAGED");
    assertThat(opened.rejections().get(0).byteOffset()).isZero();
    assertThat(opened.documents()).containsExactly("right=Snow.");
  }

  @Test
  void aWrongChecksumInAZipWithoutDirectoryCostsItsMemberAlone() throws Exception {
    ZipBytes.Entry wrong = new ZipBytes.Entry("wrong", text("Rain."));
    wrong.crc++;

    Opened opened =
        Opened.of(folder, new ZipBytes().add(wrong).add("right", text("Snow.")).members());

    assertThat(opened.codes()).containsExactly("wrong MEMBER_DAMAGED", " CONTAINER_DAMAGED");
    assertThat(opened.documents()).containsExactly("right=Snow.");
  }

  @Test
  void aStoredFolderWithADescriptorInAZipWithoutDirectoryHidesNothing() throws Exception {
    byte[] nothing = {};
    ZipBytes zip = new ZipBytes();
    for (String name : List.of("folder/", "empty.txt")) {
      ZipBytes.Entry entry = new ZipBytes.Entry(text(name), nothing, ZipBytes.STORED, nothing);
      entry.flags |= ZipBytes.DESCRIPTOR;
      zip.add(entry);
    }

    Opened opened = Opened.of(folder, zip.add("a.txt", text("Snow.")).members());

    assertThat(opened.passedOver()).containsExactly("directories");
    assertThat(opened.documents()).containsExactly("empty.txt=", "a.txt=Snow.");
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
  }

  @Test
  void aWrongChecksumInABlockOf7zCostsItsMemberAlone() throws Exception {
    byte[] file = Packing.solidSevenZ("Rain.", "Snow.", "Hail.");
    file[32] ^= 1;

    Opened opened = Opened.of(folder, file);

    assertThat(opened.codes()).containsExactly("1.txt MEMBER_DAMAGED");
    assertThat(opened.documents()).containsExactly("2.txt=Snow.", "3.txt=Hail.");
    assertThat(Opened.of(folder, file, ContainerLimits.DEFAULTS, 1).documents())
        .isEqualTo(opened.documents());
  }

  @Test
  void aSignatureOfAZipAndZerosAreNoMember() throws Exception {
    byte[] file = Arrays.copyOf(text("PK\u0003\u0004"), 4096);

    Opened opened = Opened.of(folder, file);

    assertThat(opened.names()).isEmpty();
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
  }

  @Test
  void aContainerWithAWrongChecksumInAZipGivesItsDocumentsAndOneRejection() throws Exception {
    ZipBytes.Entry wrong = new ZipBytes.Entry("in.tar", tar(members("a.txt")));
    wrong.crc++;
    byte[] file = new ZipBytes().add(wrong).add("b.txt", text("Snow.")).bytes();

    Opened opened = Opened.of(folder, file);

    assertThat(opened.names()).containsExactly("in.tar!/a.txt", "b.txt");
    assertThat(opened.codes()).containsExactly("in.tar MEMBER_DAMAGED");
  }

  @Test
  void aMemberThatIsLongerThanStatedIsRejected() throws Exception {
    ZipBytes.Entry wrong = new ZipBytes.Entry("wrong", new byte[5000]);
    wrong.size = 10;

    assertThat(Opened.of(folder, new ZipBytes().add(wrong).bytes()).codes())
        .containsExactly("wrong MEMBER_DAMAGED");
  }

  @Test
  void aMemberWhoseOwnHeaderNamesAnotherFileIsRejected() throws Exception {
    ZipBytes.Entry wrong = new ZipBytes.Entry("said", text("Rain."));
    wrong.localName = text("done");

    assertThat(Opened.of(folder, new ZipBytes().add(wrong).add("b", text("Snow.")).bytes()).codes())
        .containsExactly("said MEMBER_DAMAGED");
  }

  @Test
  void aZipThatListsFewerMembersThanItSaysAddsARejection() throws Exception {
    Opened opened = Opened.of(folder, new ZipBytes().add("a", text("Rain.")).bytes(2));

    assertThat(opened.names()).containsExactly("a");
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
  }

  @Test
  void aTarThatEndsWithoutItsMarkAddsARejection() throws Exception {
    Opened opened = Opened.of(folder, Arrays.copyOf(tar(members("a", "b")), 2048));

    assertThat(opened.names()).containsExactly("a", "b");
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
    assertThat(opened.rejections().get(0).byteOffset()).isEqualTo(2048);
  }

  @Test
  void aDamagedHeaderBehindAnEndMarkIsOneRejectionAndTheNextMemberIsRead() throws Exception {
    byte[] first = tar(members("a"));
    byte[] second = tar(members("b", "c"));
    second[0] ^= 1;

    Opened opened = Opened.of(folder, concat(first, second, tar(members("d"))));

    assertThat(opened.names()).containsExactly("a", "c", "d");
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
    assertThat(opened.rejections().get(0).byteOffset()).isEqualTo(first.length);
  }

  @Test
  void whatIsLeftOfATarBehindAnEndMarkIsOneRejection() throws Exception {
    byte[] first = tar(members("a"));

    Opened opened = Opened.of(folder, concat(first, Arrays.copyOf(tar(members("b")), 100)));

    assertThat(opened.names()).containsExactly("a");
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
    assertThat(opened.rejections().get(0).byteOffset()).isEqualTo(first.length);
  }

  @Test
  void zerosBehindATarAreNoDamage() throws Exception {
    Opened opened = Opened.of(folder, concat(tar(members("a")), new byte[10_000]));

    assertThat(opened.names()).containsExactly("a");
    assertThat(opened.rejections()).isEmpty();
  }

  @Test
  void aDamagedGzipAroundATarIsOneRejectionAtItsOwnByte() throws Exception {
    byte[] file = gzip(tar(members("a", "b")));

    Opened opened = Opened.of(folder, Arrays.copyOf(file, file.length - 3));

    assertThat(opened.names()).containsExactly("a", "b");
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
    assertThat(opened.rejections().get(0).byteOffset()).isEqualTo(file.length - 3);
  }

  @Test
  void membersThatOverlapAreReadOnce() throws Exception {
    ZipBytes.Entry kernel = new ZipBytes.Entry("x", new byte[MIB]);
    ZipBytes zip = new ZipBytes().add(kernel);
    for (int i = 0; i < 50_000; i++) {
      zip.list(kernel, 0);
    }

    Opened opened = Opened.of(folder, zip.bytes());

    assertThat(opened.names()).containsExactly("x");
    assertThat(opened.rejections())
        .hasSize(50_000)
        .allMatch(r -> r.message().equals("It overlaps another member."));
  }

  @Test
  void membersInAnyOrderThatDoNotOverlapAreRead() throws Exception {
    ZipBytes zip = new ZipBytes();
    byte[] content = text("Rain.");
    ZipBytes.Entry entry = new ZipBytes.Entry("x", content);
    byte[] local = Arrays.copyOf(new ZipBytes().add(entry).bytes(), entry.packed.length + 31);
    for (int i = 0; i < 4; i++) {
      zip.raw(local);
    }
    for (int i : new int[] {2, 0, 3, 1}) {
      zip.list(entry, (long) i * local.length);
    }

    assertThat(Opened.of(folder, zip.bytes()).names()).containsExactly("x", "x#2", "x#3", "x#4");
  }

  @Test
  void aFlatBombIsGivenUp() throws Exception {
    byte[] zeros = new byte[100 * MIB];

    assertThat(Opened.of(folder, gzip(zeros)).codes())
        .containsExactly(" TOO_LARGE", " RATIO_TOO_HIGH");
    assertThat(Opened.of(folder, zip(Map.of("zeros", zeros))).codes())
        .containsExactly("zeros TOO_LARGE");
  }

  @Test
  void aNestedBombIsGivenUp() throws Exception {
    byte[] file = zip(Map.of("0", new byte[8 * MIB]));
    for (int depth = 0; depth < 5; depth++) {
      Map<String, byte[]> copies = new LinkedHashMap<>();
      for (int i = 0; i < 16; i++) {
        copies.put("b" + i + ".zip", file);
      }
      file = zip(copies);
    }

    Opened opened = Opened.of(folder, file);

    assertThat(opened.codes()).last().isEqualTo(" RATIO_TOO_HIGH");
    assertThat(opened.entries()).hasSizeLessThan(20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void aDiskThatFailsIsNoDamageOfTheFile(String format, byte[] file, int documents)
      throws Exception {
    for (int reads = 1; reads < 4; reads++) {
      try (FlattenedEntries entries =
          new FlattenedEntries(
              new FailingChannel(file, reads),
              Split.WHOLE,
              new Opening(ContainerLimits.DEFAULTS, RecordFields.DEFAULTS))) {
        int before = 0;
        while (entries.next() != null) {
          before++;
        }
        assertThat(before).isEqualTo(documents); // it needed fewer reads than it was given
      } catch (PackedBytesException e) {
        assertThat(e).hasMessage("disk");
      }
    }
    assertThatThrownBy(
            () ->
                new FlattenedEntries(
                        new FailingChannel(file, 1),
                        Split.WHOLE,
                        new Opening(ContainerLimits.DEFAULTS, RecordFields.DEFAULTS))
                    .next())
        .isInstanceOf(PackedBytesException.class);
  }

  @Test
  void aTailFullOfEndRecordsIsNotReadAgainForEach() throws Exception {
    byte[] record = Arrays.copyOf(text("PK\u0005\u0006"), 22);
    record[12] = 46; // a directory of one member, which does not stand there
    byte[] file = new byte[4 * MIB];
    for (int at = file.length - 66_000; at + 22 <= file.length; at += 22) {
      System.arraycopy(record, 0, file, at, 22);
    }

    assertThat(ZipDirectory.find(new Window(new FailingChannel(file, 80)))).isNull();
  }

  /** Gives so many reads and then fails. */
  private static final class FailingChannel extends SeekableInMemoryByteChannel {

    private int reads;

    FailingChannel(byte[] content, int reads) {
      super(content);
      this.reads = reads;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (reads-- <= 0) {
        throw new IOException("disk");
      }
      return super.read(target);
    }
  }

  @Test
  void aLinkIsNotOpened() throws Exception {
    Path target = Files.write(folder.resolve("target"), zip(members("a")));
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);

    assertThatThrownBy(() -> new Containers(ContainerLimits.DEFAULTS).open(link))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void passingOverEntriesLeavesTheSameRest(String format, byte[] file, int documents)
      throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      byte[] changed = file.clone();
      if (i > 0) {
        changed[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      List<String> whole = Opened.of(folder, changed).lines();
      for (int skip = 1; skip <= whole.size() + 1; skip++) {
        assertThat(Opened.of(folder, changed, ContainerLimits.DEFAULTS, skip).lines())
            .as("change %s, %s passed over", i, skip)
            .isEqualTo(whole.subList(Math.min(skip, whole.size()), whole.size()));
      }
    }
  }

  @Test
  void passingOverEntriesSpendsAsMuchAsReadingThem() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < 10; i++) {
      members.put("n" + i, text("Rain fell. ".repeat(i * 9 + 1)));
      members.put("z" + i, gzip(text("Snow fell. ".repeat(i * 9 + 1))));
    }
    ContainerLimits limits =
        new ContainerLimits(700, 5000, MIB, 10 * MIB, 1000, 1 << 20, 8, 1000, 1000);
    for (byte[] file :
        new byte[][] {zip(members), tar(members), sevenZ(members), gzip(tar(members))}) {
      List<String> whole = Opened.of(folder, file, limits).lines();
      for (int skip = 1; skip <= whole.size(); skip++) {
        assertThat(Opened.of(folder, file, limits, skip).lines())
            .isEqualTo(whole.subList(skip, whole.size()));
      }
    }
  }
}
