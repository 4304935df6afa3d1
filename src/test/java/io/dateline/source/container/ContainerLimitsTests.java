package io.dateline.source.container;

import static io.dateline.source.container.Packing.gzip;
import static io.dateline.source.container.Packing.members;
import static io.dateline.source.container.Packing.sevenZ;
import static io.dateline.source.container.Packing.tar;
import static io.dateline.source.container.Packing.text;
import static io.dateline.source.container.Packing.xz;
import static io.dateline.source.container.Packing.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

@Timeout(60)
class ContainerLimitsTests {

  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  /** Small limits, so that small containers meet them. */
  private static ContainerLimits limits(
      long documentBytes, long containerBytes, int ratio, int depth, long members, int name) {
    return new ContainerLimits(
        documentBytes, containerBytes, 2 * MIB, 10 * MIB, ratio, 2000, depth, members, name);
  }

  private static ContainerLimits generous() {
    return limits(MIB, 100 * MIB, 1000, 8, 1000, 1000);
  }

  @Test
  void aLimitThatIsNotPositiveIsRefused() {
    assertThatThrownBy(() -> limits(0, 1, 1, 1, 1, 1)).hasMessageContaining("documentBytes");
    assertThatThrownBy(() -> limits(1, 1, 1, 1, 0, 1)).hasMessageContaining("members");
    assertThatThrownBy(() -> limits(1L << 40, 1, 1, 1, 1, 1)).hasMessageContaining("array");
  }

  @Test
  void aDocumentThatIsTooLongIsRejectedAndTheNextIsRead() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("long", new byte[101]);
    members.put("fits", new byte[100]);
    ContainerLimits limits = limits(100, MIB, 1000, 8, 1000, 1000);

