package io.dateline.page;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import io.dateline.article.Capture;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.NewsroomFormat;
import io.dateline.article.Page;
import io.dateline.article.SelectedParts;
import io.dateline.article.TextDocument;
import io.dateline.page.newsroom.NewsItem;
import io.dateline.page.newsroom.NewsItem.Passage;
import io.dateline.page.newsroom.NewsroomReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One document of a newsroom as a page, whose story is what the format says it is. */
final class NewsroomPage {

  /** Regions of HTML in a story that are none of it. */
  private static final List<Region> NO_STORY =
      List.of(Region.FIGURE, Region.HIDDEN, Region.NAV, Region.FORM);

  private final TextDocument document;
  private final PageLimits limits;
  private final MetadataList metadata;
  private final BlockList blocks;
  private final Set<Integer> story = new HashSet<>();

  NewsroomPage(TextDocument document, PageLimits limits) {
    this.document = document;
    this.limits = limits;
    this.metadata = new MetadataList(limits);
    this.blocks = new BlockList(limits);
  }

  Page page(NewsroomFormat format) throws PageTooComplexException {
    NewsItem item = format == NewsroomFormat.NINJS ? ninjs() : xml(format);
    if (item.excess() != null) {
      throw new PageTooComplexException(item.excess());
    }
    // Whatever else is left out beyond the limit, this is not.
    metadata.add(Source.NEWSROOM, "markup", "damage", item.damage());
    metadata.addRecord(document);
    Set<String> said = saidOtherwise();
    for (NewsItem.Statement stated : item.statements()) {
      if (!said.contains(stated.property())) {
        metadata.add(Source.NEWSROOM, stated.key(), stated.property(), stated.value());
      }
    }
    addBlocks(item);
    return new Page(
        named(item),
        metadata.toList(),
        blocks.toList(),
        SelectedParts.ofFormat(item.storyKey(), story));
  }

  /** What a job reads from other fields of a record of ninjs than the format does. */
  private Set<String> saidOtherwise() {
    Capture capture = document.capture();
    return NewsroomFormat.NINJS.mediaType().equals(capture.mediaType())
        ? capture.statements().stream().map(Metadatum::property).collect(Collectors.toSet())
        : Set.of();
  }

  private NewsItem xml(NewsroomFormat format) {
    return NewsroomReader.xml(format, document.text(), limits.maxDepth());
  }

  private NewsItem ninjs() {
    String json = document.text();
    JsonShape shape = JsonShape.of(json, limits.maxDepth());
    if (shape == JsonShape.TOO_DEEP) {
      return NewsroomReader.ninjsTooDeep(limits.maxDepth());
    }
    // The story is in the JSON: what bounds the document bounds it.
    PageLimits all =
        new PageLimits(
            limits.maxBlocks(),
            limits.maxDepth(),
            limits.maxMetadata(),
            Math.max(json.length(), limits.maxJsonLdChars()),
            limits.maxDepth(),
            limits.maxSelectorElements(),
            limits.maxBlockChars());
    for (Object root : new LenientJson(all).parse(json)) {
      if (root instanceof Map<?, ?> item) {
        return NewsroomReader.ninjs(item, shape == JsonShape.WHOLE);
      }
    }
    return NewsroomReader.ninjs(Map.of(), false);
  }

  private void addBlocks(NewsItem item) throws PageTooComplexException {
    if (item.html() != null) {
      addHtml(item.html());
    } else if (item.text() != null) {
      new PlainText(item.text()).addTo(blocks);
      for (int i = 0; i < blocks.size(); i++) {
        story.add(i);
      }
    }
    for (Passage passage : item.passages()) {
      int from = blocks.size();
      blocks.addPassage(TextFolding.fold(passage.text()), passage.tag());
      for (int i = from; passage.story() && i < blocks.size(); i++) {
        story.add(i);
      }
    }
  }

  private void addHtml(String html) throws PageTooComplexException {
    TextDocument part =
        new TextDocument(
            document.id(), html, "text/html", document.charset(), 0, 0, Capture.UNKNOWN);
    for (Block block : new HtmlPage(part, limits).page(List.of()).blocks()) {
      if (NO_STORY.stream().noneMatch(block::in)) {
        story.add(blocks.size());
      }
      blocks.addElement(
          block.text(), block.tag(), block.regions(), block.hints(), block.linkChars());
    }
  }

  /** The document under the item's own id, unless its container has one for it. */
  private TextDocument named(NewsItem item) {
    Capture capture = document.capture();
    if (item.id() == null || capture.recordId() != null) {
      return document;
    }
    return new TextDocument(
        document.id(),
        document.text(),
        document.mediaType(),
        document.charset(),
        document.replacementCharacters(),
        document.sizeBytes(),
        new Capture(
            TextFolding.fold(item.id()),
            capture.url(),
            capture.date(),
            capture.mediaType(),
            capture.charset(),
            capture.statements()));
  }
}
