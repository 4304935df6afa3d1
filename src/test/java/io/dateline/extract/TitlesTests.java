package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.Trace;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TitlesTests {

  @Test
  @Timeout(30)
  void areBoundedInNumberHoweverManyLabelsSayThatTheyHoldOne() {
    String labels =
        IntStream.range(0, 15_000)
            .mapToObj(i -> "Title: The ferry sails again, says skipper " + i + " | Harbour Post")
            .collect(Collectors.joining("\n"));
    String story =
        "The ferry across the sound sailed again on Thursday, said the council. ".repeat(9);

    Article article =
        new ArticleExtractor().extract(Pages.ofText(labels + "\n\n" + story), Trace.NONE);

    assertThat(article.headline())
        .isEqualTo("The ferry sails again, says skipper 0 | Harbour Post");
  }
}
