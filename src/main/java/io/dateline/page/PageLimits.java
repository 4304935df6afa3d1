package io.dateline.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How large and how deep a document may be. What exceeds the first two is rejected; what exceeds
 * the others is left out, since the rest of the page may still be an article.
 *
 * @param maxBlocks blocks of text in a page
 * @param maxDepth elements nested in each other, and objects and lists of ninjs
 * @param maxMetadata statements of a page about itself; later ones are left out
 * @param maxJsonLdChars length of one JSON-LD script in UTF-16 code units; longer ones are left out
 * @param maxJsonLdDepth objects and arrays nested in each other in JSON-LD; what lies deeper is
 *     left out
 * @param maxSelectorElements HTML elements of a page that a job's own selectors are compared with,
 *     each with up to twenty around it on average; on a page with more they find nothing
 * @param maxBlockChars length of one block in UTF-16 code units; a longer one is split at a space
 */
public record PageLimits(
    @Min(1) @Max(10_000_000) int maxBlocks,
    @Min(16) @Max(10_000) int maxDepth,
    @Min(0) @Max(100_000) int maxMetadata,
    @Min(0) @Max(100_000_000) int maxJsonLdChars,
    @Min(1) @Max(1_000) int maxJsonLdDepth,
    @Min(0) @Max(1_000_000) int maxSelectorElements,
    @Min(1_000) @Max(100_000_000) int maxBlockChars) {

  /** Limits that every known news page keeps by a factor of ten. */
  public static PageLimits defaults() {
    return new PageLimits(20_000, 512, 2_000, 4 * 1024 * 1024, 64, 100_000, 200_000);
  }
}
