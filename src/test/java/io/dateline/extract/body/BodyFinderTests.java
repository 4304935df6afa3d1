package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import io.dateline.article.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyFinderTests {

  private static final String ONE =
      "The ferry across the sound sailed again on Thursday, nine years after it was laid up. "
          + "It had stood in the dry dock of the old yard since the line was closed by the council.";
  private static final String TWO =
      "Some two hundred passengers stood on the quay at six in the morning to see it off. "
          + "Many had brought flags and flowers, and a brass band played until the boat was gone.";
  private static final String THREE =
      "The council bought the boat from a yard in the north and had it painted in May. "
          + "It paid three million for it, half of what a new one would have cost the town.";

  private final BodyFinder finder = new BodyFinder(new Phrases());

  private List<String> story(String... lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      blocks.add(Block.line(blocks.size(), line, 1, blocks.size() + 1));
    }
    return texts(blocks, StoryNotes.NONE);
  }

  private List<String> texts(List<Block> blocks, StoryNotes notes) {
    return finder.find(blocks, notes, Trace.NONE).stream().map(Block::text).toList();
  }

  private static Block element(int index, String text, String hints, Region... regions) {
    return new Block(index, text, "p", Set.of(regions), hints, 0, 0, 0);
  }

  @Test
  void takesTheParagraphsBetweenMenuAndFoot() {
    assertThat(story("Home", "News", "Sport", ONE, TWO, THREE, "About us", "Imprint", "Jobs"))
        .containsExactly(ONE, TWO, THREE);
  }

  @Test
  void keepsASubheadingBetweenParagraphs() {
    assertThat(story(ONE, "A long wait", TWO)).containsExactly(ONE, "A long wait", TWO);
  }

  @Test
  void leavesOutTheLineThatStandsBetweenTheParagraphsAgainAndAgain() {
    String line = "The rest of this page";

    assertThat(story(ONE, line, TWO, line, THREE, line, ONE + " Again.", line))
        .containsExactly(ONE, TWO, THREE, ONE + " Again.");
  }

  @Test
  void keepsTheNamesOfTwoWhoTalkToEachOther() {
    assertThat(
            story(
                ONE,
                "Berg",
                TWO,
                "Lima",
                THREE,
                "Berg",
                ONE + " 1.",
                "Lima",
                TWO + " 1.",
                "Berg",
                THREE + " 1.",
                "Lima",
                ONE + " 2."))
        .hasSize(13);
  }

  @Test
  void dropsTheHeadlinesOfRelatedStoriesInsideTheStory() {
    assertThat(story(ONE, TWO, "Read more", "Harbour fee to rise", THREE, ONE + " Again."))
        .containsExactly(ONE, TWO, THREE, ONE + " Again.");
  }

  @Test
  void endsTheStoryAtTheCommentForm() {
    assertThat(
            story(ONE, TWO, "Add new comment", "I remember the old boat very well, it was late."))
        .containsExactly(ONE, TWO);
  }

  @Test
  void prefersTheStoryToItsLongerComments() {
    String comment = "I remember the old boat very well, since it was always late on Mondays.";
    assertThat(
            story(
                ONE,
                TWO,
                THREE,
                "Comments",
                comment,
                comment + " A",
                comment + " B",
                comment + " C",
                comment + " D"))
        .containsExactly(ONE, TWO, THREE);
  }

  @Test
  void findsAStoryInAScriptWithoutSpaces() {
    String one = "市议会周四表示，跨越海峡的渡轮在停航九年之后重新启航，首航吸引了大批居民前来观看。";
    String two = "渡轮公司说，夏季每天将有四个班次，冬季则减为两个班次，票价保持不变。";
    assertThat(story("首页", "新闻", one, two, "相关新闻", "港口费用上涨")).containsExactly(one, two);
  }

  @Test
  void takesNothingFromAPageOfShortLines() {
    assertThat(story("Home", "News", "Sport", "Weather", "Contact")).isEmpty();
  }

  @Test
  void dropsWhatStandsAsideInHtml() {
    List<Block> blocks =
        List.of(
            element(0, ONE, "article-body"),
            element(1, TWO, "caption", Region.FIGURE),
            element(2, THREE, "article-body"),
            element(3, TWO, "related-stories sidebar", Region.ASIDE),
            element(4, TWO + " Later.", "comment-text comments"));

    assertThat(texts(blocks, StoryNotes.NONE)).containsExactly(ONE, THREE);
  }

  @Test
  void distrustsANameThatStandsAroundTheWholePage() {
    List<Block> blocks =
        List.of(
            element(0, ONE, "page-with-sidebar"),
            element(1, TWO, "page-with-sidebar"),
            element(2, THREE, "page-with-sidebar"));

    assertThat(texts(blocks, StoryNotes.NONE)).containsExactly(ONE, TWO, THREE);
  }

  @Test
  void dropsWhatIsSpokenForAndRepetitionsOfTheTitle() {
    List<Block> blocks =
        List.of(
            Block.line(0, "Ferry returns after nine years", 0, 1),
            Block.line(1, "Posted on 4 March by the harbour office of the town.", 0, 2),
            Block.line(2, ONE, 1, 4),
            Block.line(3, TWO, 1, 6));
    StoryNotes notes =
        new StoryNotes(
            Map.of(1, new StoryNotes.Claim(StoryNotes.Claim.Field.DATE, "a date line")),
            Set.of("ferry returns after nine years"),
            null,
            -1);

    assertThat(texts(blocks, notes)).containsExactly(ONE, TWO);
  }
}
