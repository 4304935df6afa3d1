package io.dateline.source.container;

import static io.dateline.source.container.Packing.bzip2;
import static io.dateline.source.container.Packing.concat;
import static io.dateline.source.container.Packing.gzip;
import static io.dateline.source.container.Packing.lz4;
import static io.dateline.source.container.Packing.members;
import static io.dateline.source.container.Packing.sevenZ;
import static io.dateline.source.container.Packing.tar;
import static io.dateline.source.container.Packing.text;
import static io.dateline.source.container.Packing.xz;
import static io.dateline.source.container.Packing.zip;
import static io.dateline.source.container.Packing.zstandard;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ContainerFormatsTests {

  @TempDir Path folder;

  static Stream<Arguments> compressors() {
    return Stream.of(
        Arguments.of("gzip", (UnaryOperator<byte[]>) Packing::gzip),
        Arguments.of("bzip2", (UnaryOperator<byte[]>) Packing::bzip2),
        Arguments.of("xz", (UnaryOperator<byte[]>) Packing::xz),
        Arguments.of("zstandard", (UnaryOperator<byte[]>) Packing::zstandard),
        Arguments.of("lz4", (UnaryOperator<byte[]>) Packing::lz4));
  }

  static Stream<Arguments> archives() {
    Map<String, byte[]> members = members("a.txt", "b/c.html");
    return Stream.of(
        Arguments.of("zip", zip(members)),
        Arguments.of("tar", tar(members)),
        Arguments.of("7z", sevenZ(members)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compressors")
  void aCompressedFileIsOneDocumentWithoutAName(String format, UnaryOperator<byte[]> pack)
      throws Exception {
    byte[] file = pack.apply(text("Rain fell."));

    assertThat(new Containers(ContainerLimits.DEFAULTS).isContainer(file)).isTrue();
    assertThat(Opened.of(folder, file).lines()).containsExactly("=Rain fell.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compressors")
  void streamsThatFollowEachOtherInACompressedFileAreOneDocument(
      String format, UnaryOperator<byte[]> pack) throws Exception {
    byte[] file = concat(pack.apply(text("Rain fell. ")), pack.apply(text("Then snow.")));

    assertThat(Opened.of(folder, file).lines()).containsExactly("=Rain fell. Then snow.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compressors")
  void aCompressedFileOfNothingIsAnEmptyDocument(String format, UnaryOperator<byte[]> pack)
      throws Exception {
    assertThat(Opened.of(folder, pack.apply(text(""))).lines()).containsExactly("=");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compressors")
  void inAnArchiveACompressedDocumentHasTheNameItHasThere(String format, UnaryOperator<byte[]> pack)
      throws Exception {
    byte[] file = tar(Map.of("night.txt.packed", pack.apply(text("Rain fell."))));

    assertThat(Opened.of(folder, file).lines()).containsExactly("night.txt.packed=Rain fell.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void anArchiveGivesItsMembersInItsOrder(String format, byte[] file) throws Exception {
    assertThat(new Containers(ContainerLimits.DEFAULTS).isContainer(Arrays.copyOf(file, 1024)))
        .isTrue();
    assertThat(Opened.of(folder, file).lines())
        .containsExactly(
            "a.txt=Rain fell on the harbour, says a.txt.\n",
            "b/c.html=Rain fell on the harbour, says b/c.html.\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void anArchiveInsideAnotherIsOpenedUnderItsName(String format, byte[] file) throws Exception {
    Map<String, byte[]> members = new LinkedHashMap<>(members("first.txt"));
    members.put("inner", file);
    members.putAll(members("last.txt"));

    List<String> expected = List.of("first.txt", "inner!/a.txt", "inner!/b/c.html", "last.txt");
    assertThat(Opened.of(folder, zip(members)).names()).isEqualTo(expected);
    assertThat(Opened.of(folder, tar(members)).names()).isEqualTo(expected);
    assertThat(Opened.of(folder, sevenZ(members)).names()).isEqualTo(expected);
    assertThat(Opened.of(folder, gzip(tar(members))).names()).isEqualTo(expected);
  }

  @Test
  void aZipInATarInZstandardInGzipIsReadThrough() throws Exception {
    byte[] file = gzip(zstandard(tar(Map.of("1999/june.zip", zip(members("a.txt"))))));

    assertThat(Opened.of(folder, file).documents())
        .containsExactly("1999/june.zip!/a.txt=Rain fell on the harbour, says a.txt.");
  }

  @Test
  void aZipInAnotherThatIsTooLargeForTheMemoryIsPutAsideAndRead() throws Exception {
    byte[] noise = new byte[3 << 20];
    new Random(5).nextBytes(noise);
    Map<String, byte[]> inner = new LinkedHashMap<>();
    inner.put("noise", noise);
    inner.putAll(members("a.txt"));

    Opened opened = Opened.of(folder, gzip(tar(Map.of("inner.zip", zip(inner)))));

    assertThat(opened.names()).containsExactly("inner.zip!/noise", "inner.zip!/a.txt");
    assertThat(((ContainerEntry.Document) opened.entries().get(0)).content()).isEqualTo(noise);
  }

  @Test
  void tellsAContainerByItsBytesAndNotByItsName() throws Exception {
    byte[] file = tar(Map.of("picture.jpg", gzip(text("Rain fell.")), "x.zip", text("no zip")));

    assertThat(Opened.of(folder, file).lines())
        .containsExactlyInAnyOrder("picture.jpg=Rain fell.", "x.zip=no zip");
  }

  @Test
  void readsATarWithoutMagicNumberIfItsChecksumHolds() throws Exception {
    byte[] file = oldTar("a.txt", text("Rain fell."));
    Containers containers = new Containers(ContainerLimits.DEFAULTS);

    assertThat(containers.isContainer(file)).isTrue();
    assertThat(Opened.of(folder, file).lines()).containsExactly("a.txt=Rain fell.");

    file[0]++;
    assertThat(containers.isContainer(file)).isFalse();
  }

  /** A tar of before 1988: nothing but name, sizes and checksum. */
  private static byte[] oldTar(String name, byte[] content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "000644 \0");
    put(header, 124, String.format("%011o ", content.length));
    put(header, 136, "00000000000 ");
    put(header, 148, "        ");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    return concat(header, Arrays.copyOf(content, 512), new byte[1024]);
  }

  private static void put(byte[] target, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, target, at, bytes.length);
  }

  @Test
  void readsLongNamesOfGnuAndOfPax() throws Exception {
    String name = "archive/".repeat(30) + "ü.txt";
    byte[] gnu = tar(Map.of(name, text("Rain.")));
    byte[] pax =
        tar(
            out -> {
              out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
              out.setAddPaxHeadersForNonAsciiNames(true);
              Packing.tarMember(out, name, TarConstants.LF_NORMAL, text("Rain."));
            });

    assertThat(Opened.of(folder, gnu).lines()).containsExactly(name + "=Rain.");
    assertThat(Opened.of(folder, pax).lines()).containsExactly(name + "=Rain.");
  }

  @Test
  void readsTarsThatFollowEachOtherInOneFile() throws Exception {
    byte[] file = concat(tar(members("a.txt")), tar(members("b.txt")));

    assertThat(Opened.of(folder, file).names()).containsExactly("a.txt", "b.txt");
  }

  @Test
  void passesOverWhatIsNoFileByItsKind() throws Exception {
    byte[] file =
        tar(
            out -> {
              Packing.tarMember(out, "d/", TarConstants.LF_DIR, new byte[0]);
              Packing.tarMember(out, "etc", TarConstants.LF_SYMLINK, new byte[0]);
              Packing.tarMember(out, "same", TarConstants.LF_LINK, new byte[0]);
              Packing.tarMember(out, "null", TarConstants.LF_CHR, new byte[0]);
              Packing.tarMember(out, "pipe", TarConstants.LF_FIFO, new byte[0]);
              Packing.tarMember(out, "a.txt", TarConstants.LF_NORMAL, text("Rain."));
            });
    ZipBytes.Entry link = new ZipBytes.Entry("link", text("/etc/passwd"));
    link.unixMode = 0xA1FF;
    byte[] zip =
        new ZipBytes().add("d/", new byte[0]).add(link).add("a.txt", text("Rain.")).bytes();

    assertThat(Opened.of(folder, file).passedOver())
        .containsExactly("directories", "symbolic links", "hard links", "devices", "pipes");
    assertThat(Opened.of(folder, file).documents()).containsExactly("a.txt=Rain.");
    assertThat(Opened.of(folder, zip).passedOver())
        .containsExactly("directories", "symbolic links");
    assertThat(Opened.of(folder, zip).documents()).containsExactly("a.txt=Rain.");
  }

  @Test
  void passesOverWhatOperatingSystemsAdd() throws Exception {
    Opened opened =
        Opened.of(
            folder,
            zip(
                members(
                    "__MACOSX/._a.txt",
                    "in/__MACOSX/b.txt",
                    "in/._c.txt",
                    "in/.DS_Store",
                    "Thumbs.db",
                    "in/Thumbs.db.txt")));

    assertThat(opened.names()).containsExactly("in/Thumbs.db.txt");
    assertThat(opened.passedOver())
        .containsExactly(
            "resource forks",
            "resource forks",
            "resource forks",
            "folder settings",
            "thumbnail stores");
  }

  @Test
  void anOfficeDocumentIsADocument() throws Exception {
    byte[] docx = zip(members("[Content_Types].xml", "word/document.xml"));
    byte[] epub =
        new ZipBytes()
            .add(
                new ZipBytes.Entry(
                    text("mimetype"),
                    text("application/epub+zip"),
                    ZipBytes.STORED,
                    text("application/epub+zip")))
            .bytes();
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("a.docx", docx);
    members.put("b.epub", epub);

    assertThat(new Containers(ContainerLimits.DEFAULTS).isContainer(docx)).isFalse();
    assertThat(new Containers(ContainerLimits.DEFAULTS).isContainer(epub)).isFalse();
    assertThat(Opened.of(folder, zip(members)).names()).containsExactly("a.docx", "b.epub");
  }

  @Test
  void readsMembersOfAZipByEachMethodAndRejectsOthersByName() throws Exception {
    byte[] content = text("Rain fell on the harbour. ".repeat(20));
    ZipBytes zip = new ZipBytes();
    zip.add(entry("stored", content, 0, content));
    zip.add(entry("deflated", content, 8, Packing.deflate(content)));
    zip.add(entry("bzip2", content, 12, bzip2(content)));
    zip.add(entry("zstandard", content, 93, zstandard(content)));
    zip.add(entry("xz", content, 95, xz(content)));
    zip.add(entry("imploded", content, 6, content));
    zip.add(entry("ppmd", content, 98, content));

    Opened opened = Opened.of(folder, zip.bytes());

    assertThat(opened.names()).containsExactly("stored", "deflated", "bzip2", "zstandard", "xz");
    assertThat(opened.documents()).allMatch(line -> line.endsWith("harbour."));
    assertThat(opened.codes())
        .containsExactly("imploded UNSUPPORTED_COMPRESSION", "ppmd UNSUPPORTED_COMPRESSION");
    assertThat(opened.rejections().get(1).message()).contains("PPMd");
  }

  private static ZipBytes.Entry entry(String name, byte[] content, int method, byte[] packed) {
    return new ZipBytes.Entry(text(name), content, method, packed);
  }

  @Test
  void readsAZip64WithMoreThan65535Members() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 66_000; i++) {
        zip.putNextEntry(new ZipEntry("n" + i));
        zip.write(i);
      }
    }

    Opened opened = Opened.of(folder, bytes.toByteArray());

    assertThat(opened.rejections()).isEmpty();
    assertThat(opened.names()).hasSize(66_000).endsWith("n65999");
  }

  @Test
  void readsTheLastOfTwoZipsThatFollowEachOtherAsOtherProgramsDo() throws Exception {
    byte[] second = zip(members("b.txt"));

    assertThat(Opened.of(folder, concat(zip(members("a.txt")), second)).names())
        .containsExactly("b.txt");
  }

  @Test
  void decodesNamesOfZipsByFlagByExtraFieldByTheirBytesAndElseByCodePage437() throws Exception {
    ZipBytes zip = new ZipBytes();
    zip.add("Zürich.txt", text("1"));
    zip.add(named(text("Zürich2.txt"), 0, new byte[0]));
    zip.add(named(new byte[] {'Z', (byte) 0x81, 'r'}, 0, new byte[0]));
    byte[] raw = {'Z', '?', 'r'};
    zip.add(named(raw, 0, unicodePath(raw, "Żar")));
    zip.add(named(new byte[] {'Z', '!', 'r'}, 0, unicodePath(raw, "Żur")));
    zip.add(named(new byte[] {'Z', (byte) 0x81}, ZipBytes.UTF_8, new byte[0]));

    assertThat(Opened.of(folder, zip.bytes()).names())
        .containsExactly("Zürich.txt", "Zürich2.txt", "Zür", "Żar", "Z!r", "Zü");
  }

  private static ZipBytes.Entry named(byte[] name, int flags, byte[] extra) {
    ZipBytes.Entry entry = entry("", text("Rain."), 0, text("Rain."));
    entry.name = name;
    entry.localName = name;
    entry.flags = flags;
    entry.extra = extra;
    return entry;
  }

  private static byte[] unicodePath(byte[] raw, String name) {
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    ZipBytes.u16(field, 0x7075);
    ZipBytes.u16(field, 5 + text(name).length);
    field.write(1);
    ZipBytes.u32(field, Packing.crc(raw));
    field.writeBytes(text(name));
    return field.toByteArray();
  }

  @Test
  void everyNameIsUniqueInTheFile() throws Exception {
    ZipBytes inner = new ZipBytes().add("x", text("in"));
    ZipBytes zip = new ZipBytes();
    for (String name : List.of("x", "x", "x#2", "x", "x#3", "x#2")) {
      zip.add(name, text(name));
    }
    zip.add("z", inner.bytes()).add("z", inner.bytes()).add("z!/x", text("literal"));

    assertThat(Opened.of(folder, zip.bytes()).names())
        .containsExactly("x", "x#2", "x#2#2", "x#3", "x#3#2", "x#2#3", "z!/x", "z#2!/x", "z%21/x");
  }

  @Test
  void whatIsNoContainerIsItselfWhenItIsOpened() throws Exception {
    assertThat(Opened.of(folder, text("Rain fell.")).lines()).containsExactly("=Rain fell.");
    assertThat(Opened.of(folder, new byte[0]).lines()).containsExactly("=");
  }

  @Test
  void toleratesZerosBehindAGzip() throws Exception {
    assertThat(Opened.of(folder, concat(gzip(text("Rain.")), new byte[700])).lines())
        .containsExactly("=Rain.");
  }

  @Test
  void lz4WithoutChecksumsIsRead() throws Exception {
    byte[] file = Packing.pack(text("Rain."), FramedLZ4CompressorOutputStream::new);

    assertThat(Opened.of(folder, file).lines()).containsExactly("=Rain.");
    assertThat(Opened.of(folder, lz4(text("Rain."))).lines()).containsExactly("=Rain.");
  }
}
