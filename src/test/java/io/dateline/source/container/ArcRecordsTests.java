package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.concat;
import static io.dateline.source.container.WarcBuilder.gzip;
import static io.dateline.source.container.WarcBuilder.html;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ArcRecordsTests {

  private static final String URL = "http://harbour.example/1";

  @ParameterizedTest(name = "behind it: {0}")
  @ValueSource(
      strings = {"--- written by a tool ---\n", "no address 5\nmore\n", "\r\n\0\0\0", "x", "\n\nx"})
  void aRecordBeforeJunkIsRead(String junk) throws IOException {
    byte[] first = record(URL, page(1));
    byte[] archive = concat(first, bytes(junk), bytes("\n"), record(URL, page(2)));

    Members members = read(archive);

    assertThat(members.texts()).containsExactly(html(1), html(2));
    assertThat(members.damage()).containsExactly((long) first.length + breaks(junk));
  }

  private static int breaks(String text) {
    return text.length() - text.stripLeading().length();
  }

  @Test
  void aLengthThatEndsWhereALineOfThePageDoesIsDamageIfHttpSpeaksOfAnother() throws IOException {
    String text = "Ferries left on time.\nRain fell.\nThe harbour was full.\n";
    String head = "200 OK\r\nContent-Type: text/html\r\nContent-Length: ";
    byte[] stated = WarcBuilder.http(head + text.length(), bytes(text));
    int cut = stated.length - text.length() + text.indexOf('\n');
    byte[] archive = concat(record(URL, page(1)), recordOf(URL, cut, stated), record(URL, page(2)));

    Members members = read(archive);

    assertThat(members.texts()).containsExactly(html(1), html(2));
    assertThat(members.damage()).containsExactly((long) record(URL, page(1)).length);
    assertThat(members.broken.get(0).failure())
        .isEqualTo(
            "The record goes on behind its Content-Length, which ends at byte "
                + (record(URL, page(1)).length + line(URL, cut).length() + cut)
                + ".");
  }

  @Test
  void aLengthThatHttpContradictsIsRightWhereAnotherRecordFollows() throws IOException {
    // A crawler that unpacks a page leaves the header that says how long it was on the way.
    String head = "200 OK\r\nContent-Type: text/html\r\nContent-Length: 7";
    byte[] unpacked = WarcBuilder.http(head, bytes(html(1)));

    Members members = read(concat(record(URL, unpacked), record(URL, page(2))));

    assertThat(members.texts()).isEqualTo(List.of(html(1), html(2)));
    assertThat(members.damage()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "http://harbour.example/a b c 192.0.2.1 20010203040506 text/html | http://harbour.example/a%20b%20c",
        "http://harbour.example/a - 20140101 192.0.2.1 20010203040506 text/html | http://harbour.example/a%20-%2020140101",
        "HTTP://Harbour.example/ 192.0.2.1 20010203040506 text/html | http://Harbour.example/",
        "http://harbour.example/a - 20010203040506 text/html | http://harbour.example/a",
        "http://harbour.example/a 0 20010203040506 text/html | http://harbour.example/a",
        "http://harbour.example/größe 192.0.2.1 20010203040506 text/html | http://harbour.example/größe",
        "http://harbour.example/a 2001:db8::1 20010203040506 text/html | http://harbour.example/a",
        "http://harbour.example/a 192.0.2.1 20010203040506 text/html 200 - - 12345678 a.arc | http://harbour.example/a",
        "http://harbour.example/a 192.0.2.1 20010203040506 text/html Last-modified: Sat,10 Aug | http://harbour.example/a",
      })
  void aLineIsReadHoweverOddItsAddressIs(String line, String url) throws IOException {
    byte[] odd = concat(bytes(line + " " + page(2).length + "\n"), page(2), bytes("\n"));

    Members first = read(concat(odd, record(URL, page(3))));
    Members second = read(concat(record(URL, page(1)), odd, record(URL, page(3))));

    assertThat(WebArchives.matches(odd)).isTrue();
    assertThat(WebArchives.matches(gzip(odd))).isTrue();
    assertThat(first.damage()).isEmpty();
    assertThat(first.texts()).containsExactly(html(2), html(3));
    assertThat(first.documents.get(0).capture().url()).isEqualTo(url);
    assertThat(first.documents.get(0).capture().date()).isEqualTo("2001-02-03T04:05:06Z");
    assertThat(second.texts()).containsExactly(html(1), html(2), html(3));
    assertThat(second.damage()).isEmpty();
  }

  @Test
  void anAddressThatIsNoUtf8IsReadByteByByte() throws IOException {
    byte[] line = line("http://harbour.example/gr\u00f6\u00dfe", 1).getBytes(ISO_8859_1);

    Members members = read(concat(line, bytes("x\n")));

    assertThat(members.documents.get(0).capture().url()).isEqualTo("http://harbour.example/größe");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "filedesc:// - - - 76, 0",
    "filedesc://a.arc 0 19960923142103 text/plain 76, 0",
    "filedesc://a.arc 0.0.0.0 - text/plain 76, 0",
    "filedesc://a b.arc 0.0.0.0 20010203040506 text/plain 76, 0",
    "filedesc://harbour somewhere some day of some kind, 1",
  })
  void aFileIsArcWhateverItSaysOfItself(String line, int rejections) throws IOException {
    String version = "1 0 Harbour Archive\nURL IP-address Archive-date Content-type Length\n";
    byte[] description = bytes(line.replace("76", "" + version.length()) + "\n" + version + "\n");
    byte[] plain = concat(description, record(URL, page(1)), record(URL, page(2)));
    byte[] packed =
        concat(gzip(description), gzip(record(URL, page(1))), gzip(record(URL, page(2))));

    for (byte[] archive : List.of(plain, packed)) {
      Opened opened = Opened.of(archive);

      assertThat(opened.documents())
          .extracting(document -> document.substring(document.indexOf('=') + 1))
          .containsExactly(html(1), html(2));
      assertThat(opened.rejections()).hasSize(rejections);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "filedesc: a word\nof prose",
        "Harbour: it was 192.0.2.1 in 20010203 and text 5\n",
        "http://harbour.example/ - 2001 text/html 5\n",
        "http://harbour.example/ 0 20010203040506 text/html\n",
        "Harbour: 0 20010203040506\n",
      })
  void aTextThatBeginsLikeALineOfArcIsNoArchive(String text) throws IOException {
    assertThat(WebArchives.matches(bytes(text))).isFalse();
    assertThat(WebArchives.matches(gzip(bytes(text)))).isFalse();
  }

  private static byte[] page(int number) {
    byte[] html = bytes(html(number));
    return WarcBuilder.http(
        "200 OK\r\nContent-Type: text/html\r\nContent-Length: " + html.length, html);
  }

  private static byte[] record(String url, byte[] block) {
    return recordOf(url, block.length, block);
  }

  private static byte[] recordOf(String url, int length, byte[] block) {
    return concat(bytes(line(url, length)), block, bytes("\n"));
  }

  private static String line(String url, int length) {
    return url + " 192.0.2.1 20010203040506 text/html " + length + "\n";
  }

  private static Members read(byte[] archive) throws IOException {
    return WebArchiveReaderTests.read(archive);
  }
}
