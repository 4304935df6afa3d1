package io.dateline.extract.body;

import io.dateline.article.Block;
import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Metadatum;
import io.dateline.article.Page;
import io.dateline.article.RawDocument;
import io.dateline.article.TextDocument;
import io.dateline.extract.StoryNotesOf;
import io.dateline.extract.body.LabelledPage.Truth;
import io.dateline.page.PageLimits;
import io.dateline.page.PageParser;
import io.dateline.page.PageTooComplexException;
import io.dateline.source.DocumentDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled pages: a folder with {@code input/}, the pages' files, and {@code expected.jsonl},
 * one object a line: {@code id}, the file's name, and {@code expected} with the story as {@code
 * body} or {@code body_paragraphs}, or with pieces of it and of the rest of the page as {@code
 * must_contain} and {@code must_not_contain}. Of a set without any of these, every page is taken to
 * be a story and nothing else.
 */
final class LabelledSet {

  private final JsonMapper json = JsonMapper.builder().build();
  private final DocumentDecoder decoder = new DocumentDecoder();
  private final PageParser parser = new PageParser(PageLimits.defaults());
  private final StoryNotesOf notes = new StoryNotesOf();
  private final BodyFinder finder = new BodyFinder(new Phrases());

  /** The set's pages, and those in HTML once more as plain text, which they teach as well. */
  List<LabelledPage> read(Path folder) throws IOException, PageTooComplexException {
    String set = String.valueOf(folder.getFileName());
    List<LabelledPage> pages = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
      JsonNode labelled = json.readTree(line);
      String id = labelled.get("id").asString();
      byte[] content = Files.readAllBytes(folder.resolve("input").resolve(id));
      Page page =
          parser.parse(
              decoder.decode(new RawDocument(0, EntryId.ofFile("", id), content, Capture.UNKNOWN)));
      if (page.blocks().isEmpty()) {
        continue;
      }
      pages.add(label(set, page, labelled.get("expected")));
      if (page.document().isHtml()) {
        pages.add(label(set + " as text", asText(page), labelled.get("expected")));
      }
    }
    return pages;
  }

  private LabelledPage label(String set, Page page, JsonNode expected) {
    Look look = finder.look(page.blocks(), notes.page(page));
    List<Block> blocks = look.features().stream().map(BlockFeatures::block).toList();
    List<String> gold = strings(expected.path("body_paragraphs"));
    if (gold.isEmpty() && !expected.path("body").asString("").isEmpty()) {
      gold = List.of(expected.get("body").asString().split("\n", -1));
    }
    if (!gold.isEmpty()) {
      return LabelledPage.of(set, look, LabelledPage.truth(blocks, gold), gold);
    }
    if (expected.has("must_contain")) {
      List<String> inside = strings(expected.path("must_contain"));
      List<String> outside = strings(expected.path("must_not_contain"));
      return LabelledPage.of(set, look, LabelledPage.truth(blocks, inside, outside), List.of());
    }
    List<String> all = blocks.stream().map(Block::text).toList();
    return LabelledPage.of(set, look, Collections.nCopies(blocks.size(), Truth.IN), all);
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** The page as a reader's copy of it: its title, then its blocks, with or without blank lines. */
  private static Page asText(Page page) {
    List<Block> lines = new ArrayList<>();
    String title = page.first(Metadatum.Source.TITLE_ELEMENT, "headline");
    if (title != null && !title.isBlank()) {
      lines.add(Block.line(0, title, 0, 1));
    }
    int style = page.blocks().size() % 3;
    for (Block block : page.blocks()) {
      boolean paragraph = block.tag().equals("p") || block.isHeading();
      int gap = style == 0 ? 0 : style == 1 && !paragraph ? 0 : 1;
      lines.add(Block.line(lines.size(), block.text(), gap, lines.size() + 1));
    }
    TextDocument html = page.document();
    return new Page(
        new TextDocument(
            html.id(), "", "text/plain", html.charset(), 0, html.sizeBytes(), html.capture()),
        List.of(),
        lines);
  }
}
