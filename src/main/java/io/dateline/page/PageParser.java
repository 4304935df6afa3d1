package io.dateline.page;

import io.dateline.article.NewsroomFormat;
import io.dateline.article.Page;
import io.dateline.article.TextDocument;
import java.util.List;

/**
 * Takes a document apart into a {@link Page}.
 *
 * <p>HTML gives metadata (JSON-LD, microdata, Open Graph, Dublin Core, other {@code meta} elements,
 * {@code time}, {@code link}, {@code title}, the language attribute) and blocks with tag, regions
 * and hints; plain text gives one block for each line or, where the paragraphs are hard-wrapped,
 * for each paragraph. A newsroom's format gives what it states, and the story that it marks as one.
 * Nothing visible is left out, except what the selectors of a job remove.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PageParser {

  private final PageLimits limits;
  private final List<SourceSelectors> sources;

  /** A parser without selectors. */
  public PageParser(PageLimits limits) {
    this(limits, List.of());
  }

  /**
   * A parser that knows where some sources have what.
   *
   * @param sources the first that is about an HTML page counts for it; plain text has no elements,
   *     and newsrooms' formats say themselves what stands where
   */
  public PageParser(PageLimits limits, List<SourceSelectors> sources) {
    this.limits = limits;
    this.sources = List.copyOf(sources);
  }

  /**
   * The page in {@code document}; without blocks if it has no visible text.
   *
   * @throws PageTooComplexException if it has more blocks, or nests deeper, than the limits allow
   */
  public Page parse(TextDocument document) throws PageTooComplexException {
    NewsroomFormat format = document.newsroomFormat();
    if (format != null) {
      return new NewsroomPage(document, limits).page(format);
    }
    if (document.isHtml()) {
      return new HtmlPage(document, limits).page(sources);
    }
    BlockList blocks = new BlockList(limits);
    new PlainText(document.text()).addTo(blocks);
    MetadataList metadata = new MetadataList(limits);
    metadata.addRecord(document);
    return new Page(document, metadata.toList(), blocks.toList());
  }
}