    for (byte[] file : new byte[][] {zip(members), tar(members), sevenZ(members)}) {
      Opened opened = Opened.of(folder, file, limits);

      assertThat(opened.codes()).containsExactly("long TOO_LARGE");
      assertThat(opened.rejections().get(0).sizeBytes()).isEqualTo(101);
      assertThat(opened.names()).containsExactly("fits");
    }
    assertThat(Opened.of(folder, gzip(new byte[101]), limits).codes())
        .containsExactly(" TOO_LARGE");
  }

  @Test
  void aContainerThatUnpacksToTooMuchIsReadUntilThere() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < 8; i++) {
      members.put("n" + i, noise(i, 1000));
    }
    ContainerLimits limits = limits(MIB, 3500, 1000, 8, 1000, 1000);

    assertThat(Opened.of(folder, zip(members), limits).names()).containsExactly("n0", "n1", "n2");
    assertThat(Opened.of(folder, zip(members), limits).codes())
        .containsExactly(" CONTAINER_TOO_LARGE");
    assertThat(Opened.of(folder, sevenZ(members), limits).codes())
        .containsExactly(" CONTAINER_TOO_LARGE");
    Opened stream = Opened.of(folder, gzip(tar(members)), limits);
    assertThat(stream.names()).containsExactly("n0", "n1");
    assertThat(stream.codes()).containsExactly(" CONTAINER_TOO_LARGE");
  }

  @Test
  void aContainerInsideAnotherThatUnpacksTooManyTimesItsSizeIsGivenUpAlone() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>(members("a.txt"));
    members.put("bomb.gz", gzip(new byte[60_000]));
    members.put("bomb.zip", zip(Map.of("zeros", new byte[60_000])));
    members.putAll(members("b.txt"));
    ContainerLimits limits = limits(MIB, 100 * MIB, 50, 8, 1000, 1000);

    Opened opened = Opened.of(folder, tar(members), limits);

    assertThat(opened.names()).containsExactly("a.txt", "b.txt");
    assertThat(opened.codes()).containsExactly("bomb.gz RATIO_TOO_HIGH", "bomb.zip RATIO_TOO_HIGH");
  }

  @Test
  void aFileThatUnpacksTooManyTimesItsSizeIsGivenUp() throws Exception {
    ContainerLimits limits = limits(MIB, 100 * MIB, 50, 8, 1000, 1000);

    assertThat(Opened.of(folder, gzip(new byte[60_000]), limits).codes())
        .containsExactly(" RATIO_TOO_HIGH");
    assertThat(Opened.of(folder, gzip(new byte[1900]), limits).names()).containsExactly("");
  }

  @Test
  void whatIsNestedTooDeepIsRejectedAndTheNextIsRead() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("three.zip", zip(Map.of("two.zip", zip(members("one.txt")))));
    members.putAll(members("a.txt"));
    ContainerLimits limits = limits(MIB, MIB, 1000, 2, 1000, 1000);

    Opened opened = Opened.of(folder, zip(members), limits);

    assertThat(opened.codes()).containsExactly("three.zip!/two.zip NESTED_TOO_DEEP");
    assertThat(opened.names()).containsExactly("a.txt");
  }

  @Test
  void aGzipOfGzipsEndsAtTheDepthThatIsAllowed() throws Exception {
    byte[] file = text("Rain.");
    for (int i = 0; i < 8; i++) {
      file = gzip(file);
    }

    assertThat(Opened.of(folder, file).documents()).containsExactly("=Rain.");
    assertThat(Opened.of(folder, gzip(file)).codes()).containsExactly(" NESTED_TOO_DEEP");
  }

  @Test
  void membersBeyondTheLimitAreNotRead() throws Exception {
    ContainerLimits limits = limits(MIB, MIB, 1000, 8, 2, 1000);

    Opened opened = Opened.of(folder, zip(members("a", "b", "c", "d")), limits);

    assertThat(opened.names()).containsExactly("a", "b");
    assertThat(opened.codes()).containsExactly(" TOO_MANY_MEMBERS");
  }

  @Test
  void namesThatAreTooLongAreRejectedAndStayUnique() throws Exception {
    String start = "n".repeat(20);
    ContainerLimits limits = limits(MIB, MIB, 1000, 8, 1000, 20);
    byte[] file = zip(members(start, start + "a", start + "b"));

    Opened opened = Opened.of(folder, file, limits);

    assertThat(opened.names()).containsExactly(start);
    assertThat(opened.codes())
        .containsExactly(start + "… NAME_TOO_LONG", start + "…#2 NAME_TOO_LONG");
  }

  @Test
  void aTarsNameCannotFillTheMemory() throws Exception {
    byte[] file =
        tar(
            out -> {
              Packing.tarMember(out, "a.txt", TarConstants.LF_NORMAL, text("Rain."));
              Packing.tarMember(
                  out, "././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME, new byte[3 * MIB]);
              Packing.tarMember(out, "b.txt", TarConstants.LF_NORMAL, text("Rain."));
            });

    Opened opened = Opened.of(folder, file);

    assertThat(opened.names()).containsExactly("a.txt");
    assertThat(opened.codes()).containsExactly(" CONTAINER_DAMAGED");
    assertThat(opened.rejections().get(0).byteOffset()).isEqualTo(1024);
  }

  @Test
  void aDecompressorThatAsksForTooMuchMemoryIsNotGivenIt() throws Exception {
    byte[] file =
        Packing.pack(
            text("Rain."),
            out -> {
              LZMA2Options options = new LZMA2Options(0);
              options.setDictSize(12 * MIB);
              return new XZOutputStream(out, options);
            });

    assertThat(Opened.of(folder, xz(text("Rain.")), generous()).names()).containsExactly("");
    assertThat(Opened.of(folder, file, generous()).codes())
        .containsExactly(" UNSUPPORTED_COMPRESSION");
    assertThat(Opened.of(folder, file, generous()).rejections().get(0).message())
        .contains("memory");
  }

  @Test
  void aContainerThatTakesTooMuchRoomToPutAsideIsRejectedAndTheNextIsRead() throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("large.zip", zip(Map.of("noise", noise(1, 3 * MIB))));
    members.putAll(members("a.txt"));

    Opened opened = Opened.of(folder, tar(members), generous());

    assertThat(opened.codes()).containsExactly("large.zip CONTAINER_TOO_LARGE");
    assertThat(opened.names()).containsExactly("a.txt");
  }

  private static byte[] noise(int seed, int length) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    noise[0] = 'n';
    return noise;
  }
}
