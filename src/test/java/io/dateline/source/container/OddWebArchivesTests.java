package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.concat;
import static io.dateline.source.container.WarcBuilder.gzip;
import static io.dateline.source.container.WarcBuilder.html;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OddWebArchivesTests {

  @ParameterizedTest(name = "in front of it: {0}")
  @ValueSource(strings = {"\r\n\r\n", "\n", "\uFEFF", "\uFEFF\r\n", "\n\n\n\n\n\n\n\n"})
  void anArchiveIsToldBehindLineBreaksAndAByteOrderMark(String lead) throws IOException {
    byte[] first = concat(bytes(lead), WarcBuilder.plain().page(1).build());
    byte[] second = WarcBuilder.plain().page(2).build();
    long start = bytes(lead).length;

    Opened plain = Opened.of(concat(first, second));
    Opened packed = Opened.of(concat(gzip(first), gzip(second)));

    assertThat(plain.rejections()).isEmpty();
    assertThat(plain.documents())
        .containsExactly(start + "=" + html(1), first.length + "=" + html(2));
    assertThat(packed.rejections()).isEmpty();
    assertThat(packed.documents())
        .containsExactly("0+" + start + "=" + html(1), gzip(first).length + "=" + html(2));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"warc/1.0", "WARC/1.0 ", "Warc/1.1\t ", "WARC/0.18", "WARC/1.0\r"})
  void aVersionIsReadInLettersOfAnyCaseAndWithBlanksBehindIt(String version) throws IOException {
    byte[] page = WarcBuilder.plain().page(1).build();
    byte[] odd = concat(bytes(version), Arrays.copyOfRange(page, "WARC/1.0".length(), page.length));
    byte[] usual = WarcBuilder.plain().page(2).build();

    for (List<byte[]> records : List.of(List.of(odd, usual), List.of(usual, odd))) {
      byte[] first = records.get(0);
      byte[] second = records.get(1);
      List<String> texts = first == odd ? List.of(html(1), html(2)) : List.of(html(2), html(1));

      assertThat(texts(concat(first, second))).isEqualTo(texts);
      assertThat(texts(concat(gzip(first), gzip(second)))).isEqualTo(texts);
      assertThat(texts(gzip(concat(first, second)))).isEqualTo(texts);
    }
  }

  private static List<String> texts(byte[] archive) {
    Opened opened = Opened.of(archive);
    assertThat(opened.rejections()).isEmpty();
    return opened.documents().stream().map(d -> d.substring(d.indexOf('=') + 1)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "WARC/1.0",
        "WARC/1.0;draft\r\n\r\n",
        "WARC/one\r\nWARC-Type: response\r\nContent-Length: 4\r\n\r\ntext",
        "warc/ 1.0 \nwarc-type: response\n\n",
        "\r\nWARC/1,0\r\n",
      })
  void whatBeginsLikeWarcAndIsNoRecordIsNoText(String start) throws IOException {
    byte[] archive = concat(bytes(start + "\r\n\r\n"), WarcBuilder.plain().page(1).build());
    byte[] packed = concat(gzip(bytes(start)), gzip(WarcBuilder.plain().page(1).build()));

    for (byte[] file : List.of(bytes(start), gzip(bytes(start)))) {
      Opened opened = Opened.of(file);
      assertThat(opened.documents()).isEmpty();
      assertThat(opened.rejections())
          .singleElement()
          .extracting(ContainerEntry.Rejected::reason)
          .isEqualTo(RejectionReason.MEMBER_DAMAGED);
    }
    for (byte[] file : List.of(archive, packed)) {
      assertThat(Opened.of(file).rejections()).hasSize(1);
      assertThat(Opened.of(file).documents()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "WARC/1.0 is a format",
        "WARC/ARC: two formats\nof archives",
        "WARC",
        "\uFEFFWARC/ is short\nfor nothing",
        "warc/1 and more",
      })
  void aTextOnWebArchivesIsAText(String text) {
    assertThat(Opened.of(bytes(text)).documents()).containsExactly("=" + text);
  }
}
