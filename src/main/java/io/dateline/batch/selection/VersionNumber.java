package io.dateline.batch.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A version of the extraction rules: numbers with full stops between them, compared number by
 * number; {@code 2} and {@code 2.0} are the same.
 */
record VersionNumber(List<Integer> parts) {

  private static final Pattern FORM = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){0,9}");

  VersionNumber {
    parts = List.copyOf(parts);
  }

  static VersionNumber of(String text) throws BadConditionException {
    if (!FORM.matcher(text).matches()) {
      throw new BadConditionException("`" + text + "` is no version; write it like 2 or 2.1");
    }
    return parse(text);
  }

  private static VersionNumber parse(String text) {
    List<Integer> parts = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      parts.add(Integer.valueOf(part));
    }
    return new VersionNumber(parts);
  }

  /** Whether a row's version is before this one; one that is no version is. */
  boolean isAfter(String version) {
    return !FORM.matcher(version).matches() || compareTo(parse(version)) > 0;
  }

  private int compareTo(VersionNumber other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = Integer.compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int part(int at) {
    return at < parts.size() ? parts.get(at) : 0;
  }
}
