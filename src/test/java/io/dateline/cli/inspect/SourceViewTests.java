package io.dateline.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.Quote;
import io.dateline.cli.inspect.MarkedText.Part;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceViewTests {

  private final Explanation why = new Explanation();

  @Test
  void marksAQuoteWholeWhateverElseIsNamedInIt() {
    why.candidate(ArticleField.AUTHORS, "Ann Lee", "byline", true, "first that fits");
    kept("\u201cNobody asked Ann Lee,\u201d he said. \u201cNobody will,\u201d he added.");
    kept("\u201cIt rains,\u201d he said.");

    assertThat(
            marks(quote(1, "Nobody asked Ann Lee"), quote(2, "Nobody will"), quote(3, "It rains")))
        .containsExactly(
            tuple("Nobody asked Ann Lee", "quote"),
            tuple("he", "speaker"),
            tuple("Nobody will", "quote"),
            tuple("he", "speaker"),
            tuple("It rains", "quote"),
            tuple("he", "speaker"));
  }

  @Test
  void passesOverAQuoteThatStandsInNoBlock() {
    kept("\u201cIt rains,\u201d he said.");

    assertThat(marks(quote(1, "It goes over two blocks"), quote(2, "It rains")))
        .contains(tuple("It rains", "quote"));
  }

  @Test
  void marksNoQuoteInWhatWasDropped() {
    why.block(Block.line(0, "\u201cIt rains,\u201d he said.", 0, 1), false, "after the story");
    kept("\u201cIt rains,\u201d he said.");

    List<SourceView.MarkedBlock> blocks = SourceView.of(why, List.of(quote(1, "It rains")));

    assertThat(blocks.get(0).parts()).extracting(Part::mark).containsOnlyNulls();
    assertThat(blocks.get(1).parts()).extracting(Part::mark).contains("quote");
  }

  private void kept(String text) {
    why.block(Block.line(0, text, 0, 1), true, "reads like a paragraph");
  }

  private List<Tuple> marks(Quote... quotes) {
    return SourceView.of(why, List.of(quotes)).stream()
        .flatMap(block -> block.parts().stream())
        .filter(part -> part.mark() != null)
        .map(part -> tuple(part.text(), part.mark()))
        .toList();
  }

  private static Quote quote(int number, String text) {
    @Nullable String unknown = null;
    return new Quote(number, 1, 0, 0, text, unknown, "he", unknown, "said", Quote.Kind.DIRECT);
  }
}
