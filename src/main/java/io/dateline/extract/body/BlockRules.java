package io.dateline.extract.body;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import io.dateline.extract.body.Hints.Hint;
import io.dateline.extract.body.Hints.Says;
import io.dateline.extract.body.StoryNotes.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that judge one block by itself, in order: the first that has an opinion decides.
 *
 * <p>Weights are in words. A paragraph adds its words; what stands between two paragraphs costs, so
 * that a menu ends a story and a subheading does not.
 */
final class BlockRules {

  /** Words of one paragraph that count: one endless block must not outweigh the page. */
  private static final int MAX_PARAGRAPH_WORDS = 80;

  /** Words taken off each paragraph: teasers of other stories are short, paragraphs are not. */
  private static final int TEASER_WORDS = 6;

  /** A word or two between paragraphs. */
  private static final double SHORT_LINE_COST = -5;

  /** A line as long as a headline: a subheading, or the headline of another story. */
  private static final double HEADLINE_COST = -9;

  /** A short line inside an element that is named after stories. */
  private static final double STORY_LINE_COST = -1;

  /** A short line inside an {@code article} element, which may also be a teaser's. */
  private static final double ARTICLE_LINE_COST = -2.5;

  /** A short line after a dateline has opened the story: a table of results, a list of names. */
  private static final double OPENED_LINE_WORTH = 0.5;

  /** The block that a dateline opens, in words: it is the story's beginning for certain. */
  private static final double DATELINE_WORTH = 20;

  private static final double ASIDE_COST = -6;
  private static final double DROP_COST = -3;

  /** A byline or date inside a story is rare; comments and teasers have one each. */
  private static final double SPOKEN_FOR_COST = -12;

  private static final double BREAK_COST = -20;

  /** Share of any block inside links above which it is a list of links. */
  private static final double MANY_LINKS = 0.6;

  /** Share of a short block inside links above which it is one. */
  private static final double SOME_LINKS = 0.34;

  private static final int SHORT_BLOCK_WORDS = 15;

  /** Upright bars between the entries of a menu in one line. */
  private static final int MENU_BARS = 3;

  private static final List<Region> ASIDE_REGIONS =
      List.of(Region.NAV, Region.ASIDE, Region.FOOTER, Region.FORM, Region.FIGURE);

  /** What a rule sees. */
  record View(
      BlockFeatures features,
      Hint hint,
      StoryNotes notes,
      PageSigns signs,
      StatedStory stated,
      boolean repetition,
      boolean opened) {
    Block block() {
      return features.block();
    }
  }

  @FunctionalInterface
  private interface Rule {
    @Nullable Mark judge(View view);
  }

  private final Phrases phrases;
  private final List<Rule> rules;

  BlockRules(Phrases phrases) {
    this.phrases = phrases;
    this.rules =
        List.of(
            BlockRules::opening,
            BlockRules::spokenFor,
            BlockRules::title,
            this::phrase,
            BlockRules::address,
            BlockRules::cookies,
            BlockRules::hidden,
            BlockRules::statedBody,
            BlockRules::region,
            BlockRules::hint,
            BlockRules::links,
            BlockRules::repetition,
            BlockRules::prose,
            BlockRules::shortLine);
  }

  Mark judge(View view) {
    for (Rule rule : rules) {
      Mark mark = rule.judge(view);
      if (mark != null) {
        return mark;
      }
    }
    throw new IllegalStateException("the last rule judges every block");
  }

  private static @Nullable Mark opening(View view) {
    return view.block().index() == view.notes().opening()
        ? new Mark(
            Verdict.OPENS_WITH_DATELINE,
            Math.max(DATELINE_WORTH, paragraphWeight(view.features().words())),
            "opens with a dateline")
        : null;
  }

  private static @Nullable Mark spokenFor(View view) {
    Claim claim = view.notes().spokenFor().get(view.block().index());
    if (claim == null) {
      return null;
    }
    Verdict verdict =
        switch (claim.field()) {
          case LABEL -> Verdict.LABEL;
          case BYLINE -> Verdict.BYLINE;
          case DATE -> Verdict.DATE_LINE;
          case SIGN_OFF -> Verdict.SIGN_OFF;
        };
    return new Mark(verdict, SPOKEN_FOR_COST, claim.text());
  }

  private static @Nullable Mark title(View view) {
    String folded = view.features().folded();
    return view.notes().titles().contains(folded)
        ? new Mark(Verdict.TITLE, DROP_COST, "repeats the title")
        : null;
  }

  private @Nullable Mark phrase(View view) {
    return phrases
        .in(view.block().text(), view.features().folded())
        .map(
            phrase ->
                switch (phrase.kind()) {
                  case END ->
                      new Mark(Verdict.PHRASE_END, BREAK_COST, "ends the story: " + phrase.text());
                  case BREAK ->
                      standsAside(view)
                          ? new Mark(Verdict.PHRASE_ASIDE, ASIDE_COST, "side matter in its own box")
                          : new Mark(
                              Verdict.PHRASE_BREAK, BREAK_COST, "side matter: " + phrase.text());
                  case DROP ->
                      new Mark(Verdict.PHRASE_DROP, DROP_COST, "page furniture: " + phrase.text());
                })
        .orElse(null);
  }

