package io.dateline.batch.selection;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A basic language range of <a href="https://www.rfc-editor.org/rfc/rfc4647#section-2.1">RFC 4647
 * </a>: {@code en} holds for {@code en} and {@code en-GB}, {@code *} for every language.
 *
 * @param range in lower case
 */
record LanguageRange(String range) implements FacetColumn.Condition {

  private static final Pattern FORM =
      Pattern.compile("\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,15}");

  static LanguageRange of(String value) throws BadConditionException {
    if (!FORM.matcher(value).matches()) {
      throw new BadConditionException(
          "`" + value + "` is no language; write it like en or pt-BR, or * for any");
    }
    return new LanguageRange(value.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean holds(String cell) {
    String tag = cell.toLowerCase(Locale.ROOT);
    return range.equals("*")
        || (tag.startsWith(range)
            && (tag.length() == range.length() || tag.charAt(range.length()) == '-'));
  }
}
