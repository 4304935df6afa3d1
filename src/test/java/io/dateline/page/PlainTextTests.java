package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Block;
import io.dateline.article.Page;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

  @Test
  void makesEachLineOfAPageDumpABlockOfItsOwn() {
    String dump =
        """
        Ferry sails again
        Home
        News

        Published:
        5 September 2016

        PORTO, Portugal -- The ferry sailed again on Monday after a week of storms that had kept the harbour shut, the port authority said.
        "We are glad," said Ana Gomes, who has run the ticket office for many years and has seldom seen such waves.

        Add new comment
        """;

    assertThat(texts(dump))
        .containsExactly(dump.lines().filter(l -> !l.isBlank()).toArray(String[]::new));
  }

  @Test
  void tellsTheBlankLinesBeforeABlockAndWhereItStarts() {
    List<Block> blocks = Pages.plain("\nRain\nSun\n\n \t\nWind").blocks();

    assertThat(blocks).extracting(Block::gapBefore).containsExactly(1, 0, 2);
    assertThat(blocks).extracting(Block::line).containsExactly(2, 3, 6);
    assertThat(blocks).extracting(Block::index).containsExactly(0, 1, 2);
    assertThat(blocks).extracting(Block::tag).containsOnly("line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\u000B", "\f"})
  void breaksLinesWhereverUnicodeDoes(String lineBreak) {
    assertThat(texts("Rain" + lineBreak + "Sun")).containsExactly("Rain", "Sun");
  }

  @Test
  void foldsTabsAndSpacesAndRemovesWhatCannotBeSeen() {
    assertThat(texts("\uFEFF Rain\t\tand\u00A0 \u200Bsun\u00AD\0shine "))
        .containsExactly("Rain and sunshine");
  }

  @Test
  void readsControlCharactersAsTheMarksTheyOnceWere() {
    assertThat(texts("\u0093It\u0092s rain\u0094\u0081 \u0096 now"))
        .containsExactly("\u201CIt\u2019s rain\u201D \u2013 now");
  }

  @Nested
  class HardWrapped {

    private static final String STORY =
        """
        FERRY SAILS AGAIN

            PORTO, Portugal, Sept 5 - The ferry sailed again on Monday
        after a week of storms that had kept the harbour shut, and the
        port authority said that no further warnings were in force.
            "We are glad," said Ana Gomes, who has run the ticket
        office for twenty years.
            It was the longest interruption since the service began,
        she added.
        """;

    @Test
    void paragraphsAreJoinedByTheirIndents() {
      assertThat(texts(STORY))
          .containsExactly(
              "FERRY SAILS AGAIN",
              "PORTO, Portugal, Sept 5 - The ferry sailed again on Monday after a week of storms"
                  + " that had kept the harbour shut, and the port authority said that no further"
                  + " warnings were in force.",
              "\"We are glad,\" said Ana Gomes, who has run the ticket office for twenty years.",
              "It was the longest interruption since the service began, she added.");
      assertThat(Pages.plain(STORY).blocks()).extracting(Block::line).containsExactly(1, 3, 6, 8);
    }

    @Test
    void paragraphsAreJoinedByTheBlankLinesBetweenThem() {
      String story =
          """
          The ferry sailed again on Monday after a week of storms that had
          kept the harbour shut. The port authority said that no further
          warnings were in force.

          It was the longest interruption since the service began in the
          spring of the year before, said the company.
          """;

      assertThat(texts(story)).hasSize(2).allMatch(text -> text.endsWith("."));
    }

    @Test
    void linesThatAreShortStayApart() {
      String table = "    Sales 12 mln vs 11 mln\n    Profit 2 mln vs 1 mln\n";

      assertThat(texts(STORY + table))
          .endsWith(
              "It was the longest interruption since the service began, she added.",
              "Sales 12 mln vs 11 mln",
              "Profit 2 mln vs 1 mln");
    }

    @Test
    void noteUnderATableIsJoined() {
      String table =
          """
              Sales 12 mln vs 11 mln
              Profit 2 mln vs 1 mln
              Passengers 300,000 vs 290,000
              NOTE: Sales of the year before do not hold those of the
          line that was sold in spring.
          """;

      assertThat(texts(table))
          .hasSize(4)
          .endsWith(
              "NOTE: Sales of the year before do not hold those of the line that was sold in"
                  + " spring.");
    }

    @Test
    void hyphensGoOnlyWhereTheWordStandsElsewhereWithoutOne() {
      String story =
          """
          The harbour was shut for a week of storms, and the passen-
          gers waited. All passengers were told of it by a Porto-
          based company, which had rented rooms for them in the town.
          """;

      assertThat(texts(story))
          .containsExactly(
              "The harbour was shut for a week of storms, and the passengers waited. All passengers"
                  + " were told of it by a Porto-based company, which had rented rooms for them in"
                  + " the town.");
    }
  }

  @Test
  void doesNotJoinAMenuOfShortLines() {
    String menu = "home\nnews\nsport\nweather\nabout this site\ncontact\nimprint\n";

    assertThat(texts(menu)).hasSize(7);
  }

  @Test
  void doesNotJoinAListOfTitlesOfOneWidth() {
    String list =
        """
        Ferry sails again after a week of storms
        Mayor opens new bridge to the old town
        Harbour museum shows maps of the coast
        Council votes on the price of bus rides
        """;

    assertThat(texts(list)).hasSize(4);
  }

  @Test
  void neverFailsOnTextCutAnywhere() {
    String story = HardWrapped.STORY + "Ho\u2028\f\r\n\r-\n-\n \u00AD\n";
    for (int length = 0; length <= story.length(); length++) {
      Page page = Pages.plain(story.substring(0, length));

      assertThat(page.blocks()).allMatch(block -> !block.text().isBlank());
    }
  }

  private static List<String> texts(String text) {
    return Pages.plain(text).blocks().stream().map(Block::text).toList();
  }
}
