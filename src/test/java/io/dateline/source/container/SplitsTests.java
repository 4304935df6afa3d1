package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTests {

  private static final int PAGES = 40;

  static Stream<Arguments> formatsWithPlacesToStartFrom() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("JSON Lines", jsonLines());
    files.put("WARC", pages(WarcBuilder.plain()).build());
    files.put("WARC with a gzip member for each record", pages(WarcBuilder.gzip()).build());
    files.put("ARC whose lines are odd", oddArc(false));
    files.put("ARC whose lines are odd, with a gzip member for each record", oddArc(true));
    files.put("WARC that is odd", oddWarc(false));
    files.put("WARC that is odd, with a gzip member for each record", oddWarc(true));
    files.put("zip", zip("%02d.txt"));
    files.put("zip of zips", zipOfZips());
    return files.entrySet().stream()
        .flatMap(
            file ->
                Stream.of(1, 300, 1_200)
                    .map(bytes -> Arguments.of(file.getKey(), bytes, file.getValue())));
  }

  @ParameterizedTest(name = "{0}, {1} bytes")
  @MethodSource("formatsWithPlacesToStartFrom")
  void aFileGivesTheSameInPartsAsWhole(String format, int bytes, byte[] file) throws IOException {
    List<Split> splits = splits(file, bytes);

    assertThat(splits).hasSizeGreaterThan(1);
    assertThat(inParts(file, splits).lines()).isEqualTo(whole(file).lines());
    for (int i = 1; i < splits.size(); i++) {
      assertThat(splits.get(i).start()).isEqualTo(splits.get(i - 1).end());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formatsWithPlacesToStartFrom")
  void aPartIsAsLongAsItShouldBe(String format, int bytes, byte[] file) throws IOException {
    List<Split> splits = splits(file, bytes);

    assertThat(splits.subList(0, splits.size() - 1))
        .allSatisfy(split -> assertThat(split.packedBytes()).isGreaterThanOrEqualTo(bytes));
  }

  @Test
  void linesAreNamedByTheirPlaceInTheWholeFile() throws IOException {
    byte[] file = bytes("{\"text\":\"A\"}\r\n\n{\"text\":\"Ö\"}\nno json\n{\"text\":\"C\"}");

    List<Split> splits = splits(file, 1);

    assertThat(splits).extracting(Split::start).containsExactly(0L, 14L, 15L, 29L, 37L);
    assertThat(splits).extracting(Split::before).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(inParts(file, splits).documents()).containsExactly("1=A", "3=Ö", "5=C");
    assertThat(inParts(file, splits).codes()).containsExactly("4 MEMBER_DAMAGED");
  }

  @Test
  void aLineIsNamedByItselfAlsoWhereItOnlyLooksLikeAnArticle() throws IOException {
    // The object of ninjs that is alone in its file is a document, and on a line among others none.
    byte[] file =
        bytes(
            """
            {"text":"A"}
            {"uri":"u","headline":"H","slugline":"s"}
            {"text":"C"}
            """);

    Opened parts = inParts(file, splits(file, 1));

    assertThat(parts.lines()).isEqualTo(whole(file).lines());
    assertThat(parts.codes()).containsExactly("2 MEMBER_DAMAGED");
    assertThat(parts.names()).containsExactly("1", "3");
  }

  @Test
  void foldersOfAZipThatLieOfTheirSizeCutNothing() throws IOException {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < 1_000; i++) {
      ZipBytes.Entry entry = new ZipBytes.Entry(i + "/", new byte[0]);
      entry.packed = new byte[0];
      zip.add(entry);
    }
    byte[] file = zip.bytes();
    int directory = zip.members().length;
    for (int at = directory; at + 24 < file.length; at++) {
      if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2) {
        Arrays.fill(file, at + 20, at + 24, (byte) 0xEE);
      }
    }

    assertThat(splits(file, 10_000)).hasSizeLessThan(5);
  }

  @Test
  void aWebArchiveThatIsAPageOfAnotherStaysAPage() throws IOException {
    // Packed bytes do not pack again: Deflate stores them, so that they stand there as they are.
    byte[] inner = pages(WarcBuilder.gzip()).build();
    WarcBuilder outer = WarcBuilder.gzip();
    outer.page(1);
    outer.bytesAsTheyAre(
        stored(record("http://harbour.example/crawl.warc.gz", "application/warc", inner)));
    outer.page(2);
    byte[] noise = new byte[200_000];
    new Random(7).nextBytes(noise);
    outer.bytesAsTheyAre(
        stored(record("http://harbour.example/noise", "application/octet-stream", noise)));
    outer.page(3);
    byte[] file = outer.build();

    List<Split> splits = splits(file, 100);

    assertThat(splits.stream().map(Split::start))
        .contains(outer.offset(2), outer.offset(4))
        .allMatch(start -> start <= outer.offset(1) || start >= outer.offset(2));
    assertThat(inParts(file, splits).lines()).isEqualTo(whole(file).lines());
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void damageCostsNoPartWhatLiesBehindIt(boolean compressed) throws IOException {
    WarcBuilder archive = pages(WarcBuilder.of(compressed));
    byte[] file = archive.build();
    // The record of a page: of a plain one its length, of a packed one the middle.
    int at = (int) archive.offset(34) + (compressed ? 60 : lengthAt());
    file[at] ^= 0x55;

    Opened parts = inParts(file, splits(file, 1));

    assertThat(parts.lines()).isEqualTo(whole(file).lines());
    assertThat(parts.documents()).hasSize(PAGES - 1);
    assertThat(parts.rejections()).hasSize(1);
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void junkBetweenRecordsIsToldOnceInPartsAsWell(boolean compressed) throws IOException {
    WarcBuilder archive = pages(WarcBuilder.of(compressed));
    archive.bytesAsTheyAre(bytes("written by a tool\r\n\r\nof no name\r\n"));
    byte[] file = pages(archive).build();

    List<Split> splits = splits(file, 2_000);
    Opened parts = inParts(file, splits);

    assertThat(splits).hasSizeGreaterThan(1);
    assertThat(parts.lines()).isEqualTo(whole(file).lines());
    assertThat(parts.documents()).hasSize(2 * PAGES);
    assertThat(parts.rejections()).hasSize(1);
  }

  private static int lengthAt() {
    return WarcBuilder.header("response", "http://harbour.example/17", "", "").length()
        + "application/http; msgtype=response".length()
        - "\r\n\r\n".length();
  }

  static Stream<Arguments> filesThatAreReadAsAWhole() {
    byte[] lines = jsonLines();
    return Stream.of(
        Arguments.of("one stream of gzip", Packing.gzip(lines)),
        Arguments.of("a WARC in one gzip member", Packing.gzip(pages(WarcBuilder.plain()).build())),
        Arguments.of("tar", Packing.tar(Packing.members("a.txt", "b.txt", "c.txt"))),
        Arguments.of("7z", Packing.sevenZ(Packing.members("a.txt", "b.txt", "c.txt"))),
        Arguments.of("CSV", bytes("title,text\nA,\"one\ntwo\"\nB,three\n")),
        Arguments.of("a text", bytes("Harbour reopens\n\nFerries left on time.\n")),
        Arguments.of("a zip that has a name twice", zip("page.txt")),
        Arguments.of("a WACZ", wacz()),
        Arguments.of("a zip without its directory", cut(zip("%02d.txt"), 100)),
        Arguments.of("a zip whose members overlap", overlapping()),
        Arguments.of("one line", bytes("{\"text\":\"A\"}\n")),
        Arguments.of("nothing", new byte[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesThatAreReadAsAWhole")
  void nothingIsCutThatCouldNotBeReadFromWithin(String what, byte[] file) throws IOException {
    assertThat(splits(file, 1)).isEmpty();
  }

  @Test
  void linesThatBearNamesOfTheirOwnAreReadAsAWhole() throws IOException {
    RecordFields named = RecordFields.DEFAULTS.preferring(RecordFields.ENTRY, List.of("key"));

    assertThat(splits(jsonLines(), new Opening(ContainerLimits.DEFAULTS, named), 1)).isEmpty();
  }

  @Test
  void aZipOfMoreMembersThanAFileMayHaveIsReadAsAWhole() throws IOException {
    ContainerLimits few = ContainerLimits.DEFAULTS.withMembers(PAGES - 1);

    assertThat(splits(zip("%02d.txt"), new Opening(few, RecordFields.DEFAULTS), 1)).isEmpty();
  }

  @Test
  void aFileOfMoreLinesThanItMayHaveRecordsIsReadAsAWhole() throws IOException {
    ContainerLimits few = ContainerLimits.DEFAULTS.withMembers(PAGES - 1);

    assertThat(splits(jsonLines(), new Opening(few, RecordFields.DEFAULTS), 1)).isEmpty();
  }

  @Test
  void aPartHoldsNoMoreMembersThanThereAreNumbersForThem() throws IOException {
    byte[] file = jsonLines();
    Split second = splits(file, 1_200).get(1);
    Opening opening = new Opening(ContainerLimits.DEFAULTS.withMembers(3), RecordFields.DEFAULTS);

    assertThat(MemoryContainers.entries(file, second, opening, 0))
        .hasSize(4)
        .last()
        .asString()
        .contains("TOO_MANY_MEMBERS");
  }

  @Test
  void theSearchCanBeEnded() {
    byte[] file = jsonLines();

    assertThatThrownBy(
            () ->
                Splits.of(
                    new SeekableInMemoryByteChannel(file),
                    new Opening(ContainerLimits.DEFAULTS, RecordFields.DEFAULTS),
                    1,
                    () -> {
                      throw new IllegalStateException("stopped");
                    }))
        .hasMessage("stopped");
  }

  private static List<Split> splits(byte[] file, long bytes) throws IOException {
    return splits(file, new Opening(ContainerLimits.DEFAULTS, RecordFields.DEFAULTS), bytes);
  }

  private static List<Split> splits(byte[] file, Opening opening, long bytes) throws IOException {
    return Splits.of(new SeekableInMemoryByteChannel(file), opening, bytes, () -> {});
  }

  private static Opened whole(byte[] file) {
    return Opened.of(file);
  }

  private static Opened inParts(byte[] file, List<Split> splits) {
    List<ContainerEntry> entries = new ArrayList<>();
    Opening opening = new Opening(ContainerLimits.DEFAULTS, RecordFields.DEFAULTS);
    splits.forEach(split -> entries.addAll(MemoryContainers.entries(file, split, opening, 0)));
    return new Opened(entries);
  }

  private static byte[] jsonLines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < PAGES; i++) {
      lines.append("{\"title\": \"Harbour ").append(i).append("\", \"text\": \"Rain fell.\"}\n");
    }
    return bytes(lines.toString());
  }

  private static WarcBuilder pages(WarcBuilder archive) {
    for (int i = 0; i < PAGES; i++) {
      archive.page(i);
      archive.record("request", "http://harbour.example/" + i, "application/http", "GET /");
    }
    return archive;
  }

  private static byte[] oddWarc(boolean compressed) {
    WarcBuilder archive = WarcBuilder.of(compressed);
    for (int i = 0; i < PAGES; i++) {
      String record = new String(WarcBuilder.plain().page(i).build(), StandardCharsets.UTF_8);
      byte[] odd = bytes("\uFEFF\r\n" + record.replace("WARC/1.0", "warc/1.0 "));
      archive.bytesAsTheyAre(compressed ? WarcBuilder.gzip(odd) : odd);
    }
    return archive.build();
  }

  private static byte[] oddArc(boolean compressed) {
    WarcBuilder archive = WarcBuilder.of(compressed);
    for (int i = 0; i < PAGES; i++) {
      String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + WarcBuilder.html(i);
      byte[] record =
          bytes(
              "HTTP://harbour.example/a b - 20010203040506 text/html "
                  + page.length()
                  + "\n"
                  + page
                  + "\n");
      archive.bytesAsTheyAre(compressed ? WarcBuilder.gzip(record) : record);
    }
    return archive.build();
  }

  private static byte[] zip(String names) {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < PAGES; i++) {
      zip.add(String.format(Locale.ROOT, names, i), bytes("Rain fell " + i));
    }
    return zip.bytes();
  }

  private static byte[] wacz() {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < PAGES; i++) {
      zip.add("pages/" + i + ".jsonl", bytes("{\"text\": \"Rain fell " + i + "\"}"));
    }
    zip.add("datapackage.json", bytes("{}"));
    zip.add("archive/data.warc", pages(WarcBuilder.plain()).build());
    return zip.bytes();
  }

  private static byte[] zipOfZips() {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < 20; i++) {
      zip.add(i + ".zip", zip("%02d.txt"));
    }
    return zip.bytes();
  }

  private static byte[] overlapping() {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < PAGES; i++) {
      zip.list(new ZipBytes.Entry(i + ".txt", bytes("Rain")), 0);
    }
    return zip.bytes();
  }

  private static byte[] cut(byte[] file, int off) {
    return Arrays.copyOf(file, file.length - off);
  }

  private static byte[] record(String url, String type, byte[] body) {
    byte[] block = WarcBuilder.http("200 OK\r\nContent-Type: " + type, body);
    return WarcBuilder.concat(
        bytes(
            WarcBuilder.header("response", url, "application/http", String.valueOf(block.length))),
        block,
        bytes("\r\n\r\n"));
  }

  /** A gzip member that is not compressed. */
  private static byte[] stored(byte[] content) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    Deflater none = new Deflater(Deflater.NO_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, none)) {
      out.write(content);
    } finally {
      none.end();
    }
    byte[] packed = WarcBuilder.gzip(content);
    byte[] head = Arrays.copyOf(packed, 10);
    byte[] tail = Arrays.copyOfRange(packed, packed.length - 8, packed.length);
    return WarcBuilder.concat(head, deflated.toByteArray(), tail);
  }
}
