package io.dateline.extract.body;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryModelTests {

  private static final String ONE =
      "The ferry across the sound sailed again on Thursday, nine years after it was laid up, with"
          + " two hundred passengers, a brass band of the fire brigade and the mayor on board, and"
          + " it came back an hour later with all of them but one.";

  private static final String TWO =
      "It will sail four times a day until October, and twice a day in winter, the council said.";

  private static Look look(String... lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      blocks.add(Block.line(blocks.size(), line, 1, blocks.size() + 1));
    }
    return new BodyFinder(new Phrases()).look(blocks, StoryNotes.NONE);
  }

  /** Weighs nothing but the signs of these rows. */
  private static StoryModel model(String... rows) {
    return new StoryModel(BlockModel.of(List.of(rows)));
  }

  @Test
  void takesAnotherStoryThanTheRulesOnlyIfItIsSure() {
    Look look = look(ONE, TWO);
    StoryModel doubtful = model("page\talways.0\t0.5\t0\t0\t0");
    StoryModel sure = model("page\talways.0\t50\t0\t0\t0");

    assertThat(doubtful.decide(look).stream()).containsExactly(0, 1);
    assertThat(sure.decide(look).stream()).isEmpty();
  }

  @Test
  void neverTakesWhatAListThatPeopleKeepSaysIsNoStory() {
    Look look = look(ONE, "Add new comment", TWO);

    assertThat(model("page\talways.0\t0\t9\t0\t0").decide(look).stream()).containsExactly(0);
  }

  @Test
  void takesATextOnceThatThePageHoldsTwice() {
    Look look = look(ONE, TWO, ONE.replace("Thursday", "Friday"));

    assertThat(model("page\talways.0\t0\t9\t0\t0").decide(look).stream()).containsExactly(0, 1);
  }

  @Test
  void takesATextOnceAlsoWhereItsParagraphsAreAsLongAsPieces() {
    String one = "Harbour desk. " + numbered("boat", 120);
    String two = "Ferry desk. " + numbered("pier", 240);

    Look look = look(one, two, one.replace("boat1 ", "ship1 "));

    assertThat(model("page\talways.0\t0\t9\t0\t0").decide(look).stream()).containsExactly(0, 1);
  }

  @Test
  void keepsATextWhoseLaterPieceRepeatsAnEarlierOne() {
    String piece = numbered("boat", 120);

    Look look = look(piece, piece);

    assertThat(model("page\talways.0\t0\t9\t0\t0").decide(look).stream()).containsExactly(0, 1);
  }

  private static String numbered(String word, int times) {
    return IntStream.range(0, times).mapToObj(i -> word + i + " sailed.").collect(joining(" "));
  }

  @Test
  void takesNoLinesOfAWordOrTwoAtItsEnds() {
    Look look = look("News", ONE, "A wait", TWO, "Sport");

    assertThat(model("page\talways.0\t0\t9\t0\t0").decide(look).stream()).containsExactly(1, 2, 3);
  }

  @Test
  void takesATextOnceThatThePageHoldsTwiceInAScriptWithoutSpaces() {
    String story =
        "渡船在停航九年之后于星期四再次驶过海峡，船上有二百名乘客、一支铜管乐队和市长本人，码头上挤满了"
            + "从附近村庄赶来的人群，他们带着旗帜和鲜花，一直等到船影消失在雾气之中才慢慢散去回家。";
    Look look = look(story, TWO, story.replace("星期四", "星期五"));

    assertThat(model("page\talways.0\t0\t9\t0\t0").decide(look).stream()).containsExactly(0, 1);
  }

  @Test
  void keepsAShortLastParagraphBehindAnAsideOfASmallPage() {
    Block story = paragraph(0, ONE);
    Block aside = new Block(1, "Fares to rise in May", "p", Set.of(Region.ASIDE), "", 0, 0, 0);
    Block last = paragraph(2, "It will sail again.");
    Block foot = new Block(3, "It will rain again.", "div", Set.of(Region.FOOTER), "", 0, 0, 0);
    Look look =
        new BodyFinder(new Phrases()).look(List.of(story, aside, last, foot), StoryNotes.NONE);

    String prose = Sign.VERDICT.nameOf(List.of(Verdict.values()).indexOf(Verdict.PROSE));
    assertThat(
            model("page\t" + prose + "\t0\t1\t0\t0", "page\talways.0\t0\t-9\t0\t0")
                .decide(look)
                .stream())
        .containsExactly(0, 2);
  }

  private static Block paragraph(int index, String text) {
    return new Block(index, text, "p", Set.of(), "story", 0, 0, 0);
  }
}
