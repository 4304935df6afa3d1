package io.dateline.article;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document taken apart, the same shape for plain text and HTML: what the page says of itself, and
 * its visible text as an ordered list of blocks.
 *
 * @param document the text that was parsed
 * @param metadata statements of the page about itself, in document order
 * @param blocks visible text in document order, none of them blank
 * @param selected what the job's own selectors found
 */
public record Page(
    TextDocument document, List<Metadatum> metadata, List<Block> blocks, SelectedParts selected) {

  /** A page for which the job has no selectors. */
  public Page(TextDocument document, List<Metadatum> metadata, List<Block> blocks) {
    this(document, metadata, blocks, SelectedParts.NONE);
  }

  public Page {
    metadata = List.copyOf(metadata);
    blocks = List.copyOf(blocks);
  }

  /** The statements of one schema.org property, in document order. */
  public Stream<Metadatum> metadata(String property) {
    return metadata.isEmpty()
        ? Stream.empty()
        : metadata.stream().filter(m -> m.property().equals(property));
  }

  /** The first value of a property from one kind of source. */
  public @Nullable String first(Metadatum.Source source, String property) {
    return metadata(property)
        .filter(m -> m.source() == source)
        .map(Metadatum::value)
        .findFirst()
        .orElse(null);
  }
}
