package io.dateline.page;

import io.dateline.article.Page;
import io.dateline.article.TextDocument;

/**
 * Takes a document apart into a {@link Page}.
 *
 * <p>HTML gives metadata (JSON-LD, microdata, Open Graph, Dublin Core, other {@code meta} elements,
 * {@code time}, {@code link}, {@code title}, the language attribute) and blocks with tag, regions
 * and hints; plain text gives one block for each line or, where the paragraphs are hard-wrapped,
 * for each paragraph. Nothing visible is left out.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PageParser {

  private final PageLimits limits;

  public PageParser(PageLimits limits) {
    this.limits = limits;
  }

  /**
   * The page in {@code document}; without blocks if it has no visible text.
   *
   * @throws PageTooComplexException if it has more blocks, or nests deeper, than the limits allow
   */
  public Page parse(TextDocument document) throws PageTooComplexException {
    if (document.isHtml()) {
      return new HtmlPage(document, limits).page();
    }
    BlockList blocks = new BlockList(limits);
    new PlainText(document.text()).addTo(blocks);
    MetadataList metadata = new MetadataList(limits);
    metadata.addRecord(document);
    return new Page(document, metadata.toList(), blocks.toList());
  }
}
