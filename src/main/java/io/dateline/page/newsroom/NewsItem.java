package io.dateline.page.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document of a newsroom holds. Its story is in one of three forms, the others being empty:
 * passages, a text in HTML, or a plain text.
 *
 * @param id what the item calls itself: {@code doc-id}, {@code guid}, {@code uri}
 * @param storyKey the element or property that holds the story, as {@code body.content}
 * @param statements in order of trust within each property; neither folded nor bounded
 * @param passages of the story, and of lines behind it, in their order; likewise
 * @param html the story as HTML
 * @param text the story as plain text
 * @param damage what is wrong with the markup, one sentence; what stood before it was read
 * @param excess why the document cannot be read at all, one sentence
 */
public record NewsItem(
    @Nullable String id,
    String storyKey,
    List<Statement> statements,
    List<Passage> passages,
    @Nullable String html,
    @Nullable String text,
    @Nullable String damage,
    @Nullable String excess) {

  public NewsItem {
    statements = List.copyOf(statements);
    passages = List.copyOf(passages);
  }

  /**
   * One statement.
   *
   * @param key the format's own name of where it stands: {@code hl1}, {@code date.issue}
   * @param property what it means, as in {@code io.dateline.article.Metadatum}
   */
  public record Statement(String key, String property, String value) {}

  /**
   * A paragraph, subhead, list item or row.
   *
   * @param tag the HTML element that means the same
   * @param story whether it is a part of the story
   */
  public record Passage(String text, String tag, boolean story) {}
}
