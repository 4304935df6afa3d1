package io.dateline.fuzz;

import static io.dateline.fuzz.Invariants.require;

import io.dateline.article.Block;
import io.dateline.article.Capture;
import io.dateline.article.Metadatum;
import io.dateline.article.Page;
import io.dateline.article.TextDocument;
import io.dateline.page.PageLimits;
import io.dateline.page.PageParser;
import io.dateline.page.PageTooComplexException;
import io.dateline.source.DocumentDecoder;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Taking a document apart. */
final class PageCheck implements Check {

  private static final PageLimits AMPLE = PageLimits.defaults();

  /** So small that each of them is met. */
  private static final PageLimits TIGHT = new PageLimits(40, 16, 20, 600, 5, 200, 1000);

  /** Three UTF-16 code units may come of one when it is composed: U+FB2C. */
  private static final int GROWTH = 3;

  private final Predicate<TextDocument> kinds;
  private final DocumentDecoder decoder = new DocumentDecoder();

  /** A check of documents of a kind, and no others. */
  PageCheck(Predicate<TextDocument> kinds) {
    this.kinds = kinds;
  }

  @Override
  public void check(byte[] input) {
    TextDocument text = decoder.decode(DecodingCheck.raw(input, Capture.UNKNOWN));
    if (text.text().isEmpty() || !kinds.test(text)) {
      return;
    }
    Page page = parse(text, AMPLE);
    require(Objects.equals(page, parse(text, AMPLE)), "it differs the second time", text);
    check(text, page, AMPLE);
    check(text, parse(text, TIGHT), TIGHT);
  }

  private static void check(TextDocument text, @Nullable Page page, PageLimits limits) {
    if (page == null) {
      return;
    }
    int blocks = page.blocks().size();
    require(blocks <= limits.maxBlocks(), "too many blocks", blocks);
    require(page.metadata().size() <= limits.maxMetadata(), "too much metadata", page.metadata());
    long length = 0;
    for (int i = 0; i < blocks; i++) {
      Block block = page.blocks().get(i);
      require(block.index() == i, "blocks are out of order", block);
      requireBlock(block, limits);
      length += block.text().length();
    }
    require(length <= (long) GROWTH * text.text().length(), "longer than the document", length);
    for (Metadatum statement : page.metadata()) {
      require(!statement.value().isBlank(), "a blank statement", statement);
      Invariants.requireText("a statement", statement.value());
    }
    for (int index : page.selected().story()) {
      require(index >= 0 && index < blocks, "a story that is not on the page", index);
    }
  }

  private static void requireBlock(Block block, PageLimits limits) {
    require(!block.text().isBlank(), "a blank block", block);
    Invariants.requireText("a block", block.text());
    int length = block.text().length();
    require(length <= GROWTH * limits.maxBlockChars(), "an endless block", length);
    require(block.linkChars() >= 0 && block.gapBefore() >= 0, "a count below zero", block);
    require(block.line() >= 0, "a line below zero", block);
  }

  /** The page, null if it is too complex. */
  private static @Nullable Page parse(TextDocument text, PageLimits limits) {
    try {
      return new PageParser(limits).parse(text);
    } catch (PageTooComplexException e) {
      return null;
    }
  }
}
