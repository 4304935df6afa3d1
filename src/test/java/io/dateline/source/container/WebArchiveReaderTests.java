package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.concat;
import static io.dateline.source.container.WarcBuilder.gzip;
import static io.dateline.source.container.WarcBuilder.header;
import static io.dateline.source.container.WarcBuilder.html;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebArchiveReaderTests {

  private static final String URL = "http://harbour.example/1";

  private static final String PARAGRAPH = "<p>Ferries left the harbour on time.</p>";

  @TempDir Path dir;

  @ParameterizedTest(name = "compressed: {0}")
  @ValueSource(booleans = {false, true})
  void givesThePayloadOfEachResponseWithWhatTheRecordSaysOfIt(boolean compressed)
      throws IOException {
    WarcBuilder archive =
        WarcBuilder.of(compressed)
            .record("warcinfo", URL, "application/warc-fields", "software: a crawler\r\n")
            .page(1)
            .page(2);

    Members members = read(archive.build());

    assertThat(members.texts()).containsExactly(html(1), html(2));
    assertThat(members.names()).containsExactly("" + archive.offset(1), "" + archive.offset(2));
    Members.Read first = members.documents.get(0);
    assertThat(first.offset()).isEqualTo(archive.offset(1));
    assertThat(first.capture().recordId())
        .isEqualTo("urn:uuid:00000000-0000-4000-8000-000000000001");
    assertThat(first.capture().url()).isEqualTo("http://harbour.example/1");
    assertThat(first.capture().date()).isEqualTo("2019-03-04T05:06:07Z");
    assertThat(first.capture().mediaType()).isEqualTo("text/html");
    assertThat(first.capture().charset()).isEqualTo("UTF-8");
    assertThat(members.passedOver).containsExactly("web archive records of type warcinfo");
    assertThat(members.damage()).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "request, application/http, web archive records of type request",
        "metadata, application/warc-fields, web archive records of type metadata",
        "revisit, application/http, web archive records of type revisit",
        "warcinfo, application/warc-fields, web archive records of type warcinfo",
        "continuation, text/html, web archive records of type continuation",
        "x-own, text/html, web archive records of unknown type",
        "resource, image/png, image payloads",
        "resource, application/pdf, application payloads",
        "resource, text/css, text payloads that are no pages",
        "resource, model/obj, other payloads",
        "response, text/dns, web archive responses other than HTTP",
        "resource, text/html, -",
        "resource, text/plain; charset=iso-8859-1, -",
        "conversion, text/plain, -",
        "resource, application/octet-stream, -",
        "RESPONSE, text/html, -",
      })
  void passesOverWhatIsNoDocumentByItsKind(String type, String contentType, String kind)
      throws IOException {
    byte[] archive =
        WarcBuilder.gzip().record(type, URL, contentType, "Ferries left.").page(2).build();

    Members members = read(archive);

    if (kind == null) {
      assertThat(members.texts()).containsExactly("Ferries left.", html(2));
      assertThat(members.passedOver).isEmpty();
    } else {
      assertThat(members.texts()).containsExactly(html(2));
      assertThat(members.passedOver).containsExactly(kind);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"metadata://harbour.example/wget/wget.log", "Metadata:arguments", "metadata:"})
  void passesOverWhatACrawlerWritesOfItself(String url) throws IOException {
    byte[] archive =
        WarcBuilder.gzip()
            .record("resource", url, "text/plain", "Saving to: 'index.html'")
            .record("resource", "http://harbour.example/metadata:", "text/plain", "Rain fell.")
            .build();

    Members members = read(archive);

    assertThat(members.texts()).containsExactly("Rain fell.");
    assertThat(members.passedOver).containsExactly("web archive resources on the crawl itself");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        "200, text/html, -",
        "206, text/html, -",
        "301, text/html, HTTP responses 3xx",
        "404, text/html, HTTP responses 4xx",
        "503, text/html, HTTP responses 5xx",
        "999, text/html, HTTP responses without a status",
        "200, image/gif, image payloads",
        "200, application/json, application payloads",
      })
  void takesPagesOfResponsesThatSucceededAlone(int status, String contentType, String kind)
      throws IOException {
    byte[] archive =
        WarcBuilder.plain()
            .response(URL, status + " x\r\nContent-Type: " + contentType, bytes("<p>Text</p>"))
            .build();

    Members members = read(archive);

    assertThat(members.passedOver).isEqualTo(kind == null ? List.of() : List.of(kind));
    assertThat(members.texts()).isEqualTo(kind == null ? List.of("<p>Text</p>") : List.of());
  }

  @Test
  void undoesTransferAndContentCodings() throws IOException {
    byte[] page = bytes(PARAGRAPH);
    WarcBuilder archive =
        WarcBuilder.gzip()
            .response(URL, ok("Content-Encoding: gzip"), gzip(page))
            .response(URL, ok("Content-Encoding: deflate"), deflate(page, false))
            .response(URL, ok("Content-Encoding: deflate"), deflate(page, true))
            .response(URL, ok("Content-Encoding: br"), brotli(page))
            .response(URL, ok("Transfer-Encoding: chunked"), chunked(page))
            .response(
                URL,
                ok("Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
                chunked(gzip(page)))
            .response(
                URL,
                ok("Transfer-Encoding: chunked\r\nContent-Encoding: br"),
                chunked(brotli(page)))
            .response(URL, ok("Content-Encoding: zstd"), Packing.zstandard(page))
            .response(
                URL,
                ok("Transfer-Encoding: chunked\r\nContent-Encoding: zstd"),
                chunked(Packing.zstandard(page)))
            .response(URL, ok("Content-Encoding: deflate, gzip"), gzip(deflate(page, false)))
            .response(URL, ok("Content-Encoding: identity"), page);

    Members members = read(archive.build());

    assertThat(members.damage()).isEmpty();
    assertThat(members.texts()).hasSize(11).containsOnly(PARAGRAPH);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Content-Encoding: gzip",
        "Content-Encoding: deflate",
        "Content-Encoding: br",
        "Content-Encoding: zstd",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
        "Content-Encoding: x-unheard-of",
        "Content-Length: 7",
      })
  void leavesABodyAloneWhoseCodingTheCrawlerHasUndone(String declared) throws IOException {
    byte[] archive = WarcBuilder.plain().response(URL, ok(declared), bytes(PARAGRAPH)).build();

    assertThat(read(archive).texts()).containsExactly(PARAGRAPH);
  }

  @ParameterizedTest(name = "says so: {0}")
  @ValueSource(booleans = {true, false})
  void readsAPayloadThatWasCutAsFarAsItGoesIfTheRecordSaysSo(boolean stated) throws IOException {
    byte[] packed = gzip(bytes(PARAGRAPH.repeat(50)));
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    byte[] open = Arrays.copyOf(chunked(bytes(PARAGRAPH)), 20);
    WarcBuilder archive = WarcBuilder.gzip();
    cut(archive, stated, WarcBuilder.http(ok("Content-Encoding: gzip"), half));
    cut(archive, stated, WarcBuilder.http(ok("Transfer-Encoding: chunked"), open));

    Members members = read(archive.page(3).build());

    if (stated) {
      assertThat(members.damage()).isEmpty();
      assertThat(members.documents).hasSize(3);
      assertThat(PARAGRAPH.repeat(50)).startsWith(members.texts().get(0));
      assertThat(PARAGRAPH).startsWith(members.texts().get(1));
      assertThat(members.texts().get(1)).startsWith("<p>Fe");
    } else {
      assertThat(members.damage()).containsExactly(archive.offset(0), archive.offset(1));
      assertThat(members.texts()).containsExactly(html(3));
    }
  }

  @Test
  void readsAPartOfAPageAsFarAsItGoes() throws IOException {
    byte[] packed = gzip(bytes(PARAGRAPH.repeat(50)));
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    byte[] segment = WarcBuilder.http(ok("Content-Encoding: gzip"), half);
    String header = header("response", URL, "application/http", String.valueOf(segment.length));
    WarcBuilder archive =
        WarcBuilder.plain()
            .raw(bytes(header.replace("WARC-Date", "WARC-Segment-Number: 1\r\nWARC-Date")), segment)
            .record("continuation", URL, "application/http", "the rest")
            .response(
                URL,
                "206 Partial Content\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
                half);

    Members members = read(archive.build());

    assertThat(members.damage()).isEmpty();
    assertThat(members.texts()).hasSize(2);
    assertThat(members.texts())
        .allSatisfy(text -> assertThat(PARAGRAPH.repeat(50)).startsWith(text).isNotEmpty());
    assertThat(members.passedOver).containsExactly("web archive records of type continuation");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"resource", "conversion"})
  void aRecordOfAnotherTypeThatIsAResponseOfHttpIsReadAsOne(String type) throws IOException {
    byte[] page = bytes(html(1));
    String media = "application/http; msgtype=response";
    byte[] archive =
        WarcBuilder.plain()
            .record(type, URL, media, WarcBuilder.http(ok("Content-Encoding: gzip"), gzip(page)))
            .record(type, URL, media, WarcBuilder.http("404 Not Found", page))
            .record(type, URL, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n")
            .record(type, URL, "text/plain", "HTTP/1.1 is a protocol.")
            .build();

    Members members = read(archive);

    assertThat(members.texts()).containsExactly(html(1), "HTTP/1.1 is a protocol.");
    assertThat(members.documents.get(0).capture().mediaType()).isEqualTo("text/html");
    assertThat(members.passedOver).containsExactly("HTTP responses 4xx", "application payloads");
  }

  private static void cut(WarcBuilder archive, boolean stated, byte[] block) {
    String header =
        WarcBuilder.header("response", URL, "application/http", String.valueOf(block.length));
    archive.raw(
        bytes(
            stated ? header.replace("WARC-Date:", "WARC-Truncated: length\r\nWARC-Date:") : header),
        block);
  }

  @Test
  void rejectsAPayloadWhoseCodingIsBroken() throws IOException {
    byte[] packed = gzip(bytes(PARAGRAPH));
    packed[14] ^= 0x55;
    WarcBuilder archive =
        WarcBuilder.gzip().response(URL, ok("Content-Encoding: gzip"), packed).page(2);

    Members members = read(archive.build());

    assertThat(members.broken).hasSize(1);
    assertThat(members.texts()).containsExactly(html(2));
  }

  @Test
  void readsHttpHeadersThatNoServerShouldSend() throws IOException {
    byte[] block =
        bytes("HTTP/1.0 200\nContent-type : text/html; charset=\"koi8-r\"\nX: \u0001\n\n<p>A</p>");

    Members members = read(WarcBuilder.plain().record("response", URL, "x", block).build());

    assertThat(members.texts()).containsExactly("<p>A</p>");
    assertThat(members.documents.get(0).capture().charset()).isEqualTo("koi8-r");
  }

  @Test
  void readsRecordsWhoseLinesEndInABareLineFeed() throws IOException {
    String record = header("resource", "<" + URL + ">", "text/plain", "4") + "Text\n\n";

    Members members = read(bytes(record.replace("\r", "").replace("WARC/1.0", "WARC/1.1")));

    assertThat(members.texts()).containsExactly("Text");
    assertThat(members.documents.get(0).capture().url()).isEqualTo(URL);
  }

  @Test
  void rejectsAPayloadOfZstandardThatIsCutOrAsksForALargeWindow() throws IOException {
    byte[] packed = Packing.zstandard(bytes(PARAGRAPH));
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(large)) {
      out.setLong(Zstandard.COMMON_WINDOW_LOG + 1);
      out.write(bytes(PARAGRAPH));
    }
    WarcBuilder archive =
        WarcBuilder.plain()
            .response(URL, ok("Content-Encoding: zstd"), Arrays.copyOf(packed, packed.length - 9))
            .response(URL, ok("Content-Encoding: zstd"), large.toByteArray())
            .page(2);

    Members members = read(archive.build());

    assertThat(members.texts()).containsExactly(html(2));
    assertThat(members.damage()).containsExactly(archive.offset(0), archive.offset(1));
  }

  @Test
  void namesRecordsThatShareAGzipMemberByTheirPlaceInIt() throws IOException {
    byte[] plain = WarcBuilder.plain().page(1).page(2).build();
    int second = WarcBuilder.plain().page(1).build().length;

    Members members = read(concat(gzip(plain), gzip(plain)));

    int member = gzip(plain).length;
    assertThat(members.texts()).containsExactly(html(1), html(2), html(1), html(2));
    assertThat(members.names())
        .containsExactly("0", "0+" + second, "" + member, member + "+" + second);
  }

  @Test
  void readsARecordThatGoesOnInTheNextGzipMember() throws IOException {
    byte[] plain = WarcBuilder.plain().page(1).page(2).build();
    int cut = plain.length / 3;

    Members members =
        read(
            concat(
                gzip(Arrays.copyOf(plain, cut)),
                gzip(Arrays.copyOfRange(plain, cut, plain.length))));

    assertThat(members.damage()).isEmpty();
    assertThat(members.texts()).containsExactly(html(1), html(2));
  }

  @Test
  void readsArcRecordsOfBothVersions() throws IOException {
    byte[] page = WarcBuilder.http("200 OK\r\nContent-Type: text/html", bytes(html(1)));
    byte[] missing = WarcBuilder.http("404 Not Found\r\nContent-Type: text/html", bytes("no"));
    String info = "1 0 Harbour Archive\nURL IP-address Archive-date Content-type Archive-length\n";
    byte[] plain =
        concat(
            bytes("filedesc://a.arc 0.0.0.0 20010203040506 text/plain " + info.length() + "\n"),
            bytes(info + "\n"),
            bytes(URL + " 192.0.2.1 20010203040506 text/html " + page.length + "\n"),
            page,
            bytes("\ndns:harbour.example 192.0.2.1 20010203040506 text/dns 5\nA rec\n"),
            bytes(URL + " 192.0.2.1 20010203040507 text/html; charset=x " + missing.length + "\n"),
            missing,
            bytes("\n" + URL + " 192.0.2.1 20010203040508 text/html 200 - - 0 a.arc "),
            bytes(page.length + "\n"),
            page,
            bytes("\n"));

    Members members = read(plain);

    assertThat(members.damage()).isEmpty();
    assertThat(members.texts()).containsExactly(html(1), html(1));
    assertThat(members.documents.get(0).capture().date()).isEqualTo("2001-02-03T04:05:06Z");
    assertThat(members.documents.get(0).capture().url()).isEqualTo(URL);
    assertThat(members.passedOver)
        .containsExactly(
            "web archive records of type warcinfo",
            "web archive records of type dns",
            "HTTP responses 4xx");
    assertThat(read(gzip(plain)).texts()).containsExactly(html(1), html(1));
  }

  @Test
  void recognisesWebArchivesByTheirFirstBytes() throws IOException {
    byte[] plain = WarcBuilder.plain().page(1).build();

    assertThat(WebArchives.matches(plain)).isTrue();
    assertThat(WebArchives.matches(gzip(plain))).isTrue();
    assertThat(WebArchives.matches(bytes("http://a.example/ 192.0.2.1 20010203040506 x 5\n")))
        .isTrue();
    assertThat(WebArchives.matches(bytes("http://a.example/ is an address\n"))).isFalse();
    assertThat(WebArchives.matches(bytes("WARC/1.0 is a format"))).isFalse();
    assertThat(WebArchives.matches(gzip(bytes("Ferries left on time.")))).isFalse();
    assertThat(WebArchives.matches(gzip(bytes("note: Ferries left on time.")))).isFalse();
    assertThat(WebArchives.matches(new byte[0])).isFalse();
  }

  @Test
  void tellsHowMuchItUnpacksAlsoOfWhatItSkips() throws IOException {
    byte[] record =
        WarcBuilder.plain().record("resource", URL, "image/png", new byte[5_000_000]).build();
    long[] unpacked = new long[1];

    Members.of(
        WebArchives.open(PackedInput.of(gzip(record)), Long.MAX_VALUE, n -> unpacked[0] += n));

    assertThat(unpacked[0]).isEqualTo(record.length);
  }

  private static String ok(String header) {
    return "200 OK\r\nContent-Type: text/html\r\n" + header;
  }

  static Members read(byte[] archive) throws IOException {
    return Members.of(
        WebArchives.open(PackedInput.of(archive), Long.MAX_VALUE, UnpackedBytes.UNLIMITED));
  }

  private static byte[] chunked(byte[] body) {
    int cut = body.length / 2;
    return concat(
        bytes(Integer.toHexString(cut) + ";name=value\r\n"),
        Arrays.copyOf(body, cut),
        bytes("\r\n" + Integer.toHexString(body.length - cut) + "\r\n"),
        Arrays.copyOfRange(body, cut, body.length),
        bytes("\r\n0\r\n\r\n"));
  }

  private static byte[] deflate(byte[] content, boolean bare) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  /** One meta-block without compression and an empty last one, by RFC 7932, section 9.2. */
  private static byte[] brotli(byte[] content) {
    // WBITS 16: 0; ISLAST 0; MNIBBLES 4: 00; MLEN - 1: 16 bits; ISUNCOMPRESSED 1; 3 bits of padding
    int bits = (content.length - 1) << 4 | 1 << 20;
    byte[] head = {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16)};
    return concat(head, content, new byte[] {3});
  }
}
