package io.dateline.cli.inspect;

import java.util.Map;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Text for a terminal: what would steer it is made visible, and what matters is coloured where that
 * is wanted. Immutable.
 */
public final class Terminal {

  /** Property in which the launcher says whether the standard output is a terminal. */
  private static final String OUT = "dateline.terminal.out";

  /** Neither a terminal nor a wish for colours. */
  static final Terminal PLAIN = new Terminal(false);

  private final boolean coloured;

  private Terminal(boolean coloured) {
    this.coloured = coloured;
  }

  /**
   * The terminal that the standard output is. {@code NO_COLOR} (no-color.org) and {@code TERM=dumb}
   * turn colours off, {@code CLICOLOR_FORCE} turns them on where it is none, as for {@code less
   * -R}.
   */
  public static Terminal of(Map<String, String> environment) {
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    boolean forced = !force.isEmpty() && !force.equals("0");
    boolean able = Boolean.getBoolean(OUT) && !environment.getOrDefault("TERM", "").equals("dumb");
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal((forced || able) && !unwanted);
  }

  String heading(String text) {
    return styled(text, Style.bold, Style.underline);
  }

  String label(String text) {
    return styled(text, Style.fg_cyan);
  }

  /** What was taken. */
  String good(String text) {
    return styled(text, Style.fg_green);
  }

  /** What keeps a document out. */
  String bad(String text) {
    return styled(text, Style.bold, Style.fg_red);
  }

  /** What was not taken, and reasons. */
  String faint(String text) {
    return styled(text, Style.faint);
  }

  private String styled(String text, Style... styles) {
    // Each style's own end is not the same on all terminals: 21 ends bold, or underlines twice.
    return coloured ? Style.on(styles) + visible(text) + Style.reset.on() : visible(text);
  }

  /** Text of the input may try to steer the terminal: its control characters become visible. */
  static String visible(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean steers = Character.isISOControl(c) && c != '\n' && c != '\t';
      safe.append(steers || turnsText(c) ? '\uFFFD' : c);
    }
    return safe.toString();
  }

  /** Embeddings, overrides and isolates of UAX 9, which can let a line say something else. */
  private static boolean turnsText(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
