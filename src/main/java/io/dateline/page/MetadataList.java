package io.dateline.page;

import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.TextDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The statements of a page about itself, up to the limit, in document order. */
final class MetadataList {

  private record Placed(int place, Metadatum metadatum) {}

  private final PageLimits limits;
  private final List<Placed> statements = new ArrayList<>();
  private int place;

  MetadataList(PageLimits limits) {
    this.limits = limits;
  }

  /** A place in document order for statements that are added later. */
  int nextPlace() {
    return place++;
  }

  /** Adds what the record says that holds the document. */
  void addRecord(TextDocument document) {
    for (Metadatum stated : document.capture().statements()) {
      // Corpora keep what stood in the page's source: Ben &amp; Jerry&#39;s.
      String value = Parser.unescapeEntities(stated.value(), false);
      add(stated.source(), stated.key(), stated.property(), value);
    }
  }

  void add(Source source, String key, String property, @Nullable String value) {
    add(nextPlace(), source, key, property, value);
  }

  /** Adds a statement, unless its value is blank, longer than a block, or there are too many. */
  void add(int at, Source source, String key, String property, @Nullable String value) {
    if (value == null
        || value.length() > limits.maxBlockChars()
        || statements.size() >= limits.maxMetadata()) {
      return;
    }
    String folded = TextFolding.fold(value);
    if (!folded.isEmpty()) {
      statements.add(new Placed(at, new Metadatum(source, key, property, folded)));
    }
  }

  List<Metadatum> toList() {
    return statements.stream()
        .sorted(Comparator.comparingInt(Placed::place))
        .map(Placed::metadatum)
        .toList();
  }
}
