package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import io.dateline.article.Block;
import io.dateline.article.Dateline;
import io.dateline.article.Page;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.headline.TitleSite;
import io.dateline.extract.text.CleanText;
import io.dateline.extract.text.Folding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second headline of a plain-text dump: the line right under the headline that is no part of
 * the story, or the kicker above it, if the first line has both.
 */
final class Standfirst {

  /** Blocks at a page's start in which it is sought. */
  private static final int MAX_HEAD_BLOCKS = 400;

  /** Words of a standfirst; fewer are a section or an entry of a menu. */
  private static final int MIN_WORDS = 5;

  /** Longest standfirst, in UTF-16 code units. */
  private static final int MAX_LENGTH = 300;

  /** Longest kicker, in UTF-16 code units. */
  private static final int MAX_KICKER = 80;

  /** Blocks below a standfirst in which a byline, a date or the story follows. */
  private static final int MAX_GAP = 4;

  /** Signs between the sections that lead to a page. */
  private static final Set<String> TRAIL_SIGNS = Set.of("»", "›", ">");

  /** Fewer may be part of a headline. */
  private static final int MIN_TRAIL_SIGNS = 2;

  /** The class of letters of scripts without capitals. */
  private static final int OTHER_LETTER = UCharacterCategory.OTHER_LETTER;

  private final List<Block> head;
  private final PageSurvey survey;
  private final Phrases phrases;

  /** The dateline, which the paragraphs have lost and the page still has. */
  private @Nullable String opening;

  Standfirst(Page page, PageSurvey survey, Phrases phrases) {
    this.head =
        page.document().isHtml()
            ? List.of()
            : page.blocks().subList(0, Math.min(MAX_HEAD_BLOCKS, page.blocks().size()));
    this.survey = survey;
    this.phrases = phrases;
  }

  /**
   * The second headline, or null.
   *
   * @param paragraphs the story
   * @param dateline what was taken off the story's first paragraph, or stands in a line of its own
   */
  @Nullable String of(String headline, List<String> paragraphs, @Nullable Dateline dateline) {
    opening = dateline == null ? null : CleanText.clean(dateline.raw());
    String folded = Folding.fold(headline);
    for (int i = head.size() - 1; i >= 0; i--) {
      if (head.get(i).text().length() <= headline.length() + MAX_GAP
          && Folding.fold(head.get(i).text()).equals(folded)) {
        String below =
            i + 1 < head.size() && isBelow(i + 1, paragraphs) ? head.get(i + 1).text() : null;
        if (below != null || i == 0) {
          return below;
        }
        String kicker = head.get(i - 1).text();
        String both = Folding.fold(head.get(0).text());
        return kicker.length() <= MAX_KICKER
                && i > 1
                && both.startsWith(Folding.fold(kicker) + ' ' + folded)
            ? kicker
            : null;
      }
    }
    return null;
  }

  private boolean isBelow(int index, List<String> story) {
    String text = head.get(index).text();
    if (text.length() > MAX_LENGTH
        || survey.reasons().containsKey(index)
        || survey.namesNobody().contains(index)
        || isStory(index, story)
        || TitleSite.words(text).size() < MIN_WORDS
        || isRow(text)
        || phrases.in(text, Folding.fold(text)).isPresent()) {
      return false;
    }
    for (int i = index + 1; i < head.size() && i <= index + MAX_GAP; i++) {
      if (survey.reasons().containsKey(i) || isStory(i, story)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is a row of names, networks, years, or of sections as in {@code You are here: Start
   * » News » Books}. Of a sentence's or headline's words some open with a small letter, unless all
   * is in capitals or the script knows none.
   */
  private static boolean isRow(String text) {
    int signs = 0;
    boolean opensSmall = false;
    boolean holdsSmall = false;
    boolean cased = true;
    for (String word : text.split(" ", -1)) {
      signs += TRAIL_SIGNS.contains(word) ? 1 : 0;
      opensSmall |= !word.isEmpty() && UCharacter.isLowerCase(word.codePointAt(0));
      holdsSmall |= word.codePoints().anyMatch(UCharacter::isLowerCase);
      cased &= word.codePoints().noneMatch(c -> UCharacter.getType(c) == OTHER_LETTER);
    }
    boolean capitals = !holdsSmall && text.codePoints().anyMatch(UCharacter::isUpperCase);
    return signs >= MIN_TRAIL_SIGNS || (cased && !opensSmall && !capitals);
  }

  private boolean isStory(int index, List<String> story) {
    String text = CleanText.clean(head.get(index).text());
    // A dateline may be wrapped: then its line begins it, and the next ends with the paragraph.
    return story.contains(text)
        || (opening != null
            && (text.contains(opening)
                || opening.startsWith(text)
                || story.stream().anyMatch(text::endsWith)));
  }
}
