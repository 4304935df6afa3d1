package io.dateline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTests {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"=1+1", "+1", "-1", "@cmd", "\tx", "\rx", "'=1", "''-2"})
  void putsOneApostropheBeforeWhatASpreadsheetWouldRun(String cell) {
    assertThat(FormulaGuard.guard(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "plain", "'plain", "1-1", " =1", "''", "a=b"})
  void leavesOtherTextAlone(String cell) {
    assertThat(FormulaGuard.guard(cell)).isEqualTo(cell);
    assertThat(FormulaGuard.unguard(cell)).isEqualTo(cell);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"=1+1", "'=1", "''''@x", "plain", "'plain", "-", "\t"})
  void aReaderHasTheTextAsItWas(String cell) {
    assertThat(FormulaGuard.unguard(FormulaGuard.guard(cell))).isEqualTo(cell);
  }

  @Test
  void writesDecimalsAlikeInEveryJava() {
    assertThat(CsvTable.decimal(30.2936)).isEqualTo("30.2936");
    assertThat(CsvTable.decimal(-0.5)).isEqualTo("-0.5");
    assertThat(CsvTable.decimal(120)).isEqualTo("120");
    assertThat(CsvTable.decimal(2.0E-3)).isEqualTo("0.002");
    assertThat(CsvTable.decimal(-74.00597)).isEqualTo("-74.00597");
  }

  @Test
  void cleansTextForCells() {
    assertThat(CellText.clean("e\u0301\u0000x\r\ny\rz\uD800")).isEqualTo("\u00e9x\ny\nz\uFFFD");
    assertThat(CellText.clean("\u0007")).isNull();
    assertThat(CellText.join(List.of("a;b", "c"))).isEqualTo("a,b; c");
  }
}
