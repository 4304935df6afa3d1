package io.dateline.validate;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what a newsroom's document is by what it says of itself, in the words of the IPTC's <a
 * href="http://cv.iptc.org/newscodes/ninature/">nature of news items</a> and <a
 * href="http://cv.iptc.org/newscodes/pubstatusg2/">publishing status</a>.
 */
final class NewsItemKind {

  /** Kinds that are no story, and what they are in a sentence; a composite may hold one. */
  private static final Map<String, String> NO_STORY =
      Map.ofEntries(
          Map.entry("picture", "a picture"),
          Map.entry("photo", "a picture"),
          Map.entry("graphic", "a graphic"),
          Map.entry("animation", "an animation"),
          Map.entry("audio", "a sound recording"),
          Map.entry("video", "a video"),
          Map.entry("event", "an event"),
          Map.entry("planning", "a plan of coverage"),
          Map.entry("packageitem", "a package of other items"),
          Map.entry("conceptitem", "a concept"),
          Map.entry("knowledgeitem", "a vocabulary"),
          Map.entry("planningitem", "a plan of coverage"),
          Map.entry("catalogitem", "a catalogue of vocabularies"));

  private static final List<String> WITHDRAWN = List.of("withheld", "canceled", "cancelled");

  private NewsItemKind() {}

  /** A sentence why the item is no article, or empty if it may be one. */
  static Optional<String> whyNoArticle(Page page) {
    return page.metadata("type")
        .filter(type -> type.source() == Source.NEWSROOM)
        .map(NewsItemKind::code)
        .filter(NO_STORY::containsKey)
        .findFirst()
        .map(code -> "The item says that it is " + NO_STORY.get(code) + ".");
  }

  /** Whether the newsroom said that the story is not, or no longer, to be published. */
  static boolean isWithdrawn(Page page) {
    return page.metadata("creativeWorkStatus").anyMatch(status -> WITHDRAWN.contains(code(status)));
  }

  /** {@code picture} of {@code ninat:picture}. */
  private static String code(Metadatum stated) {
    String value = stated.value();
    return UCharacter.toLowerCase(Locale.ROOT, value.substring(value.lastIndexOf(':') + 1));
  }
}
