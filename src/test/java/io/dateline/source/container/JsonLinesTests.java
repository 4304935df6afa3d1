package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static io.dateline.source.container.WarcBuilder.concat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Metadatum;
import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JsonLinesTests {

  private static final int MAX_BYTES = 1 << 20;

  @TempDir Path dir;

  @Test
  void givesEachLineAsADocumentWithItsFields() throws IOException {
    String file =
        """
        {"text":"Ferries left on time.","title":"Harbour reopens","url":"http://a.example/1"}

        {"text":"Rain fell.","timestamp":"2019-04-25T12:57:54Z","id":"a-7","author":["Ann Lee","Bo Ek"]}
        """;

    Members members = read(file);

    assertThat(members.texts()).containsExactly("Ferries left on time.", "Rain fell.");
    assertThat(members.names()).containsExactly("1", "3");
    assertThat(members.documents.get(0).capture().url()).isEqualTo("http://a.example/1");
    assertThat(members.documents.get(0).capture().statements())
        .containsExactly(record("title", "headline", "Harbour reopens"));
    assertThat(members.documents.get(1).offset()).isEqualTo(file.indexOf("{\"text\":\"Rain"));
    assertThat(members.documents.get(1).capture().date()).isEqualTo("2019-04-25T12:57:54Z");
    assertThat(members.documents.get(1).capture().recordId()).isEqualTo("a-7");
    assertThat(members.documents.get(1).capture().statements())
        .containsExactly(
            record("author", "author", "Ann Lee"), record("author", "author", "Bo Ek"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void takesAFileInAnotherEncodingForOneDocument(String charset) throws IOException {
    byte[] file = "{\"text\":\"Rain.\"}\n{\"text\":\"Snow.\"}\n".getBytes(charset);

    assertThat(JsonLines.matches(file, RecordFields.DEFAULTS)).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "CC-News    | {`maintext`:`T`,`title`:`H`,`date_publish`:`2020-01-02 03:04:05`,`source_domain`:`a.example`} | T | headline=H datePublished=2020-01-02 03:04:05 publisher=a.example",
        "C4         | {`text`:`T`,`url`:`http://a.example/`,`timestamp`:`2019-04-25T12:57:54Z`} | T |",
        "OSCAR      | {`content`:`T`,`warc_headers`:{`warc-target-uri`:`http://a.example/`}} | T |",
        "RealNews   | {`text`:`T`,`title`:`H`,`publish_date`:`01-02-2019`,`authors`:[`Ann Lee`],`domain`:`a.example`} | T | headline=H datePublished=01-02-2019 author=Ann Lee publisher=a.example",
        "raw        | {`raw_content`:`T`,`language`:`en`,`date_download`:`2019-05-06`} | T | inLanguage=en",
        "html       | {`text`:`other`,`html`:`<p>T</p>`} | <p>T</p> |",
        "nested     | {`meta`:{`title`:`H`,`url`:`http://a.example/`},`text`:`T`} | T | headline=H",
        "people     | {`text`:`T`,`authors`:[{`name`:`Ann Lee`},{`name`:`Bo Ek`}]} | T | author=Ann Lee author=Bo Ek",
        "paragraphs | {`paragraphs`:[`T`,`U`]} | T¶¶U |",
        "seconds    | {`text`:`T`,`published`:1546300800} | T | datePublished=2019-01-01T00:00:00Z",
        "upper case | {`Text`:`T`,`Headline`:`H`} | T | headline=H",
        "null title | {`text`:`T`,`title`:null,`heading`:`H`} | T | headline=H",
        "no value   | {`text`:null,`title`:`H`} | - | headline=H",
      })
  void knowsTheFieldsOfCommonCorpora(String corpus, String json, String text, String statements)
      throws IOException {
    Members members = read(json.replace('`', '"'));

    assertThat(members.texts()).containsExactly(text == null ? "" : text.replace('¶', '\n'));
    List<Metadatum> stated = members.documents.get(0).capture().statements();
    assertThat(String.join(" ", stated.stream().map(m -> m.property() + "=" + m.value()).toList()))
        .isEqualTo(statements == null ? "" : statements);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "no json at all",
        "{\"text\":\"T\"",
        "{\"text\":\"T",
        "[\"text\",\"T\"]",
        "\"text\"",
        "{\"text\":\"T\"} {\"text\":\"U\"}",
        "{\"text\" \"T\"}",
        "{\"name\":\"nothing that is known\"}",
        "{\"text\":\"\\ud8\"}",
        "\u0000",
      })
  void goesOnBehindALineThatIsNoRecord(String line) throws IOException {
    String first = "{\"text\":\"A\"}\n";

    Members members = read(first + line + "\r\n{\"text\":\"B\"}");

    assertThat(members.texts()).containsExactly("A", "B");
    assertThat(members.damaged).hasSize(1);
    assertThat(members.damaged.get(0).byteOffset()).isEqualTo(first.length());
    assertThat(members.damaged.get(0).name()).isEqualTo("2");
    assertThat(members.damaged.get(0).reason()).isEqualTo(RejectionReason.MEMBER_DAMAGED);
  }

  @Test
  void cutsNoTextHoweverManyParagraphsItHas() throws IOException {
    String paragraphs = "\"Rain fell.\",".repeat(12_000) + "\"The end.\"";

    Members members = read("{\"text\":[" + paragraphs + "]}\n");

    assertThat(members.texts()).containsExactly("Rain fell.\n\n".repeat(12_000) + "The end.");
  }

  @Test
  void rejectsARecordWithMoreAuthorsThanAnyShouldHave() throws IOException {
    String authors = "\"Ann Lee\",".repeat(10_001) + "\"Bo Ek\"";

    Members members = read("{\"authors\":[" + authors + "],\"text\":\"T\"}\n{\"text\":\"U\"}\n");

    assertThat(members.texts()).containsExactly("U");
    assertThat(members.damaged).hasSize(1);
  }

  @Test
  void holdsNoLineBeyondTheLimit() throws IOException {
    InputStream endless =
        new InputStream() {
          private final byte[] start = bytes("{\"text\":\"A\"}\n{\"text\":\"");
          private final byte[] end = bytes("\"}\n{\"text\":\"B\"}\n");
          private final long middle = 300_000_000;
          private long at;

          @Override
          public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            int i = 0;
            while (i < length) {
              long inside = at - start.length;
              if (inside - middle >= end.length) {
                break;
              }
              target[offset + i++] =
                  inside < 0
                      ? start[(int) at]
                      : inside < middle ? (byte) 'x' : end[(int) (inside - middle)];
              at++;
            }
            return i == 0 ? -1 : i;
          }
        };

    Members members =
        Members.of(
            JsonLines.open(
                new PackedInput(endless), Split.WHOLE, RecordFields.DEFAULTS, MAX_BYTES));

    assertThat(members.texts()).containsExactly("A", "B");
    assertThat(members.damaged).hasSize(1);
    assertThat(members.damaged.get(0).reason()).isEqualTo(RejectionReason.TOO_LARGE);
  }

  @Test
  void acceptsALineOfJustTheLimit() throws IOException {
    String line = "{\"text\":\"" + "x".repeat(100) + "\"}";
    byte[] file = bytes(line + "\n" + line + " \n");

    Members members =
        Members.of(
            JsonLines.open(
                PackedInput.of(file), Split.WHOLE, RecordFields.DEFAULTS, line.length()));

    assertThat(members.documents).hasSize(1);
    assertThat(members.damaged).hasSize(1);
  }

  @Test
  void refusesNestingWithoutEnd() throws IOException {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"text\":\"T\"}";
    String wide = "{\"x\":" + "{\"meta\":".repeat(150) + "1" + "}".repeat(150) + ",\"text\":\"T\"}";

    Members members = read(deep + "\n" + wide);

    assertThat(members.damaged).hasSize(1);
    assertThat(members.texts()).containsExactly("T");
  }

  @Test
  void keepsWhatIsNoCharacterAsAReplacement() throws IOException {
    byte[] latin1 = "{\"text\":\"Malm\u00F6\"}\n".getBytes(ISO_8859_1);
    byte[] half = bytes("{\"text\":\"a\\ud83db \\ud83d\\ude00\"}\n");
    byte[] nul = bytes("{\"text\":\"a\u0000b\"}\n");

    Members members = read(concat(latin1, half, nul));

    assertThat(members.texts()).containsExactly("Malm\uFFFD", "a\uFFFDb \uD83D\uDE00", "a\u0000b");
  }

  @Test
  void takesTheMarkOfByteOrderForNoPartOfTheFirstLine() throws IOException {
    assertThat(read("\uFEFF{\"text\":\"T\"}").texts()).containsExactly("T");
  }

  @Test
  void namesEntriesByAFieldWhereTheJobSaysSo() throws IOException {
    RecordFields fields = RecordFields.DEFAULTS.preferring(RecordFields.ENTRY, List.of("Key"));
    byte[] file = bytes("{\"text\":\"A\",\"key\":\"x-1\"}\n{\"text\":\"B\"}");

    Members members =
        Members.of(JsonLines.open(PackedInput.of(file), Split.WHOLE, fields, MAX_BYTES));

    assertThat(members.names()).containsExactly("x-1", "2");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "alone           | {`uri`:`a`,`pubstatus`:`usable`,`headline`:`H`}¶              | =ninjs",
        "alone, 3.x      | ¶{`uri`:`a`,`pubStatus`:`usable`,`bodies`:[{`value`:`T`}]}    | =ninjs",
        "alone, plain    | {`uri`:`a`,`headline`:`H`,`body_text`:`T`}                    | =ninjs",
        "in a list       | {`text`:`T`}¶{`guid`:`a`,`versioncreated`:`D`,`body_text`:`T`} | 1=record 2=ninjs",
        "first of a list | {`uri`:`a`,`versioncreated`:`D`,`body_text`:`T`}¶{`text`:`T`} | 1=ninjs 2=record",
        "a corpus        | {`uri`:`a`,`headline`:`H`,`body_text`:`T`}¶{`text`:`T`}        | 1=record 2=record",
        "no id           | {`versioncreated`:`D`,`headline`:`H`,`body_text`:`T`}          | 1=record",
        "names inside    | {`text`:`T`,`meta`:{`uri`:`a`,`versioncreated`:`D`,`pubstatus`:`x`}} | 1=record",
      })
  void handsOnObjectsOfNinjsAsTheyStand(String situation, String file, String expected)
      throws IOException {
    String json = file.replace('`', '"').replace('¶', '\n');

    Members members = read(json);

    List<String> told = new ArrayList<>();
    for (int i = 0; i < members.names().size(); i++) {
      boolean whole = members.texts().get(i).startsWith("{");
      assertThat(members.documents.get(i).capture().mediaType())
          .isEqualTo(whole ? "application/ninjs+json" : null);
      assertThat(json).contains(members.texts().get(i));
      told.add(members.names().get(i) + "=" + (whole ? "ninjs" : "record"));
    }
    assertThat(String.join(" ", told)).isEqualTo(expected);
  }

  @Test
  void readsAnObjectOfNinjsByTheJobsOwnNames() throws IOException {
    String ninjs =
        "{\"uri\":\"a\",\"pubstatus\":\"usable\",\"slugline\":\"U\",\"kop\":\"H\",\"story\":\"S\",\"key\":\"k\"}";
    RecordFields names =
        RecordFields.DEFAULTS
            .preferring("headline", List.of("Kop"))
            .preferring(RecordFields.ENTRY, List.of("key"));

    Members named =
        Members.of(JsonLines.open(new PackedInput(stream(ninjs)), Split.WHOLE, names, MAX_BYTES));
    Members text =
        Members.of(
            JsonLines.open(
                new PackedInput(stream(ninjs)),
                Split.WHOLE,
                names.preferring(RecordFields.TEXT, List.of("story")),
                MAX_BYTES));

    assertThat(named.texts()).containsExactly(ninjs);
    assertThat(named.names()).containsExactly("k");
    assertThat(named.documents.get(0).capture().url()).isNull();
    assertThat(named.documents.get(0).capture().statements())
        .containsExactly(record("kop", "headline", "H"));
    assertThat(text.texts()).containsExactly("S");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | {`text`:`T`}",
        "true  | {`text`:`T`}¶no json",
        "true  | ¶{`text`:`T`}¶",
        "true  | {`meta`:{`url`:`http://a.example/`},`body`:`T",
        "false | {`@context`:`https://schema.org`}",
        "false | {¶  `text`: `T`¶}",
        "false | [{`text`:`T`}]",
        "false | Ferries left on time.",
        "false | {ferries}",
        "false | ''",
      })
  void recognisesLinesOfJsonByTheirFirstBytes(boolean expected, String head) throws IOException {
    byte[] bytes = bytes(head.replace('`', '"').replace('¶', '\n'));

    assertThat(JsonLines.matches(bytes, RecordFields.DEFAULTS)).isEqualTo(expected);
  }

  @Test
  void endsOnAnyBytes() throws IOException {
    byte[] whole =
        bytes(
            """
            {"text":"Ferries left on time.","meta":{"url":"http://a.example/1"},"authors":[{"name":"Ann"}]}
            {"text":"Rain fell \\u00e9 \\n on.","timestamp":1546300800}
            {"html":"<p>Snow</p>","tags":["a","b"],"x":[1,2.5,true,null,{}]}
            """);
    Random random = new Random(11);
    for (int length = 0; length < whole.length; length++) {
      assertThat(read(Arrays.copyOf(whole, length)).damaged.size()).isLessThanOrEqualTo(1);
    }
    for (int i = 0; i < 3000; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));

      Members members = read(flipped);

      assertThat(members.documents.size()).as("flip %d", i).isGreaterThanOrEqualTo(1);
      assertThat(members.count).as("flip %d", i).isBetween(2, 4);
    }
  }

  private static Metadatum record(String key, String property, String value) {
    return new Metadatum(Metadatum.Source.RECORD, key, property, value);
  }

  private static InputStream stream(String file) {
    return new ByteArrayInputStream(bytes(file));
  }

  private static Members read(String file) throws IOException {
    return read(file.getBytes(UTF_8));
  }

  private static Members read(byte[] file) throws IOException {
    return Members.of(
        JsonLines.open(PackedInput.of(file), Split.WHOLE, RecordFields.DEFAULTS, MAX_BYTES));
  }
}
