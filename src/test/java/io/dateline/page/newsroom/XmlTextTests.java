package io.dateline.page.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<?xml version='1.1' encoding='latin1'?><a/> | <a/>",
        "<!DOCTYPE a SYSTEM 'x>y'><a/>               | <a/>",
        "<!DOCTYPE a [<!ENTITY b ']>'><!-- ' ] > -->]><a/> | <a/>",
        "a<!-- &b; <c> -->d                          | ad",
        "a<?b c?>d                                   | ad",
        "&nbsp;&mdash;&eacute;                       | `\u00A0\u2014é`",
        "&amp;&lt;&gt;&quot;&apos;                   | &amp;&lt;&gt;&quot;&apos;",
        "&#38;&#x3c;&#8212;&#0;&#x1;                 | &amp;&lt;—",
        "&own; R&D, Q&A; AT&T                        | &amp;own; R&amp;D, Q&amp;A; AT&amp;T",
        "&#99999999999; &#x110000; &#xD800;          | `&amp;#99999999999;  `",
        "<![CDATA[ &nbsp; <b> ]]>                    | <![CDATA[ &nbsp; <b> ]]>",
        "<![CDATA[ a                               | <![CDATA[ a]]>",
      })
  void isWhatAParserWithoutEntitiesMayHave(String raw, String expected) {
    assertThat(XmlText.of(raw.strip())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<<!-- -->!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<<?b?>!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        "<<!b>!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        "<\0!DOCTYPE a><a/>",
        "<\0?b?><a/>",
        "<&#33;DOCTYPE a><a/>",
        "<&excl;DOCTYPE a><a/>",
        "<<!-- --><!-- -->!-- --><a/>",
      })
  void makesNoMarkupOfWhatStoodOnBothSidesOfWhatIsLeftOut(String raw) {
    assertThat(XmlText.of(raw)).startsWith("< ").doesNotContain("<!", "<?");
  }

  @Test
  void hasNoCharactersThatXmlForbids() {
    assertThat(XmlText.of("a\0b\u0001c\uFFFEd\uD83De\uD83D\uDE00")).isEqualTo("abcde\uD83D\uDE00");
  }

  @Test
  @Timeout(20)
  void takesTimeInProportionToTheLengthWhateverIsLeftOpen() {
    for (String piece : new String[] {"<!--", "<!DOCTYPE a [", "<![CDATA[", "<?", "&", "&#", "'"}) {
      assertThat(XmlText.of(piece.repeat(500_000))).isNotNull();
    }
  }
}
