package io.dateline.extract;

import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;

/** Names of sources as they stand in the column {@code field_sources}. */
final class Sources {

  /** The dateline of the story. */
  static final String DATELINE = "dateline";

  /** The place in the text: a line where such lines stand. */
  static final String TEXT = "text";

  static final String TITLE = "title";
  static final String H1 = "h1";
  static final String BYLINE = "byline";
  static final String ADDRESS = "url";

  /** The day of an update, on a page that bears no other date. */
  static final String MODIFIED = "update";

  static final String CAPTURE = "capture";
  static final String DETECTED = "detected";

  private Sources() {}

  /** {@code json-ld}, {@code open-graph:og:title}: the key where the source has several. */
  static String of(Metadatum metadatum) {
    return switch (metadatum.source()) {
      case JSON_LD, MICRODATA, TITLE_ELEMENT, TIME_ELEMENT, ELEMENT -> metadatum.source().label();
      default -> encoded(metadatum.source().label() + ":" + metadatum.key());
    };
  }

  /** {@code newsroom:body.content}. */
  static String ofNewsroom(String key) {
    return encoded(Source.NEWSROOM.label() + ":" + key);
  }

  /** {@code label:Fecha de publicación}. */
  static String ofLabel(String name) {
    return encoded("label:" + name);
  }

  /** {@code selector:h1.title}. */
  static String ofSelector(String selector) {
    return encoded(Source.SELECTOR.label() + ":" + selector);
  }

  /** Whether a source is a selector of the job's own, which nothing else is weighed against. */
  static boolean isSelector(String source) {
    return source.startsWith(Source.SELECTOR.label() + ":");
  }

  /** Whether statements from there are meant for machines and speak of the article alone. */
  static boolean isStructured(Source source) {
    return source == Source.NEWSROOM
        || source == Source.RECORD
        || source == Source.JSON_LD
        || source == Source.MICRODATA;
  }

  private static String encoded(String name) {
    return name.replace("%", "%25").replace(";", "%3B").replace("=", "%3D");
  }
}
