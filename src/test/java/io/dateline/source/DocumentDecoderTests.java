package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.article.TextDocument;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentDecoderTests {

  private static final String FRENCH =
      "La mairie a décidé hier de rouvrir l’école après les travaux d’été. « Les élèves étaient"
          + " pressés », a expliqué Hélène Garçon, conseillère déléguée à l’éducation.";
  private static final String GERMAN =
      "Die Fähre fährt über den großen Fluß, wie der Bürgermeister am Dienstag erklärte. Für die"
          + " Gäste der Brücke wäre das schön.";
  private static final String POLISH =
      "Władze miasta ogłosiły w środę, że most na rzece zostanie zamknięty. Mieszkańcy są"
          + " zaskoczeni, bo o żadnych pracach nie było wcześniej mowy.";
  private static final String CZECH =
      "Starosta oznámil, že nový most přes řeku bude otevřen až příští týden. Řidiči tak budou"
          + " muset ještě několik dní jezdit přes sousední městečko.";
  private static final String TURKISH =
      "Belediye başkanı köprünün açılışının gelecek haftaya ertelendiğini açıkladı. Sürücüler bir"
          + " süre daha eski yolu kullanacak, dedi şoförler odası.";
  private static final String RUSSIAN =
      "Мэр города сообщил в среду, что новый мост через реку откроют на следующей неделе. Водителям"
          + " придётся ещё несколько дней ездить по старой дороге.";
  private static final String GREEK =
      "Ο δήμαρχος της πόλης ανακοίνωσε την Τετάρτη ότι η νέα γέφυρα θα ανοίξει την επόμενη"
          + " εβδομάδα. Οι οδηγοί θα περιμένουν λίγες ακόμη ημέρες.";
  private static final String ARABIC =
      "أعلن رئيس البلدية يوم الأربعاء أن الجسر الجديد سيفتح في الأسبوع المقبل بعد انتهاء أعمال"
          + " الصيانة التي استمرت عدة أشهر في المدينة";
  private static final String HEBREW =
      "ראש העיר הודיע ביום רביעי כי הגשר החדש ייפתח בשבוע הבא לאחר סיום עבודות התחזוקה שנמשכו"
          + " מספר חודשים בעיר";
  private static final String JAPANESE = "市長は水曜日、川にかかる新しい橋が来週開通すると発表した。運転手たちはもう数日、古い道を使うことになる。";
  private static final String CHINESE = "市长星期三宣布，跨河新桥将于下周通车。司机们还要在旧路上再走几天。居民表示，他们已经等了很久。";
  private static final String TRADITIONAL_CHINESE =
      "市長星期三宣布，跨河新橋將於下週通車。司機們還要在舊路上再走幾天。居民表示，他們已經等了很久。";
  private static final String KOREAN =
      "시장은 수요일 강을 건너는 새 다리가 다음 주에 개통된다고 발표했다. 운전자들은 며칠 더 옛길을 이용해야 한다고 말했다.";

  private final DocumentDecoder decoder = new DocumentDecoder();

  static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of("windows-1252", FRENCH, "windows-1252"),
        Arguments.of("windows-1252", GERMAN, "windows-1252"),
        Arguments.of("windows-1250", POLISH, "windows-1250"),
        Arguments.of("windows-1250", CZECH, "windows-1250"),
        Arguments.of("ISO-8859-2", POLISH, "ISO-8859-2"),
        Arguments.of("windows-1254", TURKISH, "windows-1254"),
        Arguments.of("windows-1251", RUSSIAN, "windows-1251"),
        Arguments.of("KOI8-R", RUSSIAN, "KOI8-R"),
        Arguments.of("ISO-8859-5", RUSSIAN, "ISO-8859-5"),
        Arguments.of("windows-1253", GREEK, "ISO-8859-7"),
        Arguments.of("windows-1256", ARABIC, "windows-1256"),
        Arguments.of("windows-1255", HEBREW, "ISO-8859-8"),
        Arguments.of("windows-31j", JAPANESE, "Shift_JIS"),
        Arguments.of("EUC-JP", JAPANESE, "EUC-JP"),
        Arguments.of("ISO-2022-JP", JAPANESE, "ISO-2022-JP"),
        Arguments.of("GBK", CHINESE, "GB18030"),
        Arguments.of("GB18030", CHINESE, "GB18030"),
        Arguments.of("Big5", TRADITIONAL_CHINESE, "Big5-HKSCS"),
        Arguments.of("x-windows-949", KOREAN, "EUC-KR"),
        Arguments.of("UTF-8", KOREAN, "UTF-8"),
        Arguments.of("UTF-16LE", FRENCH, "UTF-16LE"),
        Arguments.of("UTF-16BE", RUSSIAN, "UTF-16BE"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sentences")
  void tellsTheEncodingOfPlainTextThatDeclaresNone(String java, String text, String name) {
    TextDocument document = decode(text.getBytes(Charset.forName(java)));

    assertThat(document.text()).isEqualTo(text);
    assertThat(document.charset()).isEqualTo(name);
    assertThat(document.replacementCharacters()).isZero();
    assertThat(document.mediaType()).isEqualTo("text/plain");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sentences")
  void readsHtmlWhateverItDeclaresFalsely(String java, String text, String name) {
    for (String lie : new String[] {"utf-8", "iso-8859-1", "windows-1251", "shift_jis"}) {
      String html =
          "<html><head><meta charset=\"" + lie + "\"></head><body><p>" + (text + ' ').repeat(3);
      TextDocument document = decode(html.getBytes(Charset.forName(java)));

      assertThat(document.text()).as("declared as " + lie).isEqualTo(html);
      assertThat(document.mediaType()).isEqualTo("text/html");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sentences")
  void neverFailsOnTextCutAnywhere(String java, String text, String name) {
    byte[] bytes = ("<p>" + text).getBytes(Charset.forName(java));
    for (int length = 0; length <= bytes.length; length++) {
      TextDocument document = decode(Arrays.copyOf(bytes, length));

      assertThat(document.sizeBytes()).isEqualTo(length);
      assertThat(document.charset().isEmpty())
          .as(name + " cut to " + length)
          .isEqualTo(document.mediaType().equals("application/octet-stream"));
    }
  }

  @Nested
  class Utf8 {

    @Test
    void isTheNameForPureAscii() {
      TextDocument document = decode("The ferry sails at noon.");

      assertThat(document.charset()).isEqualTo("UTF-8");
      assertThat(document.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void isTheNameForNothingAtAll() {
      TextDocument document = decode(new byte[0]);

      assertThat(document.text()).isEmpty();
      assertThat(document.charset()).isEqualTo("UTF-8");
      assertThat(document.mediaType()).isEqualTo("text/plain");
    }

    @Test
    void winsOverWhatTransportAndPageDeclare() {
      String html = "<meta charset=iso-8859-1><p>" + FRENCH;

      TextDocument document = decode(html.getBytes(StandardCharsets.UTF_8), "koi8-r");

      assertThat(document.text()).isEqualTo(html);
      assertThat(document.charset()).isEqualTo("UTF-8");
    }

    @Test
    void keepsATextWithAFewBrokenBytesAndCountsThem() {
      byte[] bytes = FRENCH.getBytes(StandardCharsets.UTF_8);
      bytes[0] = (byte) 0xFF;

      TextDocument document = decode(bytes);

      assertThat(document.charset()).isEqualTo("UTF-8");
      assertThat(document.text()).isEqualTo("\uFFFD" + FRENCH.substring(1));
      assertThat(document.replacementCharacters()).isEqualTo(1);
    }

    @Test
    void doesNotCountReplacementCharactersOfTheFile() {
      byte[] bytes = (FRENCH + "\uFFFD\uFFFD.").getBytes(StandardCharsets.UTF_8);
      bytes[0] = (byte) 0xFF;

      assertThat(decode(bytes).replacementCharacters()).isEqualTo(1);
      assertThat(decode("\uFFFD?").replacementCharacters()).isZero();
    }

    @Test
    void isKeptWhenTheTextBreaksOffWithinACharacter() {
      byte[] bytes = RUSSIAN.getBytes(StandardCharsets.UTF_8);
      TextDocument document = decode(Arrays.copyOf(bytes, 21));

      assertThat(document.charset()).isEqualTo("UTF-8");
      assertThat(document.replacementCharacters()).isEqualTo(1);
    }
  }

  @Nested
  class ByteOrderMarks {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void nameTheEncodingAndAreNoText(String name) {
      byte[] bytes = ("\uFEFF<html><p>" + POLISH).getBytes(Charset.forName(name));

      TextDocument document = decode(bytes, "windows-1252");

      assertThat(document.text()).isEqualTo("<html><p>" + POLISH);
      assertThat(document.charset()).isEqualTo(name);
      assertThat(document.mediaType()).isEqualTo("text/html");
      assertThat(document.replacementCharacters()).isZero();
    }

    @Test
    void doNotHideHalfACharacterAtTheEnd() {
      TextDocument document = decode(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'});

      assertThat(document.text()).isEqualTo("a\uFFFD");
      assertThat(document.replacementCharacters()).isEqualTo(1);
    }
  }

  @Nested
  class Declarations {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            <meta charset="windows-1251">
            <META CHARSET=windows-1251>
            <meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
            <meta content='text/html;charset = "cp1251"' http-equiv=content-type />
            <?xml version="1.0" encoding="windows-1251"?><html>
            <!-- <meta charset=utf-8> --><meta charset=windows-1251>
            """)
    void areReadFromTheMarkup(String declaration) {
      // Too short for any detector.
      byte[] bytes = ("<!DOCTYPE html>" + declaration + "<p>Да").getBytes(windows1251());
      if (declaration.startsWith("<?xml")) {
        bytes = (declaration + "<p>Да").getBytes(windows1251());
      }

      assertThat(decode(bytes).charset()).isEqualTo("windows-1251");
    }

    @Test
    void ofTheTransportComeBeforeThoseOfTheMarkup() {
      byte[] bytes = "<html><meta charset=iso-8859-7><p>Да".getBytes(windows1251());

      assertThat(decode(bytes, "CP1251").charset()).isEqualTo("windows-1251");
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
      "iso-8859-1, windows-1252",
      "latin1, windows-1252",
      "us-ascii, windows-1252",
      "gb2312, GB18030",
      "ks_c_5601-1987, EUC-KR",
      "x-sjis, Shift_JIS",
      "iso-8859-9, windows-1254"
    })
    void meanWhatTheyMeanOnTheWeb(String label, String name) {
      TextCharset charset = TextCharset.of(label);

      assertThat(charset).isNotNull().extracting(TextCharset::name).isEqualTo(name);
    }

    @Test
    void ofUtf16InAsciiMarkupAreNotBelieved() {
      assertThat(decode("<meta charset=utf-16><p>Rain").charset()).isEqualTo("UTF-8");
    }

    @Test
    void ofLatin1StandForTheQuotationMarksOfWindows1252() {
      byte[] bytes = "<meta charset=iso-8859-1><p>\u201CNo\u201D".getBytes(windows1252());

      assertThat(decode(bytes).text()).endsWith("\u201CNo\u201D");
    }

    @Test
    void doNotHideBytesThatAreUndefined() {
      byte[] bytes =
          "<meta charset=windows-1252><p>Caf\u00E9 du Th\u00E9\u00E2tre, \u00E9t\u00E9, d\u00E9j\u00E0 ferm\u00E9 ?"
              .getBytes(windows1252());
      bytes[bytes.length - 1] = (byte) 0x81;

      assertThat(decode(bytes).replacementCharacters()).isEqualTo(1);
    }
  }

  @Test
  void tellsTheAlphabetEvenOfAFewWords() {
    assertThat(decode("Interview: Мэр города".getBytes(windows1251())).charset())
        .isEqualTo("windows-1251");
    assertThat(decode("Café".getBytes(windows1252())).charset()).isEqualTo("windows-1252");
    assertThat(decode("\u201CNo\u201D".getBytes(windows1252())).charset())
        .isEqualTo("windows-1252");
  }

  @Nested
  class Kinds {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            <!DOCTYPE html><title>Rain</title>              | text/html
            <!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><p>Rain | text/html
            <!-- saved page --><html><p>Rain                | text/html
            <p>Rain fell.                                   | text/html
            <h1 class=x>Rain</h1>                           | text/html
            <?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/> | application/xhtml+xml
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>   | application/xhtml+xml
            <?xml version="1.0"?><rss version="2.0"/>       | application/rss+xml
            <feed xmlns="http://www.w3.org/2005/Atom"/>     | application/atom+xml
            <?xml version="1.0"?><ledger/>                  | application/xml
            {"headline": "Rain"}                            | application/json
            [{"headline": "Rain"}]                          | application/json
            [Updated] Rain fell.                            | text/plain
            <ABC.N> shares rose 3 pct                       | text/plain
            if a < b and b > c then a < c                   | text/plain
            Rain fell. The tag <p> opens a paragraph.       | text/plain
            """)
    void areToldByHowTheTextBegins(String text, String mediaType) {
      assertThat(decode(text).mediaType()).isEqualTo(mediaType);
    }

    @Test
    void ofAPageBehindHttpHeadersIsHtml() {
      String saved = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<html><head><title>Rain</title>";

      assertThat(decode(saved).mediaType()).isEqualTo("text/html");
    }

    @Test
    void ofAFragmentFullOfTagsIsHtml() {
      String fragment = "Rain fell.<br><br>The <b>ferry</b> sailed.<br><br><i>By night.</i>";

      assertThat(decode(fragment).mediaType()).isEqualTo("text/html");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("io.dateline.source.DocumentDecoderTests#binaries")
    void ofBinaryFormatsAreNamedAndHaveNoText(byte[] bytes, String mediaType) {
      TextDocument document = decode(Arrays.copyOf(bytes, 600));

      assertThat(document.mediaType()).isEqualTo(mediaType);
      assertThat(document.text()).isEmpty();
      assertThat(document.charset()).isEmpty();
      assertThat(document.replacementCharacters()).isZero();
    }

    @Test
    void ofTextWithAStrayNulIsText() {
      TextDocument document = decode(GERMAN + "\0\0 " + GERMAN);

      assertThat(document.mediaType()).isEqualTo("text/plain");
      assertThat(document.charset()).isEqualTo("UTF-8");
    }
  }

  static Stream<Arguments> binaries() {
    return Map.ofEntries(
            Map.entry("application/pdf", "%PDF-1.7\n%\u00E2\u00E3"),
            Map.entry("image/png", "\u0089PNG\r\n\u001A\n"),
            Map.entry("image/jpeg", "\u00FF\u00D8\u00FF\u00E0"),
            Map.entry("image/gif", "GIF89a"),
            Map.entry("image/webp", "RIFF\u0010\0\0\0WEBPVP8 "),
            Map.entry("application/zip", "PK\u0003\u0004"),
            Map.entry("application/gzip", "\u001F\u008B\b"),
            Map.entry("application/x-bzip2", "BZh91AY&SY"),
            Map.entry("application/x-xz", "\u00FD7zXZ\0"),
            Map.entry("application/zstd", "(\u00B5/\u00FD"),
            Map.entry("application/x-7z-compressed", "7z\u00BC\u00AF'\u001C"),
            Map.entry("application/vnd.rar", "Rar!\u001A\u0007\0"),
            Map.entry("application/x-tar", "a.txt" + "\0".repeat(252) + "ustar"),
            Map.entry("application/warc", "WARC/1.0\r\n"),
            Map.entry("application/msword", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
            Map.entry("application/rtf", "{\\rtf1\\ansi"),
            Map.entry("application/octet-stream", "\u0001\u0002\0\0\0\u0003"))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            format ->
                Arguments.of(
                    format.getValue().getBytes(StandardCharsets.ISO_8859_1), format.getKey()));
  }

  private static Charset windows1251() {
    return Charset.forName("windows-1251");
  }

  private static Charset windows1252() {
    return Charset.forName("windows-1252");
  }

  private TextDocument decode(String utf8) {
    return decode(utf8.getBytes(StandardCharsets.UTF_8));
  }

  private TextDocument decode(byte[] bytes) {
    return decode(bytes, null);
  }

  private TextDocument decode(byte[] bytes, @Nullable String transport) {
    Capture capture = new Capture(null, null, null, null, transport);
    return decoder.decode(new RawDocument(0, EntryId.ofFile("papers", "a"), bytes, capture));
  }
}
