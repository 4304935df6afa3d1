package io.dateline.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalTests {

  private static final String OUT = "dateline.terminal.out";
  private static final String GREEN = "\u001b[32mferry\u001b[0m";

  @AfterEach
  void noTerminal() {
    System.clearProperty(OUT);
  }

  @Test
  void coloursWhatGoesToATerminalAndNothingElse() {
    assertThat(Terminal.of(Map.of()).good("ferry")).isEqualTo("ferry");

    System.setProperty(OUT, "true");

    assertThat(Terminal.of(Map.of("TERM", "xterm")).good("ferry")).isEqualTo(GREEN);
  }

  @Test
  void heedsWhatTheEnvironmentSaysOfColours() {
    System.setProperty(OUT, "true");

    assertThat(Terminal.of(Map.of("NO_COLOR", "1")).good("ferry")).isEqualTo("ferry");
    assertThat(Terminal.of(Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1")).good("ferry"))
        .isEqualTo("ferry");
    assertThat(Terminal.of(Map.of("NO_COLOR", "")).good("ferry")).isEqualTo(GREEN);
    assertThat(Terminal.of(Map.of("TERM", "dumb")).good("ferry")).isEqualTo("ferry");

    System.clearProperty(OUT);

    assertThat(Terminal.of(Map.of("CLICOLOR_FORCE", "1")).good("ferry")).isEqualTo(GREEN);
    assertThat(Terminal.of(Map.of("CLICOLOR_FORCE", "0")).good("ferry")).isEqualTo("ferry");
  }

  @Test
  void neverPassesOnWhatWouldSteerTheTerminal() {
    Terminal coloured = Terminal.of(Map.of("CLICOLOR_FORCE", "1"));

    assertThat(coloured.bad("\u001b[2J\u009b31m"))
        .doesNotContain("\u001b[2J")
        .doesNotContain("\u009b");
    assertThat(Terminal.visible("gpj.\u202Etxt")).isEqualTo("gpj.\uFFFDtxt");
    assertThat(Terminal.visible("a\u0007b\tc\nd")).isEqualTo("a\uFFFDb\tc\nd");
  }
}
