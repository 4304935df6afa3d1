package io.dateline.source.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsMessageReaderTests {

  private static final String OPEN =
      "<?xml version='1.0' encoding='windows-1250'?>\n<!-- <newsItem/> -->"
          + "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>";
  private static final String CLOSE = "</itemSet></newsMessage>\n";

  @TempDir Path folder;

  @Test
  void givesEachItemUnderItsPlace() throws Exception {
    Opened opened =
        open(
            OPEN
                + "<newsItem guid='a'><p>One</p></newsItem>\n<n:packageItem guid='b'/>"
                + "<newsItem guid='c>'>Three</newsItem >"
                + CLOSE);

    assertThat(opened.documents())
        .containsExactly(
            "1=<newsItem guid='a'><p>One</p></newsItem>",
            "2=<n:packageItem guid='b'/>",
            "3=<newsItem guid='c>'>Three</newsItem >");
    assertThat(opened.rejections()).isEmpty();
    assertThat(opened.entries())
        .allSatisfy(
            entry ->
                assertThat(((ContainerEntry.Document) entry).capture().charset())
                    .isEqualTo("windows-1250"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<newsItem><!-- </newsItem> ---></newsItem>",
        "<newsItem><![CDATA[</newsItem>]]]></newsItem>",
        "<newsItem><?a </newsItem>??></newsItem>",
        "<newsItem><newsItems/></newsItem>",
        "<newsItem><inlineXML><newsItem guid='b'/><newsItem guid='c'></newsItem></inlineXML></newsItem>",
        "<newsItem><inlineXML><newsMessage><itemSet><newsItem guid='b'></newsItem></itemSet>"
            + "</newsMessage></inlineXML></newsItem>",
        "<newsItem><inlineXML><feed><newsItem id='b'/><newsItem>c</newsItem></feed></inlineXML>"
            + "</newsItem>",
        "<newsItem><inlineXML><itemSet><packageItem/></itemSet></inlineXML></newsItem>",
        "<newsItem><inlineData><![CDATA[<newsItem guid='b'>]]></inlineData></newsItem>",
        "<n:newsItem title='</newsItem'>a</n:newsItem>",
      })
  void findsTheEndOfAnItemWhateverStandsInIt(String item) throws Exception {
    assertThat(open(OPEN + item + "<newsItem/>" + CLOSE).documents())
        .containsExactly("1=" + item, "2=<newsItem/>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<newsItem guid='b'>",
        "<newsItem guid='b'><contentMeta><headline>Two",
        "<newsItem guid='b'><contentSet><inlineData>Two",
        "<newsItem guid='b'><contentSet><inlineData><![CDATA[Two",
        "<newsItem guid='b'><contentSet><inlineXML><nitf><body><p>Two",
        "<newsItem guid='b'><contentSet><inlineXML><nitf><p>Two</p></nitf></inlineXML>",
        "<newsItem guid='b'><inlineXML><feed><newsItem id='c'>Two</newsItem><newsItem>",
        "<newsItem guid='b' title='Two",
        "<packageItem guid='b'><groupSet>",
        "<n:newsItem guid='b'><!-- Two",
      })
  void endsAnItemWithoutItsEndTagWhereTheNextBegins(String unfinished) throws Exception {
    String one = "<newsItem guid='a'><inlineData><![CDATA[One]]></inlineData></newsItem>";
    String three = "<newsItem guid='d'><!-- --><inlineXML><![CDATA[Three]]></inlineXML></newsItem>";
    String four = "<packageItem guid='e'/>";

    Opened between = open(OPEN + one + unfinished + three + four + CLOSE);
    Opened atTheEnd = open(OPEN + one + unfinished.replace("<!-- ", "") + CLOSE);

    assertThat(between.documents())
        .containsExactly("1=" + one, "2=" + unfinished.strip(), "3=" + three, "4=" + four);
    assertThat(between.rejections()).isEmpty();
    assertThat(atTheEnd.documents()).startsWith("1=" + one);
    assertThat(atTheEnd.entries()).hasSize(2);
  }

  @Test
  void readsAnEmptyMessageAsAContainerOfNothing() throws Exception {
    String start = "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'";

    assertThat(open(start + "/>").entries()).isEmpty();
    assertThat(open(start + "></newsMessage>").entries()).isEmpty();
    assertThat(open(start + "/>\n" + start + ">").rejections()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE newsMessage SYSTEM 'g2>.dtd'>",
        "<!DOCTYPE newsMessage [<!ENTITY a '<newsItem/>'><!-- ] > ' -->]>",
        "<?one <a?><?two <newsItem?>",
        "<!-- LONG <newsItem guid='c'/> -->",
        "<?xml version='1.0'?><!-- LONG --><!DOCTYPE newsMessage><?a LONG?>",
      })
  void findsTheMessageBehindAPrologThatIsNotEndless(String prolog) throws Exception {
    String message =
        prolog.replace("LONG", "a notice ".repeat(800))
            + "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>"
            + "<newsItem guid='a'/><newsItem guid='b'/>"
            + CLOSE;

    assertThat(open(message).documents())
        .containsExactly("1=<newsItem guid='a'/>", "2=<newsItem guid='b'/>");
    byte[] packed = Packing.gzip(message.getBytes(StandardCharsets.UTF_8));
    assertThat(Opened.of(folder, packed).names()).containsExactly("1", "2");
  }

  @Test
  void goesOnBehindAnItemThatIsTooLong() throws Exception {
    ContainerLimits limits = ContainerLimits.DEFAULTS;
    long most = limits.documentBytes();
    String text = "a".repeat((int) most);

    Opened opened = open(OPEN + "<newsItem>" + text + "</newsItem><newsItem/>" + CLOSE);

    assertThat(opened.names()).containsExactly("2");
    assertThat(opened.rejections())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.name()).isEqualTo("1");
              assertThat(rejected.reason()).isEqualTo(RejectionReason.TOO_LARGE);
            });
  }

  @Test
  @Timeout(60)
  void keepsTheItemsBeforeACutAndSaysThatItWasCut() throws Exception {
    byte[] whole =
        (OPEN + "<newsItem>One</newsItem><newsItem><!-- --></newsItem>" + CLOSE)
            .strip()
            .getBytes(StandardCharsets.UTF_8);
    int head = OPEN.length();

    for (int length = head; length < whole.length - 1; length++) {
      Opened opened = open(new String(whole, 0, length, StandardCharsets.UTF_8));

      assertThat(opened.rejections())
          .as("cut at %s", length)
          .singleElement()
          .satisfies(
              rejected ->
                  assertThat(rejected.reason()).isEqualTo(RejectionReason.CONTAINER_DAMAGED));
      assertThat(opened.names()).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(open(new String(whole, StandardCharsets.UTF_8)).names()).containsExactly("1", "2");
  }

  @Test
  void readsMessagesThatStandInOneFileOneAfterTheOther() throws Exception {
    String message = OPEN + "<newsItem>A</newsItem>" + CLOSE;

    assertThat(open(message + message).names()).containsExactly("1", "2");
    assertThat(open(message + OPEN).rejections()).hasSize(1);
  }

  @Test
  void namesItsItemsAlikeWhenItPassesOverSome() throws Exception {
    byte[] file =
        (OPEN + "<newsItem>A</newsItem>".repeat(3) + CLOSE).getBytes(StandardCharsets.UTF_8);

    assertThat(Opened.of(folder, file, ContainerLimits.DEFAULTS, 2).names()).containsExactly("3");
  }

  @Test
  void isNoContainerUnlessTheRootSaysSo() {
    for (String text :
        List.of(
            "<newsMessage>",
            "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><newsMessage/>",
            "<html><!-- http://iptc.org/std/nar/ newsMessage -->",
            "<newsMessages xmlns='http://iptc.org/std/nar/2006-10-01/'>",
            "newsMessage iptc.org/std/nar")) {
      byte[] head = text.getBytes(StandardCharsets.UTF_8);
      assertThat(Format.of(head, RecordFields.DEFAULTS)).as(text).isNull();
    }
    byte[] head = OPEN.getBytes(StandardCharsets.UTF_8);
    assertThat(Format.of(Arrays.copyOf(head, 1024), RecordFields.DEFAULTS))
        .isEqualTo(Format.NEWS_MESSAGE);
  }

  private Opened open(String text) throws Exception {
    return Opened.of(folder, text.getBytes(StandardCharsets.UTF_8));
  }
}
