package io.dateline.article;

/**
 * One statement of a page about itself.
 *
 * @param source where it stood
 * @param key its own name there, such as {@code og:title} or {@code NewsArticle.headline}
 * @param property the schema.org property it means: {@code headline}, {@code alternativeHeadline},
 *     {@code datePublished}, {@code dateModified}, {@code author}, {@code publisher}, {@code
 *     sourceOrganization}, {@code articleSection}, {@code keywords}, {@code description}, {@code
 *     image}, {@code url}, {@code inLanguage}, {@code dateline}, {@code articleBody}, {@code type},
 *     {@code byline}, {@code creativeWorkStatus}, {@code damage}
 * @param value its value as text: entities decoded, white space folded, NFC, never blank
 */
public record Metadatum(Source source, String key, String property, String value) {

  /** The places where a page speaks of itself. */
  public enum Source {
    /** A field of the record that holds the document: of a line of JSON, of a row. */
    RECORD("record"),
    /** An element or property of a newsroom's own format; the key is its name there. */
    NEWSROOM("newsroom"),
    JSON_LD("json-ld"),
    MICRODATA("microdata"),
    OPEN_GRAPH("open-graph"),
    DUBLIN_CORE("dublin-core"),
    META("meta"),
    LINK("link"),
    TITLE_ELEMENT("title"),
    TIME_ELEMENT("time"),
    /** An element whose class names or address say what it holds. */
    ELEMENT("element"),
    HTML_ATTRIBUTE("html"),
    /** An element that a selector of the job names; the key is the selector. */
    SELECTOR("selector");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** The name in the column {@code field_sources}. */
    public String label() {
      return label;
    }
  }
}
