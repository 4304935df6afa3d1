package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.concat;
import static io.dateline.source.container.WarcBuilder.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
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
    byte[] archive =
        concat(record(URL, page(1)), recordOf(URL, cut, stated), record(URL, page(2)));

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

  private static byte[] page(int number) {
    byte[] html = bytes(html(number));
    return WarcBuilder.http("200 OK\r\nContent-Type: text/html\r\nContent-Length: " + html.length, html);
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
