package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.concat;
import static io.dateline.source.container.WarcBuilder.gzip;
import static io.dateline.source.container.WarcBuilder.header;
import static io.dateline.source.container.WarcBuilder.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebArchiveDamageTests {

  private static final String URL = "http://harbour.example/1";

  @TempDir Path dir;

  static Stream<Arguments> lengths() {
    return Stream.of("-1", "", "12a", "99999999999999999999", "999999", "80", "3", "0", "-")
        .flatMap(length -> Stream.of(false, true).map(packed -> Arguments.of(length, packed)));
  }

  @ParameterizedTest(name = "length \"{0}\", compressed: {1}")
  @MethodSource("lengths")
  void goesOnBehindARecordWithAWrongLength(String length, boolean compressed) throws IOException {
    String header = header("resource", URL, "text/html", length);
    if (length.equals("-")) {
      header = header.replace("Content-Length: -\r\n", "");
    }
    WarcBuilder archive =
        WarcBuilder.of(compressed).page(1).raw(bytes(header), bytes(html(2))).page(3).page(4);

    Members members = read(archive.build());

    assertThat(members.texts()).containsExactly(html(1), html(3), html(4));
    assertThat(members.damage()).containsExactly(archive.offset(1));
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void goesOnBehindAHeaderThatIsNone(boolean compressed) throws IOException {
    WarcBuilder archive =
        WarcBuilder.of(compressed)
            .page(1)
            .raw(bytes("WARC/1.0\r\nno colon here\r\n\r\n"), bytes("text"))
            .raw(bytes("WARC/one\r\nContent-Length: 4\r\n\r\n"), bytes("text"))
            .page(2);

    Members members = read(archive.build());

    assertThat(members.texts()).containsExactly(html(1), html(2));
    assertThat(members.damaged).isNotEmpty();
    assertThat(members.damaged.get(0).byteOffset()).isEqualTo(archive.offset(1));
    assertThat(members.damaged.get(0).reason()).isEqualTo(RejectionReason.MEMBER_DAMAGED);
  }

  @Test
  void goesOnBehindAGzipMemberThatIsDamagedCutOrWrong() throws IOException {
    byte[] page = WarcBuilder.gzip().page(9).build();
    byte[] flipped = page.clone();
    flipped[page.length / 2] ^= 0x10;
    byte[] wrongSum = page.clone();
    wrongSum[page.length - 6] ^= 1;
    WarcBuilder archive =
        WarcBuilder.gzip()
            .page(1)
            .bytesAsTheyAre(flipped)
            .page(2)
            .bytesAsTheyAre(Arrays.copyOf(page, page.length / 2))
            .page(3)
            .bytesAsTheyAre(wrongSum)
            .page(4)
            .bytesAsTheyAre(bytes("this is no gzip member, and no record"))
            .page(5)
            .bytesAsTheyAre(Arrays.copyOf(page, page.length - 3));

    Members members = read(archive.build());

    assertThat(members.texts()).containsExactly(html(1), html(2), html(3), html(4), html(5));
    assertThat(members.damage())
        .containsExactly(
            archive.offset(1),
            archive.offset(3),
            archive.offset(5),
            archive.offset(7),
            archive.offset(9));
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void tellsOfJunkBehindTheLastRecordOnce(boolean compressed) throws IOException {
    WarcBuilder archive =
        WarcBuilder.of(compressed).page(1).bytesAsTheyAre(bytes("junk\n".repeat(1000)));

    Members members = read(archive.build());

    assertThat(members.damage()).containsExactly(archive.offset(1));
    assertThat(members.texts()).containsExactly(html(1));
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void aRecordThatBeginsOddlyIsARejectionOfItsOwn(boolean compressed) throws IOException {
    WarcBuilder archive =
        WarcBuilder.of(compressed)
            .page(1)
            .raw(bytes("WARP/1.0\r\nContent-Length: 4\r\n\r\n"), bytes("text"))
            .page(2);

    Members members = read(archive.build());

    assertThat(members.texts()).containsExactly(html(1), html(2));
    assertThat(members.damage()).containsExactly(archive.offset(1));
  }

  @Test
  void twoLineFeedsEndARecordOnlyWhereItsHeaderHasNoOtherLineEnds() throws IOException {
    String header = header("resource", URL, "text/plain", "13");
    byte[] text = bytes("Ferries left.\n\nRain fell.");
    byte[] feeds = concat(bytes(header.replace("\r", "")), text, bytes("\n\n"));
    byte[] breaks = concat(bytes(header), text, bytes("\r\n\r\n"));

    Members whole = read(concat(feeds, WarcBuilder.plain().page(1).build()));
    Members damaged = read(concat(breaks, WarcBuilder.plain().page(1).build()));

    assertThat(whole.texts()).containsExactly("Ferries left.", html(1));
    assertThat(whole.damage()).containsExactly(header.replace("\r", "").length() + 15L);
    assertThat(damaged.texts()).containsExactly(html(1));
    assertThat(damaged.damage()).containsExactly(0L);
  }

  @Test
  void takesZerosAndLineBreaksBehindTheLastRecordForPadding() throws IOException {
    byte[] packed = concat(WarcBuilder.gzip().page(1).build(), new byte[4096]);
    byte[] plain = concat(WarcBuilder.plain().page(1).build(), bytes("\r\n\r\n\n"));

    assertThat(read(packed).texts()).containsExactly(html(1));
    assertThat(read(packed).damage()).isEmpty();
    assertThat(read(plain).damage()).isEmpty();
    assertThat(read(plain).texts()).containsExactly(html(1));
  }

  @Test
  void findsItsWayBackInAFileHoweverFarAWrongLengthLed() throws IOException {
    WarcBuilder archive = WarcBuilder.plain().page(1);
    byte[] header = bytes(header("resource", URL, "text/html", "999999999"));
    archive.raw(header, bytes("<p>Text</p>"));
    for (int i = 0; i < 40; i++) {
      archive.record("resource", URL + i, "text/html", new byte[100_000]);
    }
    archive.page(2);
    Path file = Files.write(dir.resolve("a.warc"), archive.build());

    Members members =
        Members.of(
            WebArchives.open(
                new PackedInput(Splits.open(file)), Long.MAX_VALUE, UnpackedBytes.UNLIMITED));

    assertThat(members.documents).hasSize(42);
    assertThat(members.damage()).containsExactly(archive.offset(1));
    Opened opened = Opened.of(dir, archive.build());
    assertThat(opened.documents()).hasSize(42);
    assertThat(opened.rejections()).hasSize(1);
  }

  @Test
  void readsNoHeaderWithoutEnd() {
    byte[] start = bytes("WARC/1.0\r\nWARC-Type: resource\r\nX: ");
    byte[] http =
        bytes(header("response", URL, "application/http", "900000000") + "HTTP/1.1 200 OK\r\nX: ");

    assertThat(readEndless(start)).isGreaterThan(0);
    assertThat(readEndless(http)).isGreaterThan(0);
  }

  private static int readEndless(byte[] start) {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(start),
            new InputStream() {
              private long left = 200_000_000;

              @Override
              public int read() {
                return left-- > 0 ? 'x' : -1;
              }

              @Override
              public int read(byte[] target, int offset, int length) {
                int count = (int) Math.min(length, left);
                Arrays.fill(target, offset, offset + Math.max(0, count), (byte) 'x');
                left -= count;
                return count <= 0 ? -1 : count;
              }
            });
    try {
      return Members.of(
              WebArchives.open(new PackedInput(endless), Long.MAX_VALUE, UnpackedBytes.UNLIMITED))
          .damaged
          .size();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void handsOnWhatTheBytesThemselvesFailWith() {
    byte[] archive = WarcBuilder.gzip().page(1).page(2).build();
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(archive, 0, archive.length - 20),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the disk is gone");
              }

              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                return read();
              }
            });

    assertThatThrownBy(
            () -> {
              try (MemberReader reader =
                  WebArchives.open(
                      new PackedInput(failing), Long.MAX_VALUE, UnpackedBytes.UNLIMITED)) {
                Member member;
                do {
                  member = reader.next();
                } while (member != null);
              }
            })
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  @ParameterizedTest(name = "{0} bytes at a time")
  @ValueSource(ints = {1, 7, 1000})
  void readsTheSameHoweverTheBytesArrive(int step) throws IOException {
    byte[] packed = fixture(true).build();
    byte[] plain = fixture(false).bytesAsTheyAre(bytes("junk")).build();
    packed[packed.length / 2] ^= 0x20;

    for (byte[] archive : List.of(packed, plain, gzip(plain))) {
      InputStream slow =
          new ByteArrayInputStream(archive) {
            @Override
            public int read(byte[] target, int offset, int length) {
              return super.read(target, offset, Math.min(step, length));
            }
          };
      Members members =
          Members.of(
              WebArchives.open(new PackedInput(slow), Long.MAX_VALUE, UnpackedBytes.UNLIMITED));

      Members atOnce = read(archive);
      assertThat(members.documents).hasToString(atOnce.documents.toString());
      assertThat(members.damage()).isEqualTo(atOnce.damage()).isNotEmpty();
      assertThat(members.passedOver).isEqualTo(atOnce.passedOver);
    }
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void readsAnArchiveThatIsCutAtAnyByteUpToThere(boolean compressed) throws IOException {
    WarcBuilder archive = fixture(compressed);
    byte[] whole = archive.build();
    int all = read(whole).documents.size();
    int before = read(Arrays.copyOf(whole, (int) archive.offset(3))).documents.size();

    for (int length = 0; length < whole.length; length++) {
      Members members = read(Arrays.copyOf(whole, length));

      assertThat(members.documents.size()).as("cut at %d", length).isLessThanOrEqualTo(all);
      assertThat(members.damage().size()).as("cut at %d", length).isLessThanOrEqualTo(1);
      if (length >= archive.offset(3)) {
        assertThat(members.documents.size()).isGreaterThanOrEqualTo(before);
      }
    }
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void readsTheOtherRecordsWhereBytesAreFlipped(boolean compressed) throws IOException {
    byte[] whole = fixture(compressed).build();
    List<String> texts = read(whole).texts();
    Random random = new Random(20190304);

    for (int i = 0; i < 1500; i++) {
      byte[] flipped = whole.clone();
      // The first bytes say that it is a web archive at all.
      flipped[10 + random.nextInt(whole.length - 10)] ^= (byte) (1 << random.nextInt(8));

      Members members = read(flipped);

      long kept = members.texts().stream().filter(texts::contains).count();
      assertThat(kept).as("flip %d", i).isGreaterThanOrEqualTo(texts.size() - 2);
    }
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void endsOnAnyBytes(boolean compressed) throws IOException {
    byte[] whole = fixture(compressed).build();
    Random random = new Random(7);

    for (int i = 0; i < 500; i++) {
      byte[] mixed = whole.clone();
      for (int n = 0; n < 40; n++) {
        int from = random.nextInt(whole.length);
        int to = random.nextInt(whole.length);
        int length = Math.min(random.nextInt(64), whole.length - Math.max(from, to));
        System.arraycopy(whole, from, mixed, to, length);
      }

      assertThat(read(mixed).count).isPositive();
    }
  }

  @Test
  void spendsBoundedTimeOnFalseStarts() throws IOException {
    byte[] start = WarcBuilder.gzip().page(1).build();
    byte[] false1 = Arrays.copyOf(start, start.length - 12);
    byte[] many = new byte[4_000_000];
    for (int at = 0; at + false1.length <= many.length; at += false1.length) {
      System.arraycopy(false1, 0, many, at, false1.length);
    }

    assertThat(read(many).damage().size()).isGreaterThan(1000);
  }

  @Test
  @Timeout(10)
  void givesAnArchiveUpThatIsFullOfWhatOnlyLooksLikeMembers() {
    byte[] many = new byte[4 << 20];
    byte[] start = {0x1F, (byte) 0x8B, 8, 8};
    for (int at = 0; at < many.length; at++) {
      many[at] = start[at % start.length];
    }
    byte[] archive = WarcBuilder.gzip().page(1).bytesAsTheyAre(many).page(2).build();

    assertThatThrownBy(() -> read(archive))
        .isInstanceOfSatisfying(
            BrokenContainerException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(RejectionReason.CONTAINER_DAMAGED);
              assertThat(e.offset()).isBetween(30_000L, 100_000L);
            });
  }

  @Test
  void findsAMemberBehindSomeThatOnlyLookLikeOne() throws IOException {
    byte[] few = bytes("\u001F?\b\b".repeat(5000));
    for (int at = 1; at < few.length; at += 4) {
      few[at] = (byte) 0x8B;
    }
    byte[] archive = WarcBuilder.gzip().page(1).bytesAsTheyAre(few).page(2).build();

    assertThat(read(archive).texts()).containsExactly(html(1), html(2));
  }

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void aRecordThatIsTooLongAndDamagedIsOneRejection(boolean compressed) throws IOException {
    String header = header("resource", URL, "text/plain", "900");
    byte[] noGzip = {0x1F, (byte) 0x8B, 'n', 'o', 'n', 'e'};
    byte[] coded = WarcBuilder.http("200 OK\r\nContent-Encoding: gzip", noGzip);
    byte[] archive =
        WarcBuilder.of(compressed)
            .raw(bytes(header), bytes("Rain fell. ".repeat(50)))
            .page(1)
            .raw(bytes(header("response", URL, "application/http", "900")), coded)
            .page(2)
            .build();

    Opened opened = Opened.of(dir, archive, ContainerLimits.DEFAULTS.withDocumentBytes(200));

    assertThat(opened.documents())
        .extracting(d -> d.substring(d.indexOf('=') + 1))
        .containsExactly(html(1), html(2));
    assertThat(opened.rejections())
        .extracting(ContainerEntry.Rejected::reason)
        .containsExactly(RejectionReason.TOO_LARGE, RejectionReason.MEMBER_DAMAGED);
  }

  private static WarcBuilder fixture(boolean compressed) {
    return WarcBuilder.of(compressed)
        .record("warcinfo", URL, "application/warc-fields", "software: a crawler\r\n")
        .page(1)
        .record("request", URL, "application/http", "GET / HTTP/1.1\r\n\r\n")
        .page(2)
        .response(
            URL,
            "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
            gzip(bytes(html(3))))
        .record("conversion", URL, "text/plain", "Ferries left the harbour.")
        .page(4);
  }

  private static Members read(byte[] archive) throws IOException {
    return WebArchiveReaderTests.read(archive);
  }
}