  /** Side matter inside an element of its own ends with it, and the story goes on. */
  private static boolean standsAside(View view) {
    return view.hint().says() == Says.ASIDE
        || view.signs().in(Region.ASIDE, view.features())
        || view.signs().in(Region.FORM, view.features());
  }

  /** A mail address in a line of its own is its writer's. */
  private static @Nullable Mark address(View view) {
    String text = view.block().text().strip();
    int at = text.indexOf('@');
    boolean alone =
        at > 0
            && text.indexOf('.', at) > at
            && text.indexOf(' ') < 0
            && text.lastIndexOf('@') == at;
    return alone ? new Mark(Verdict.ADDRESS, DROP_COST, "a mail address") : null;
  }

  /** A paragraph that says "cookies" twice asks for consent, unless the story is about them. */
  private static @Nullable Mark cookies(View view) {
    String folded = view.features().folded();
    int first = folded.indexOf("cookie");
    boolean twice = first >= 0 && folded.indexOf("cookie", first + 6) >= 0;
    return twice && view.notes().titles().stream().noneMatch(title -> title.contains("cookie"))
        ? new Mark(Verdict.COOKIES, ASIDE_COST, "about the page's cookies")
        : null;
  }

  private static @Nullable Mark hidden(View view) {
    return view.signs().in(Region.HIDDEN, view.features())
        ? new Mark(Verdict.HIDDEN, DROP_COST, "hidden")
        : null;
  }

  /** Where the page's metadata give the story, a block inside it is a paragraph. */
  private static @Nullable Mark statedBody(View view) {
    return view.stated().holds(view.features())
        ? new Mark(
            Verdict.STATED, paragraphWeight(view.features().words()), "in the stated articleBody")
        : null;
  }

  private static @Nullable Mark region(View view) {
    for (Region region : ASIDE_REGIONS) {
      if (view.signs().in(region, view.features())) {
        return new Mark(Verdict.REGION, ASIDE_COST, "stands in " + region);
      }
    }
    return null;
  }

  private static @Nullable Mark hint(View view) {
    return view.hint().says() == Says.ASIDE
        ? new Mark(Verdict.HINT, ASIDE_COST, "stands in an element named " + view.hint().name())
        : null;
  }

  private static @Nullable Mark links(View view) {
    double density = view.block().linkDensity();
    boolean isShort = view.features().words() <= SHORT_BLOCK_WORDS;
    boolean prose = view.features().isProse();
    if (!prose && bars(view.block().text()) >= MENU_BARS) {
      return new Mark(Verdict.LINKS, ASIDE_COST, "a menu in one line");
    }
    return density > MANY_LINKS || (isShort && !prose && density > SOME_LINKS)
        ? new Mark(Verdict.LINKS, ASIDE_COST, "links")
        : null;
  }

  private static int bars(String text) {
    int bars = 0;
    for (int at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) {
      bars++;
    }
    return bars;
  }

  private static @Nullable Mark repetition(View view) {
    return view.repetition()
        ? new Mark(Verdict.REPETITION, DROP_COST, "repeats an earlier block")
        : null;
  }

  private static @Nullable Mark prose(View view) {
    BlockFeatures features = view.features();
    if (!features.isProse() || view.block().isHeading()) {
      return null;
    }
    double weight = paragraphWeight(features.words()) * (1 - view.block().linkDensity());
    if (view.hint().says() == Says.STORY) {
      weight *= 1.5;
    } else if (view.block().in(Region.LIST) || view.block().in(Region.TABLE)) {
      weight *= 0.5;
    }
    return new Mark(Verdict.PROSE, weight, "reads like a paragraph");
  }

  private static Mark shortLine(View view) {
    if (view.opened()) {
      return new Mark(
          Verdict.SHORT_AFTER_DATELINE,
          OPENED_LINE_WORTH,
          "a short line of a story with a dateline");
    }
    if (view.hint().says() == Says.STORY) {
      return new Mark(Verdict.SHORT_IN_STORY, STORY_LINE_COST, "a short line");
    }
    if (view.block().in(Region.ARTICLE)) {
      return new Mark(Verdict.SHORT_IN_ARTICLE, ARTICLE_LINE_COST, "a short line");
    }
    boolean few = view.features().words() <= 3;
    return few
        ? new Mark(Verdict.SHORT_LINE, SHORT_LINE_COST, "a short line")
        : new Mark(Verdict.HEADLINE_LINE, HEADLINE_COST, "a short line");
  }

  private static double paragraphWeight(int words) {
    return Math.max(2, Math.min(words, MAX_PARAGRAPH_WORDS) - TEASER_WORDS);
  }
}
