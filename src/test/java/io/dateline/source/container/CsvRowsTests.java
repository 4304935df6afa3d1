package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CsvRowsTests {

  private static final int MAX_BYTES = 1 << 16;

  @ParameterizedTest(name = "delimited by {0}")
  @CsvSource({"','", "';'", "'\t'"})
  void givesEachRowAsADocumentWithItsCells(String delimiter) throws IOException {
    String file =
        """
        Title|Text|URL|Other
        Harbour reopens|"Ferries left
        on ""time"", all|of them."|http://a.example/1|x
        Rain|Rain fell.||
        """
            .replace("|", delimiter);

    Members members = read(file);

    assertThat(members.texts())
        .containsExactly("Ferries left\non \"time\", all" + delimiter + "of them.", "Rain fell.");
    assertThat(members.names()).containsExactly("2", "4");
    assertThat(members.documents.get(0).capture().url()).isEqualTo("http://a.example/1");
    assertThat(members.documents.get(1).capture().statements().get(0).value()).isEqualTo("Rain");
    assertThat(members.documents.get(1).offset()).isEqualTo(file.indexOf("Rain" + delimiter));
  }

  @Test
  void goesOnBehindARowThatIsDamaged() throws IOException {
    String first = "title,text\nA,Text of A\n";
    String file =
        first + "B,\"Text\" of B\nC,Text of C\nD,\"never closed\n" + "E,x\n".repeat(50_000);

    Members members = read(file);

    assertThat(members.texts()).contains("Text of A", "Text of C");
    assertThat(members.damaged.get(0).byteOffset()).isEqualTo(first.length());
    assertThat(members.damaged.get(0).reason()).isEqualTo(RejectionReason.MEMBER_DAMAGED);
    assertThat(members.damaged.get(1).reason()).isEqualTo(RejectionReason.MEMBER_DAMAGED);
    assertThat(members.damaged).hasSize(2);
    assertThat(members.documents).hasSize(50_002);
  }

  @ParameterizedTest(name = "the next mark: {0}")
  @ValueSource(strings = {"F,Text of F\n", "F,\"Text, of F\"\n", "F,\"Text\nof F\"\n"})
  void takesNoOtherRowAlongWhereAQuotationDoesNotEnd(String last) throws IOException {
    String start = "title,text\nA,Text of A\n";

    Members members = read(start + "B,\"never closed\nC,Text of C\nD,Text of D\n" + last);

    assertThat(members.texts()).contains("Text of A", "Text of C", "Text of D").hasSize(4);
    assertThat(members.names()).containsExactly("2", "4", "5", "6");
    assertThat(members.damage()).containsExactly((long) start.length());
  }

  @Test
  void spendsBoundedTimeOnQuotationsThatDoNotEnd() throws IOException {
    String file = "title,text\n" + "A,\"x\"y\n".repeat(10) + "\"A\n,".repeat(40_000);

    assertThat(read(file).count).isPositive();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | title,text¶A,B",
        "true  | text;url¶Text of A;http://a.example/1",
        "true  | `url`,`maintext`¶`http://a.example/1`,`Text,¶of A`¶",
        "true  | url,title,text¶",
        "true  | url,title,text¶a,`b`c,d¶a,b,c¶",
        "false | Body, Language¶¶What the hands say, the face denies.¶",
        "false | Body, Language¶What the hands say, the face denies, and more.¶",
        "false | text;url¶",
        "false | title,text",
        "false | title,author¶",
        "false | text,number¶",
        "false | text¶",
        "false | Text, title and all that was said of them on a long and windy day by everybody there¶",
        "false | title,text,text¶",
        "false | The ferries left, the rain fell.¶",
      })
  void recognisesATableOfDocumentsByItsHeader(boolean expected, String head) throws IOException {
    byte[] bytes = bytes(head.replace('`', '"').replace('¶', '\n'));

    assertThat(CsvRows.matches(bytes, RecordFields.DEFAULTS)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | title,text¶A,`Ferries left, ",
        "true  | text,title¶`Ferries left, ",
        "true  | title,text¶A,Ferries left ",
        "false | Body, Language¶What the hands say, the face, and more ",
        "false | Body, Language¶What the hands say and more ",
      })
  void recognisesATableWhoseFirstRowIsLong(boolean expected, String start) throws IOException {
    byte[] head = bytes(start.replace('`', '"').replace('¶', '\n') + "on time ".repeat(200));

    assertThat(CsvRows.matches(Arrays.copyOf(head, 1024), RecordFields.DEFAULTS))
        .isEqualTo(expected);
  }

  @Test
  void endsOnAnyBytes() throws IOException {
    byte[] whole = bytes("title,text\nA,\"Text, of\n A\"\r\nB,Text of B\nC,\"x\"\"y\"\n");
    Random random = new Random(5);
    for (int length = "title,text\n".length(); length < whole.length; length++) {
      assertThat(read(Arrays.copyOf(whole, length)).damaged.size()).isLessThanOrEqualTo(1);
    }
    for (int i = 0; i < 2000; i++) {
      byte[] flipped = whole.clone();
      flipped[11 + random.nextInt(whole.length - 11)] ^= (byte) (1 << random.nextInt(8));

      assertThat(read(flipped).count).as("flip %d", i).isBetween(1, 6);
    }
  }

  private static Members read(String file) throws IOException {
    return read(bytes(file));
  }

  private static Members read(byte[] file) throws IOException {
    return Members.of(
        CsvRows.open(new ByteArrayInputStream(file), RecordFields.DEFAULTS, MAX_BYTES));
  }
}
