package io.dateline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(PackagedTable.ARTICLES, List.of(ArticleColumn.values())),
        Arguments.of(PackagedTable.QUOTES, List.of(QuoteColumn.values())),
        Arguments.of(PackagedTable.REJECTIONS, List.of(RejectionColumn.values())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void theDictionaryHasTheColumnsOfTheTableInTheirOrder(
      PackagedTable table, List<? extends Column<?>> columns) {
    List<String> names = table.fields().stream().map(FieldDescription::name).toList();

    assertThat(names).isEqualTo(columns.stream().map(Column::label).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void theDictionarysTypesAreThoseThatTheColumnsAreWrittenIn(
      PackagedTable table, List<? extends Column<?>> columns) {
    for (int i = 0; i < columns.size(); i++) {
      FieldDescription field = table.fields().get(i);

      assertThat(typesFor(columns.get(i).type())).as(field.name()).contains(field.type());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void onlyCellsThatAreNeverGuardedHaveAPatternThatAGuardWouldBreak(
      PackagedTable table, List<? extends Column<?>> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Object pattern = table.fields().get(i).constraints().get("pattern");

      if (pattern != null && columns.get(i).type() == Column.Type.TEXT) {
        Pattern whole = Pattern.compile(pattern.toString());
        assertThat(List.of("'=a", "'+a", "'-a", "'@a", "'\ta"))
            .as(table.fields().get(i).name())
            .noneMatch(guarded -> whole.matcher(guarded).matches());
        assertThat(List.of("=a", "+a", "-a", "@a", "\ta"))
            .as(table.fields().get(i).name())
            .noneMatch(formula -> whole.matcher(formula).matches());
      }
    }
  }

  @Test
  void aDescriptorIsTheSameTextEveryTime() {
    String descriptor = descriptor(true);

    assertThat(descriptor)
        .isEqualTo(descriptor(true))
        .startsWith(
            """
            {
              "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
              "name": "nightly-2026-11-01-0001",
              "title": "A title",
            """)
        .endsWith("\n}\n")
        .doesNotContain("\r")
        .contains("\"lineTerminator\": \"\\r\\n\"");
  }

  @Test
  void aDescriptorSaysHowToTakeTheGuardOff() {
    JsonNode descriptor = JSON.readTree(descriptor(true));
    String guarded = descriptor.at("/formula_guard/guarded").asString();

    assertThat(descriptor.at("/formula_guard/enabled").asBoolean()).isTrue();
    assertThat(descriptor.get("description").asString()).contains("`" + guarded + "`");
    for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''-x")) {
      String cell = FormulaGuard.guard(text);
      assertThat(Pattern.compile(guarded).matcher(cell).find()).as(cell).isTrue();
      assertThat(cell.substring(1)).isEqualTo(text);
    }
    for (String text : List.of("", "plain", "'plain", "1-1", "''")) {
      assertThat(Pattern.compile(guarded).matcher(text).find()).as(text).isFalse();
    }
  }

  @Test
  void aDescriptorSaysThatTheGuardIsOff() {
    JsonNode descriptor = JSON.readTree(descriptor(false));

    assertThat(descriptor.at("/formula_guard/enabled").asBoolean()).isFalse();
    assertThat(descriptor.at("/formula_guard/guarded").isMissingNode()).isTrue();
    assertThat(descriptor.get("description").asString()).contains("not guarded");
  }

  @Test
  void aFileHasItsKeysItsRowsAndItsHash() {
    JsonNode quotes = JSON.readTree(descriptor(true)).at("/resources/1");

    assertThat(quotes.get("path").asString()).isEqualTo("quotes.csv");
    assertThat(quotes.get("rowCount").asLong()).isEqualTo(7);
    assertThat(quotes.get("bytes").asLong()).isEqualTo(99);
    assertThat(quotes.get("hash").asString()).isEqualTo("sha256:ab");
    assertThat(quotes.at("/schema/primaryKey").toString())
        .isEqualTo("[\"article_id\",\"quote_number\"]");
    assertThat(quotes.at("/schema/foreignKeys").toString())
        .isEqualTo(
            "[{\"fields\":[\"article_id\"],\"reference\":{\"resource\":\"articles\","
                + "\"fields\":[\"article_id\"]}}]");
  }

  private static String descriptor(boolean guard) {
    return new DataPackage(
            "nightly-2026-11-01-0001",
            "A title",
            "A description.",
            "1.2.3",
            "2026-11-01T02:30:00Z",
            guard,
            null,
            Stream.of(PackagedTable.values())
                .map(table -> table.file(FileForm.CSV, 7, 99, "ab"))
                .toList())
        .descriptor();
  }

  private static List<String> typesFor(Column.Type type) {
    return switch (type) {
      case TEXT -> List.of("string");
      case CODE -> List.of("string", "date");
      case INTEGER -> List.of("integer");
      case DECIMAL -> List.of("number");
      case BOOLEAN -> List.of("boolean");
    };
  }
}
