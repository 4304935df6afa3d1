package io.dateline.extract;

import io.dateline.article.Block;
import io.dateline.article.Metadatum;
import io.dateline.article.Page;
import io.dateline.extract.body.StoryNotes;
import io.dateline.extract.text.Folding;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the search for the story is told about the page. */
final class StorySearch {

  /** A stated articleBody shorter than this, in UTF-16 code units, is a teaser. */
  private static final int MIN_STATED_BODY = 300;

  /** Share of the stated body that must be visible for the visible text to be taken. */
  private static final double VISIBLE_SHARE = 0.5;

  /** Shortest first paragraph with its dateline, in UTF-16 code units. */
  private static final int MIN_OPENING = 40;

  /** Longer lines that are read for a dateline, from the page's start. */
  private static final int MAX_OPENINGS_READ = 20;

  private StorySearch() {}

  static StoryNotes notes(Page page, PageSurvey survey, Titles titles, int opening) {
    Metadatum stated = statedBody(page);
    return new StoryNotes(
        survey.reasons(),
        titles.folded(),
        stated == null ? null : Folding.fold(stated.value()),
        opening);
  }

  /** The longest articleBody that the page states, if it is long enough to be one. */
  static @Nullable Metadatum statedBody(Page page) {
    return page.metadata("articleBody")
        .filter(m -> m.value().length() >= MIN_STATED_BODY)
        .max((a, b) -> Integer.compare(a.value().length(), b.value().length()))
        .orElse(null);
  }

  /** Whether the visible paragraphs are too little of the stated body to be all of it. */
  static boolean isMissing(List<String> visible, String stated) {
    int length = visible.stream().mapToInt(String::length).sum();
    return length < VISIBLE_SHARE * stated.length();
  }

  /**
   * The block of a plain-text dump that a dateline opens, or -1. In HTML the layout says where the
   * story is, and datelines open the teasers of other stories as well.
   *
   * @param isOpening whether a line opens with a dateline
   */
  static int opening(Page page, Predicate<String> isOpening) {
    int read = 0;
    List<Block> blocks = page.document().isHtml() ? List.of() : page.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      String text = blocks.get(i).text();
      boolean leadsOn = i + 1 < blocks.size() && endsWithDash(text);
      if ((text.length() >= MIN_OPENING || leadsOn) && read++ < MAX_OPENINGS_READ) {
        if (isOpening.test(leadsOn ? text + " " + blocks.get(i + 1).text() : text)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** A dateline in a line of its own: its dash leads on to the next. */
  private static boolean endsWithDash(String text) {
    String line = text.strip();
    return !line.isEmpty() && "-–—".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
