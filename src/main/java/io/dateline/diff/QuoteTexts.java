package io.dateline.diff;

import io.dateline.diff.rows.RowsByPlace;
import io.dateline.diff.rows.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The quotes of an article as a person reads them: {@code Ada Moss: “We wait”}. */
final class QuoteTexts {

  private QuoteTexts() {}

  /** The quotes of a span, in order; none where there is no file of quotes. */
  static List<String> read(@Nullable RowsByPlace rows, Span span) throws IOException {
    List<String> quotes = new ArrayList<>();
    if (rows != null && !span.isEmpty()) {
      int text = rows.columns().place("text");
      int speaker = rows.columns().place("speaker");
      rows.rows(span, cells -> quotes.add(shown(cells.text(speaker), cells.text(text))));
    }
    return quotes;
  }

  private static String shown(String speaker, String text) {
    String quoted = "\u201C" + text + "\u201D";
    return speaker.isEmpty() ? quoted : speaker + ": " + quoted;
  }

  /**
   * The quotes that the other side does not have; all of them if they differ by their order alone.
   */
  static String without(List<String> quotes, List<String> others) {
    Map<String, Integer> left = new HashMap<>();
    others.forEach(quote -> left.merge(quote, 1, Integer::sum));
    List<String> own = new ArrayList<>();
    for (String quote : quotes) {
      int count = left.getOrDefault(quote, 0);
      if (count == 0) {
        own.add(quote);
      } else {
        left.put(quote, count - 1);
      }
    }
    boolean reordered = own.isEmpty() && quotes.size() == others.size();
    return String.join("; ", reordered ? quotes : own);
  }
}
