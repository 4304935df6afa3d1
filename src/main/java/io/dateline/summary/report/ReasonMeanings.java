package io.dateline.summary.report;

import java.util.Map;
import java.util.stream.Collectors;

/** What the codes of rejections mean, in a sentence. */
final class ReasonMeanings {

  private static final Map<String, String> MEANINGS =
      PageResource.text(ReasonMeanings.class, "reasons.tsv")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

  private ReasonMeanings() {}

  /** The sentence, or an empty one for a code of another version. */
  static String of(String code) {
    return MEANINGS.getOrDefault(code, "");
  }
}
