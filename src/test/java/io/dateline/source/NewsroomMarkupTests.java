package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.article.TextDocument;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A newsroom's format is told by its root or its names, whatever the file is called. */
class NewsroomMarkupTests {

  private static final String NITF = "text/vnd.iptc.nitf";
  private static final String G2 = "application/vnd.iptc.g2.newsitem+xml";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<nitf><body/></nitf>                                              | " + NITF,
        "<?xml version='1.0'?><!-- a --><n:nitf xmlns:n='x'>               | " + NITF,
        "<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY a 'b'>]><nitf>         | " + NITF,
        "<!DOCTYPE nitfs SYSTEM 'x'><nitfs>                                | application/xml",
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'>   | " + G2,
        "<newsItem guid='urn:a' version='2'>                               | " + G2,
        "<p:packageItem xmlns:p='http://iptc.org/std/nar/2006-10-01/'>     | " + G2,
        "<!DOCTYPE newsItem [<!ENTITY a 'b'>]><newsItem guid='a' version='2'> | " + G2,
        "<?xml version='1.0'?><newsItem><title>A</title></newsItem>        | application/xml",
        "<?xml version='1.0'?><NewsML><NewsItem/></NewsML>                 | application/xml",
        "{\"uri\": \"a\", \"versioncreated\": \"b\", \"body_text\" : \"c\"} | application/ninjs+json",
        "{\"guid\": \"a\", \"versionCreated\": \"b\", \"bodies\" : []}    | application/ninjs+json",
        "{\"uri\": \"a\", \"headline\": \"b\"}                             | application/json",
        "{\"headline\": \"a\", \"slugline\": \"b\", \"bodies\": []}        | application/json",
        "[{\"uri\": \"a\", \"pubstatus\": \"b\", \"bodies\": []}]          | application/json",
        "{\"a\": \"uri\", \"b\": \"bodies\", \"c\": \"slugline\"}          | application/json",
      })
  void tellsThemFromOtherMarkup(String text, String mediaType) {
    assertThat(decode(text, StandardCharsets.UTF_8).mediaType()).isEqualTo(mediaType);
  }

  @Test
  void knowsNinjsWhoseStoryStandsBeforeTheNamesThatTell() {
    String text =
        "{\"uri\":\"a\",\"body_text\":\""
            + "Rain \\\"fell\\\". ".repeat(2_000)
            + "\",\"pubstatus\":\"usable\"}";

    assertThat(decode(text, StandardCharsets.UTF_8).mediaType())
        .isEqualTo("application/ninjs+json");
  }

  @Test
  void believesTheEncodingOfTheXmlDeclaration() {
    String text =
        "<?xml version='1.0' encoding='ISO-8859-2'?><nitf><p>" + "Żółw łódź źrebię ".repeat(20);

    TextDocument document = decode(text, Charset.forName("ISO-8859-2"));

    assertThat(document.charset()).isEqualTo("ISO-8859-2");
    assertThat(document.text()).isEqualTo(text);
  }

  private static TextDocument decode(String text, Charset charset) {
    return new DocumentDecoder()
        .decode(
            new RawDocument(
                0, EntryId.ofFile("papers", "a"), text.getBytes(charset), Capture.UNKNOWN));
  }
}
